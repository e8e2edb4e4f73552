/* Pagefind as it comes, all words required; with `lenient`, small words count for nothing, and when no entry has
   all words those with some of them are found, the most words first. */

import * as pagefind from "./pagefind/pagefind.js";

const { lenient, small } = await (await fetch("./settings.json")).json();
const SMALL = new Set(small);
const MORE = 100;

export async function ask(text, filters) {
  const hits = await find(text, filters);
  const shown = await Promise.all(hits.slice(0, 10).map((hit) => hit.data()));
  return shown.map(({ url, meta }) => ({ url, title: meta.title, summary: meta.summary }));
}

async function find(text, filters) {
  const asked = async (words) => (await pagefind.search(words, { filters })).results;
  const words = text.split(/\s+/);
  const hits = await asked(text);
  if (hits.length || !lenient || words.length === 1) return hits;
  const telling = words.filter((word) => !SMALL.has(word.toLowerCase()));
  const told = telling.length ? await asked(telling.join(" ")) : [];
  return told.length ? told : merged(await Promise.all(telling.map(asked)));
}

function merged(lists) {
  const found = new Map();
  for (const { id, data, score } of lists.flat()) {
    found.set(id, { data, score: score + (found.has(id) ? found.get(id).score + MORE : 0) });
  }
  return [...found.values()].sort((a, b) => b.score - a.score);
}
