/* A question as rows of alternatives: for each telling word, the terms of the index that count as a match. */

import { words } from "./words.js";

const SYNONYM = 0.8;
const PART = 0.8;

/* {text, words: [{asked, known, alternatives: [{place, worth, how}]}], concepts: [number], unknown: [word]}.
   The last word may be half typed, unless something follows it. */
export function analyse(text, lexicon, concepts, small) {
  const all = words(text);
  const telling = [...new Set(all.filter((word) => !small.has(word)))];
  const asked = telling.length ? telling : all;
  const open = !/\s$/.test(text) && asked.at(-1) === all.at(-1);
  const rows = asked.flatMap((word, number) => row(word, lexicon, open && number === asked.length - 1));
  join(rows, lexicon);
  const named = name(rows, all, lexicon, concepts);
  return { text, words: rows, concepts: [...named], unknown: rows.filter((one) => !one.known).map((one) => one.asked) };
}

function row(word, lexicon, last) {
  const known = lexicon.known(word);
  if (known.length) return [{ asked: word, known: true, alternatives: known }];
  const starts = last ? lexicon.starting(word) : [];
  if (starts.length) return [{ asked: word, known: false, alternatives: [...starts, ...lexicon.like(word).filter(apart(starts))] }];
  const parts = lexicon.parts(word);
  if (parts.length > 1) {
    return parts.map((part) => ({
      asked: part,
      known: true,
      alternatives: lexicon.known(part).map((one) => ({ ...one, worth: one.worth * PART })),
    }));
  }
  const like = lexicon.like(word);
  return [{ asked: word, known: false, alternatives: like.length ? like : lexicon.starting(word) }];
}

function apart(others) {
  const places = new Set(others.map((one) => one.place));
  return (one) => !places.has(one.place);
}

/* Two words that are one compound: `wijk ondersteuner` asks for `wijkondersteuner` too. */
function join(rows, lexicon) {
  for (let at = 0; at + 1 < rows.length; at += 1) {
    const [first, second] = [rows[at], rows[at + 1]];
    for (const link of ["", "s", "en", "n"]) {
      const place = lexicon.places.get(first.asked + link + second.asked);
      if (place === undefined) continue;
      for (const one of [first, second]) {
        one.alternatives.push({ place, worth: 1, how: "", joined: true });
        one.known = true;
      }
    }
  }
}

/* Names of the glossary in the question, in any order: each word of a name asks for the concept too. */
function name(rows, all, lexicon, concepts) {
  const found = new Set();
  const asked = new Set(all.map((word) => lexicon.term(word)));
  for (const [row, numbers] of concepts) {
    const terms = row.split(" ");
    if (!terms.every((term) => asked.has(term))) continue;
    for (const number of numbers) {
      found.add(number);
      const place = lexicon.places.get(`#${number}`);
      if (place === undefined) continue;
      for (const one of rows.filter((row) => terms.includes(lexicon.term(row.asked)))) {
        one.alternatives.push({ place, worth: SYNONYM, how: "synonym", concept: number });
        one.known = true;
      }
    }
  }
  return found;
}
