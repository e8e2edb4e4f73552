/* One entry on the page of my selection: what it says, a note, and buttons that pass on what a reader wants. */

import { warning } from "./picks.js";

const DOES = {
  up: ["Zet hoger", (title) => `Zet ‘${title}’ hoger`],
  down: ["Zet lager", (title) => `Zet ‘${title}’ lager`],
  replace: ["Neem het nieuwe item", (title) => `Neem het nieuwe item in plaats van ‘${title}’`],
  remove: ["Haal weg", (title) => `Haal weg: ‘${title}’`],
};

/* Returns an item for `id`; `wants(what, id, value)` hears "up", "down", "replace", "remove" and "note". */
export function item(template, id, wants) {
  const element = template.content.firstElementChild.cloneNode(true);
  element.dataset.pick = id;
  const note = element.querySelector("textarea");
  note.id = `kb-note-${id}`;
  element.querySelector("label").htmlFor = note.id;
  note.addEventListener("input", () => wants("note", id, note.value));
  element.querySelectorAll("[data-do]").forEach((button) => {
    button.addEventListener("click", () => wants(button.dataset.do, id));
  });
  return element;
}

/* Shows a pick at its place; `readonly` when it is somebody else's. */
export function show(element, pick, { first, last, readonly }) {
  const part = (name) => element.querySelector(`[data-part="${name}"]`);
  const say = (name, words) => {
    part(name).textContent = words;
    part(name).hidden = !words;
  };
  const link = element.querySelector("h3 a");
  const note = element.querySelector("textarea");
  element.className = pick.entry ? `kb-pick kb-pick--${pick.entry.type}` : "kb-pick";
  link.textContent = pick.title;
  if (pick.page) link.href = pick.page;
  else link.removeAttribute("href");
  link.lang = pick.lang;
  element.querySelector(".kb-kind").textContent = pick.badge;
  say("phases", pick.phases.length ? `Fase: ${pick.phases.join(", ")}` : "");
  say("warning", warning(pick));
  say("summary", pick.summary);
  say("sources", pick.sources.length ? `Komt uit: ${pick.sources.join("; ")}` : "");
  say("permalink", `Blijvend adres: ${pick.permalink}`);
  say("noted", pick.note ? `Notitie: ${pick.note}` : "");
  part("noted").classList.toggle("kb-handout", !readonly);
  if (note !== document.activeElement) note.value = pick.note;
  note.setAttribute("aria-label", `Notitie bij ‘${pick.title}’`);
  element.querySelector(".kb-pick__note").hidden = readonly;
  element.querySelector(".kb-pick__tools").hidden = readonly;
  element.querySelectorAll("[data-do]").forEach((button) => {
    const [words, name] = DOES[button.dataset.do];
    button.textContent = words;
    button.setAttribute("aria-label", name(pick.title));
  });
  const able = (name, can) => element.querySelector(`[data-do=${name}]`).setAttribute("aria-disabled", !can);
  able("up", !first);
  able("down", !last);
  element.querySelector("[data-do=replace]").hidden = !pick.replacement;
}

/* What stands in the place of an item that was just taken out. */
export function trace(title, undo) {
  const element = document.createElement("li");
  const button = document.createElement("button");
  element.className = "kb-pick kb-pick--gone";
  button.className = "kb-clear";
  button.type = "button";
  button.textContent = "Zet terug";
  button.setAttribute("aria-label", `Zet ‘${title}’ terug`);
  button.addEventListener("click", undo);
  const words = document.createElement("p");
  words.append(`‘${title}’ is weggehaald. `, button);
  element.append(words);
  return element;
}
