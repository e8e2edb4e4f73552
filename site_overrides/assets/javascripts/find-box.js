/* Suggestions below a search field (ARIA's combobox): the best entries while a reader types.
   Without a choice, and without JavaScript, the form leads to the search page. */

import { marked } from "./hits.js";

const MOST = 6;
const WAIT = 120;
const FEWEST_LETTERS = 2;

export function start(form) {
  const field = form.querySelector("input");
  const list = element("ul", { className: "kb-suggestions", id: `${field.id}-suggestions`, hidden: true });
  const status = element("p", { className: "kb-suggestions__status" });
  let turn = 0;
  let timer;
  let at = -1;

  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggesties");
  status.setAttribute("role", "status");
  const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
  Object.entries(attributes).forEach(([name, value]) => field.setAttribute(name, value));
  form.append(list);

  field.addEventListener("focus", engine, { once: true });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(suggest, WAIT);
  });
  field.addEventListener("keydown", (event) => {
    const action = KEYS[event.key];
    if (!action || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (action()) event.preventDefault();
  });
  field.addEventListener("blur", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus

  if (document.activeElement === field) {
    engine();
    suggest(); // what was typed before this script came
  }

  /* Each returns whether the key has done its work. */
  const KEYS = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => open(),
    Escape: () => !list.hidden && close(),
  };

  async function suggest() {
    const mine = ++turn;
    const query = field.value.trimStart();
    if (query.trim().length < FEWEST_LETTERS) {
      close();
      return;
    }
    try {
      const { find } = await engine();
      const { hits, total } = await find(query, {}, { limit: MOST });
      if (mine === turn && document.activeElement === field) show(hits, total);
    } catch {
      close(); // the form still leads to the search page
    }
  }

  function show(hits, total) {
    at = -1;
    field.removeAttribute("aria-activedescendant");
    list.replaceChildren(...hits.map(option));
    list.hidden = !hits.length;
    field.setAttribute("aria-expanded", !list.hidden);
    if (!status.isConnected) form.append(status);
    status.textContent = announcement(hits.length, total);
  }

  function option(hit, index) {
    const item = element("li", { id: `${list.id}-${index}`, className: `kb-suggestion kb-suggestion--${hit.type}` });
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.url = hit.url;
    const title = element("span", { className: "kb-suggestion__title" });
    if (hit.lang !== "nl") title.lang = hit.lang;
    title.append(...marked(hit.title, hit.words));
    const kind = element("span", { className: "kb-kind", textContent: hit.kind });
    item.append(title, " ", kind);
    item.addEventListener("click", () => location.assign(hit.url));
    return item;
  }

  /* Past the last suggestion the field itself comes again. */
  function move(step) {
    if (list.hidden) {
      suggest();
      return true;
    }
    const items = [...list.children];
    items[at]?.setAttribute("aria-selected", "false");
    at = ((at + 1 + step + items.length + 1) % (items.length + 1)) - 1;
    if (at < 0) field.removeAttribute("aria-activedescendant");
    else {
      items[at].setAttribute("aria-selected", "true");
      items[at].scrollIntoView({ block: "nearest" });
      field.setAttribute("aria-activedescendant", items[at].id);
    }
    return true;
  }

  function open() {
    const chosen = list.hidden ? undefined : list.children[at];
    if (chosen) location.assign(chosen.dataset.url);
    return Boolean(chosen);
  }

  function close() {
    turn += 1;
    clearTimeout(timer);
    at = -1;
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
    status.textContent = "";
    return true;
  }
}

/* The engine is fetched when a reader is about to type, not before. */
function engine() {
  return import("./search/client.js");
}

function announcement(shown, total) {
  if (!total) return "Geen suggesties";
  return `${shown} ${shown === 1 ? "suggestie" : "suggesties"}, kies met de pijltoetsen`;
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
