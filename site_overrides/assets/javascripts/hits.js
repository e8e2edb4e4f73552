/* How a result looks: words of the question marked, and why it was found when that cannot be seen. */

import { fold, pieces, words } from "./search/words.js";

const SHORTEST_STEM = 4;
const SAYING = { question: (phrase) => `‘${phrase}’`, related: (title) => `verwant met ‘${title}’` };
const ENDING = /^(?:'?s|[dt]?en?|[dt]|ers?|ende?|ing|ingen)?$/;

/* A copy of the card in `template` for a result of the search. */
export function card(template, hit) {
  const item = template.content.firstElementChild.cloneNode(true);
  item.classList.add(`kb-card--${hit.type}`);
  const link = item.querySelector("a");
  link.href = hit.url;
  if (hit.lang !== "nl") link.lang = hit.lang;
  link.append(...marked(hit.title, hit.words));
  item.querySelector(".kb-kind").textContent = hit.kind;
  item.querySelector(".kb-card__text").append(...marked(hit.summary, hit.words));
  const reasons = reasonsOf(hit);
  const via = item.querySelector(".kb-via");
  via.hidden = !reasons.length;
  if (reasons.length) via.textContent = `Gevonden via: ${reasons.join(", ")}`;
  return item;
}

/* Text as nodes, with the words that matched in marks. */
export function marked(text, matched = []) {
  const wanted = new Set(matched);
  if (!wanted.size) return [text];
  return pieces(text).map((piece, index) => {
    if (index % 2 === 0 || !words(piece).some((word) => wanted.has(word))) return piece;
    const mark = document.createElement("mark");
    mark.textContent = piece;
    return mark;
  });
}

/* Another form of the same word, or the rest of a word that was begun, speaks for itself. */
function reasonsOf({ via = [] }) {
  const telling = via.filter(({ asked, found, how }) => how !== "start" && !found.startsWith("#") && !alike(asked, found));
  return [...new Set(telling.map(({ found, how }) => (SAYING[how] ?? String)(found)))];
}

function alike(asked, found) {
  const [one, other] = [fold(asked), fold(found)];
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  return same >= SHORTEST_STEM && [one, other].every((word) => ENDING.test(word.slice(same)));
}
