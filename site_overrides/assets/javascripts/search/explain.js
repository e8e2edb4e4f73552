/* Why an entry was found: the words to mark in what is shown, and the words that stand for those of the question. */

import { fold, pieces, words as split } from "./words.js";

const SHORTEST_PART = 4;

/* {via, words}. `matched(number)`: which alternative of a word of the question counted, -1 when none did.
   `shown`: what the reader sees of the entry; `phrases`: how readers ask for it; `names(concept)`: its names. */
export function explain(question, matched, { shown, phrases }, lexicon, names) {
  const present = [...new Set(split(shown))];
  const mark = new Set();
  const via = [];
  const unseen = new Set();
  question.words.forEach(({ asked, alternatives }, number) => {
    const one = alternatives[matched(number)];
    if (!one) return;
    if (one.how === "synonym") {
      via.push({ asked, found: otherName(names(one.concept), question, shown), how: one.how });
      return;
    }
    const term = lexicon.terms[one.place];
    const same = present.filter((word) => word === asked || lexicon.term(word) === term);
    same.forEach((word) => mark.add(word));
    if (one.how && !asked.includes(term)) via.push({ asked, found: same[0] ?? term, how: one.how });
    if (same.length) return;
    unseen.add(term);
    if (asked.length < SHORTEST_PART) return;
    const inside = present.find((word) => word.length > asked.length && (word.includes(asked) || word.includes(term)));
    if (!inside) return;
    mark.add(inside);
    unseen.delete(term);
    if (!one.how) via.push({ asked, found: inside, how: "part" });
  });
  const phrase = closest(phrases, unseen, lexicon);
  if (phrase) via.push({ asked: question.text, found: phrase, how: "question" });
  return { via: spelled(via, shown), words: [...mark] };
}

/* The phrase with most of the words that the reader does not see; none when no phrase has any. */
function closest(phrases, unseen, lexicon) {
  const score = (phrase) => new Set(split(phrase).map((word) => lexicon.term(word)).filter((term) => unseen.has(term))).size;
  const best = phrases.map((phrase) => [score(phrase), phrase]).sort(([a], [b]) => b - a)[0];
  return best?.[0] ? best[1] : undefined;
}

/* The name of a concept that the reader sees and did not type; the first other one when none is in sight. */
function otherName(names, { text }, shown) {
  const [asked, seen] = [fold(text), fold(shown)];
  const others = names.filter((name) => !asked.includes(fold(name)));
  return others.find((name) => seen.includes(fold(name))) ?? others[0] ?? names[0];
}

/* Words as the reader will see them, accents and all. */
function spelled(via, shown) {
  const seen = new Map(pieces(shown).map((piece) => [split(piece)[0], piece.toLowerCase()]));
  return via.map((one) => ({ ...one, found: seen.get(one.found) ?? one.found }));
}
