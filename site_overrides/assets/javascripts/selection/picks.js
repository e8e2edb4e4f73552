/* What the selection shows, prints and gives along of each kept entry, in words. */

export const ROOT = import.meta.url.slice(0, import.meta.url.lastIndexOf("/assets/") + 1);

const ID = /^[A-Z]\d{4}$/;
const asked = new Map();

/* An entry as data, asked for once; null when no entry has this number. */
export function entry(id) {
  if (!asked.has(id)) {
    const answer = ask(id);
    asked.set(id, answer);
    answer.catch(() => asked.delete(id)); // so that a next try asks again
  }
  return asked.get(id);
}

async function ask(id) {
  if (!ID.test(id)) return null;
  const response = await fetch(`${ROOT}api/v1/entries/${id}.json`);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${id}: ${response.status}`);
  return response.json();
}

/* Returns kept items with what is known of their entries, in the same order. */
export function picks(items) {
  return Promise.all(items.map(pick));
}

async function pick({ id, note, title }) {
  let found;
  let failed = false;
  try {
    found = await entry(id);
  } catch {
    failed = true;
  }
  const words = (name) => values(found, name).map((value) => value.text);
  return {
    id,
    note: note ?? "",
    entry: found ?? null,
    title: found?.title ?? (title || `Item ${id}`),
    lang: found?.title_lang ?? "nl",
    badge: found?.badge ?? "",
    summary: found?.summary ?? "",
    phases: words("phases"),
    topics: words("topics"),
    sources: words("provenance"),
    page: found ? `${ROOT}${found.address}` : "",
    permalink: permanent(id, found),
    state: failed ? "failed" : !found ? "unknown" : found.status === "retired" ? "retired" : "",
    replacement: found?.replacement ?? null,
  };
}

export function values(found, name) {
  return found?.facts.find((fact) => fact.name === name)?.values ?? [];
}

/* What a reader must know of an entry that is not as it was; empty when all is well. */
export function warning({ id, state, replacement }) {
  if (state === "failed") return "Dit item laadt nu niet. Probeer het later nog eens.";
  if (state === "unknown") return `Wij vinden geen item met nummer ${id}. Misschien is het weggehaald.`;
  if (state !== "retired") return "";
  if (!replacement) return "Dit item is vervallen.";
  return `Dit item is vervallen. Kijk nu bij ‘${replacement.title}’ (${replacement.id}).`;
}

function permanent(id, found) {
  return /^https?:/.test(found?.permalink ?? "") ? found.permalink : `${ROOT}id/${id}/`;
}

export function today() {
  return new Date().toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });
}

/* Hands a file to the reader. */
export function save(content, name, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
