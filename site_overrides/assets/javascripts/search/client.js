/* What pages call to search; the work is done by a worker. */

const ROOT = import.meta.url.slice(0, import.meta.url.lastIndexOf("/assets/") + 1);
const LIMIT = 30;

const waiting = new Map();
let worker;
let turn = 0;

function ask(method, ...given) {
  worker ??= start();
  const id = ++turn;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker.postMessage({ id, root: ROOT, method, given });
  });
}

function start() {
  const started = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  started.addEventListener("message", ({ data: { id, result, error } }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new Error(error));
    else resolve(result);
  });
  started.addEventListener("error", () => {
    waiting.forEach(({ reject }) => reject(new Error("De zoekmachine start niet.")));
    waiting.clear();
    worker = undefined;
  });
  return started;
}

/* {total, partly, hits, counts, near, glossary}; the engine tells what is in them. */
export async function find(query, filters = {}, options = {}) {
  const found = await ask("find", query, filters, options);
  return { ...found, hits: found.hits.map((hit) => ({ ...hit, url: ROOT + hit.url })) };
}

/* Entries that match, best first. */
export async function search(query, { limit = LIMIT, ...filters } = {}) {
  return (await find(query, filters, { limit })).hits;
}
