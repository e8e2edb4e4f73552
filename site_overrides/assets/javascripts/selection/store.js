/* My selection as this browser keeps it: [{id, note, title}], in the reader's order. Nothing is sent.
   Other tabs change it too, so it is read anew before every change. `title` is what the entry was called
   when it was saved, for when the entry is gone. */

const KEY = "kb-selection";
const listeners = new Set();
let memory; // what is kept for as long as this page is open, when the browser keeps nothing

const text = (value) => (typeof value === "string" ? value : "");

export const all = () => memory ?? parsed(stored());
export const has = (id) => all().some((item) => item.id === id);

/* Whether the browser keeps the selection when this page closes. */
export const lasting = () => memory === undefined;

/* Calls `listener` after every change, here or in another tab. */
export function follow(listener) {
  listeners.add(listener);
}

/* Puts an entry in, at `place` or at the end; one that is in stays as it is. */
export function add({ id, title, note }, place = Infinity) {
  const items = all();
  if (items.some((item) => item.id === id)) return;
  items.splice(Math.min(place, items.length), 0, { id, note: text(note), title: text(title) });
  write(items);
}

export function remove(id) {
  write(all().filter((item) => item.id !== id));
}

export function clear() {
  write([]);
}

/* Moves an entry up (-1) or down (1); returns its place, counted from 1. */
export function move(id, by) {
  const items = all();
  const from = items.findIndex((item) => item.id === id);
  const to = Math.min(Math.max(from + by, 0), items.length - 1);
  if (from >= 0 && to !== from) {
    items.splice(to, 0, ...items.splice(from, 1));
    write(items);
  }
  return to + 1;
}

export function annotate(id, note) {
  write(all().map((item) => (item.id === id ? { ...item, note } : item)));
}

/* Puts one entry in the place of another, such as its successor; the note stays. */
export function replace(id, { id: next, title }) {
  if (has(next)) remove(id);
  else write(all().map((item) => (item.id === id ? { ...item, id: next, title: text(title) } : item)));
}

function stored() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    memory = [];
    return null;
  }
}

function parsed(json) {
  try {
    const items = JSON.parse(json ?? "[]");
    return items
      .filter((item) => text(item?.id))
      .map(({ id, note, title }) => ({ id, note: text(note), title: text(title) }));
  } catch {
    return [];
  }
}

function write(items) {
  try {
    localStorage.setItem(KEY, JSON.stringify(items));
    memory = undefined;
  } catch {
    memory = items;
  }
  tell();
}

function tell() {
  listeners.forEach((listener) => listener());
}

window.addEventListener("storage", (event) => {
  if (event.key === KEY || event.key === null) tell();
});
