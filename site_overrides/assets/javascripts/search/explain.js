/* Why an entry was found: the words to mark in what is shown, and the words that stand for those of the question. */

import { pieces, words as split } from "./words.js";

const SHORTEST_PART = 4;

/* `matched(number)`: which alternative of a word of the question counted, -1 when none did. */
export function explain(question, matched, shown, lexicon) {
  const present = [...new Set(split(shown))];
  const mark = new Set();
  const via = [];
  question.words.forEach(({ asked, alternatives }, number) => {
    const one = alternatives[matched(number)];
    if (!one) return;
    const term = lexicon.terms[one.place];
    const same = present.filter((word) => word === asked || lexicon.term(word) === term);
    same.forEach((word) => mark.add(word));
    if (one.how && one.how !== "synonym" && term !== asked) {
      via.push({ asked, found: same[0] ?? term, how: one.how });
    } else if (!same.length && one.how !== "synonym") {
      const inside = present.find((word) => word.length > asked.length && asked.length >= SHORTEST_PART && (word.includes(asked) || word.includes(term)));
      if (inside) {
        mark.add(inside);
        via.push({ asked, found: inside, how: "part" });
      }
    } else if (one.how === "synonym") {
      via.push({ asked, found: term, how: "synonym", concept: Number(term.slice(1)) });
    }
  });
  return { via: spelled(via, shown), words: [...mark] };
}

/* Words as the reader will see them, accents and all. */
function spelled(via, shown) {
  const seen = new Map(pieces(shown).map((piece) => [split(piece)[0], piece.toLowerCase()]));
  return via.map((one) => ({ ...one, found: seen.get(one.found) ?? one.found }));
}
