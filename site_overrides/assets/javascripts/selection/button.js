/* The button that puts an entry in my selection and takes it out again. */

import * as store from "./store.js";

/* Returns a button for an entry, a search result or the like: anything with `id` and `title`. */
export function button({ id, title }, { compact = false } = {}) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = compact ? "kb-save kb-save--compact" : "kb-save";
  element.dataset.save = id;
  element.textContent = compact ? "Bewaar" : "Bewaar in mijn selectie";
  element.setAttribute("aria-label", compact ? `Bewaar ‘${title}’ in mijn selectie` : element.textContent);
  element.addEventListener("click", () => {
    if (store.has(id)) store.remove(id);
    else store.add({ id, title });
  });
  show(element, new Set(store.all().map((item) => item.id)));
  return element;
}

function show(element, saved) {
  element.setAttribute("aria-pressed", saved.has(element.dataset.save));
}

store.follow(() => {
  const saved = new Set(store.all().map((item) => item.id));
  document.querySelectorAll("[data-save]").forEach((element) => show(element, saved));
});
