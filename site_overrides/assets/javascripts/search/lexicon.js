/* Finds the words of the index that a word of a question means: in any form, misspelled, half typed or in parts. */

const STARTS_FROM = 3;
const TYPO_FROM = 6;
const TWO_TYPOS_FROM = 8;
const PART_FROM = 4;
const MOST = 12;
const ENDINGS = ["s", "'s", "en", "n", "e", "es"];
const LINKS = ["", "s", "en", "n", "e"];
/* Worth of a match against the word itself. */
const WORTH = { typo: 0.75, twoTypos: 0.6, start: 0.7 };

export class Lexicon {
  constructor({ terms, forms, of, kin }) {
    this.terms = whole(terms);
    this.places = new Map(this.terms.map((term, place) => [term, place]));
    let before = 0;
    whole(forms).forEach((form, number) => {
      while (before < this.terms.length && this.terms[before] < form) before += 1;
      this.places.set(form, before + of[number]);
    });
    this.kin = new Map(kin.map(([place, ...pairs]) => [place, pairs]));
  }

  /* The term a word stands for, the word itself when it is in no list. */
  term(word) {
    const place = this.places.get(word);
    return place === undefined ? word : this.terms[place];
  }

  /* [{place, worth, how}] for a known word, with the words made from it; none for an unknown word. */
  known(word) {
    const place = this.places.get(word) ?? this.places.get(ENDINGS.map((end) => bare(word, end)).find((stem) => this.places.has(stem)));
    if (place === undefined) return [];
    const found = [{ place, worth: 1, how: "" }];
    const kin = this.kin.get(place) ?? [];
    for (let at = 0; at < kin.length; at += 2) {
      found.push({ place: kin[at], worth: kin[at + 1] / 100, how: "term" });
    }
    return found;
  }

  /* The parts of an unknown compound, fewest first; none when it has no known parts. */
  parts(word) {
    const best = new Map([[word.length, []]]);
    for (let start = word.length - PART_FROM; start >= 0; start -= 1) {
      for (let end = start + PART_FROM; end <= word.length; end += 1) {
        const part = word.slice(start, end);
        if (!this.places.has(part) || (start === 0 && end === word.length)) continue;
        for (const link of LINKS) {
          const rest = word.startsWith(link, end) && best.get(end + link.length);
          if (!rest || (link && end + link.length === word.length)) continue;
          if (!best.has(start) || rest.length + 1 < best.get(start).length) best.set(start, [part, ...rest]);
        }
      }
    }
    return best.get(0) ?? [];
  }

  /* Words that begin with this one, shortest first. */
  starting(word) {
    if (word.length < STARTS_FROM) return [];
    return this.distinct(
      this.all()
        .filter((known) => known.startsWith(word) && known !== word)
        .sort((a, b) => a.length - b.length),
      "start",
      WORTH.start,
    );
  }

  /* Words that differ one or two letters from this one, nearest first; none for short words and numbers. */
  like(word) {
    if (word.length < TYPO_FROM || /\d/.test(word)) return [];
    const most = word.length >= TWO_TYPOS_FROM ? 2 : 1;
    const near = [];
    for (const known of this.all()) {
      if (Math.abs(known.length - word.length) > most || known.length < PART_FROM) continue;
      const apart = distance(word, known, most);
      if (apart <= most) near.push([known, apart + (known[0] === word[0] ? 0 : 0.5)]);
    }
    near.sort(([, a], [, b]) => a - b);
    const nearest = near.filter(([, apart]) => apart < Math.floor(near[0][1]) + 1).map(([known]) => known);
    const two = near.length && near[0][1] >= 2;
    return this.distinct(nearest, "spelling", two ? WORTH.twoTypos : WORTH.typo);
  }

  all() {
    this.list ??= [...this.places.keys()].filter((word) => !word.startsWith("#"));
    return this.list;
  }

  distinct(found, how, worth) {
    const places = new Map();
    for (const word of found) {
      const place = this.places.get(word);
      if (!places.has(place)) places.set(place, { place, worth, how });
      if (places.size === MOST) break;
    }
    return [...places.values()];
  }
}

/* Words of which each begins with a capital for the letters it shares with the one before (kb/outputs/search/files.py). */
function whole(coded) {
  let before = "";
  return Array.from(coded.matchAll(/([A-Z])([^A-Z]*)/g), ([, shared, rest]) => {
    before = before.slice(0, shared.charCodeAt(0) - 65) + rest;
    return before;
  });
}

/* The word without an ending it may have; the word itself when it does not end so. */
function bare(word, ending) {
  return word.endsWith(ending) && word.length - ending.length >= PART_FROM ? word.slice(0, -ending.length) : word;
}

/* Letters to change, add, leave out or swap to make one word of the other; more than `most` may be any higher number. */
export function distance(a, b, most) {
  let older;
  let old = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      let cost = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, older[j - 2] + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return least;
    older = old;
    old = row;
  }
  return old[b.length];
}
