/* The page of my selection, and of a selection that somebody shared. */

import { item, show, trace } from "./item.js";
import { picks } from "./picks.js";
import { shared } from "./share.js";
import * as store from "./store.js";
import { takeAlong } from "./take.js";

export function start(page) {
  const one = (name) => page.querySelector(`[data-kb-${name}]`);
  const [list, status, template, dialog] = ["picks", "status", "pick", "sure"].map(one);
  const items = new Map(); // elements by id
  const gone = new Map(); // by id: the item, its place, and the element that stands for it
  const along = takeAlong(page);
  let theirs = shared(location);
  let shown = [];
  let turn = 0;

  const count = (number) => `${number} ${number === 1 ? "item" : "items"}`;
  const titleOf = (id) => shown.find((pick) => pick.id === id)?.title ?? id;

  async function render(message) {
    const mine = ++turn;
    const kept = theirs ?? store.all();
    const found = await picks(kept);
    if (mine !== turn) return; // something changed meanwhile
    shown = found;
    one("mine").hidden = Boolean(theirs);
    one("shared").hidden = !theirs;
    one("title").textContent = theirs ? "Gedeelde selectie" : "Mijn selectie";
    one("fleeting").hidden = store.lasting();
    one("empty").hidden = shown.length > 0 || Boolean(theirs);
    one("head").hidden = one("take").hidden = !shown.length;
    one("wipe").hidden = !shown.length || Boolean(theirs);
    place();
    along.show(shown);
    list.setAttribute("aria-busy", false);
    status.textContent = message ?? (shown.length ? count(shown.length) : "");
  }

  /* Puts the elements in order without losing the focus. */
  function place() {
    const focus = document.activeElement;
    const elements = shown.map((pick, index) => {
      if (!items.has(pick.id)) items.set(pick.id, item(template, pick.id, wants));
      const element = items.get(pick.id);
      show(element, pick, { first: !index, last: index === shown.length - 1, readonly: Boolean(theirs) });
      return element;
    });
    shown.forEach((pick) => gone.delete(pick.id));
    if (!theirs) {
      [...gone.values()].reverse().forEach((left) => elements.splice(left.place, 0, left.element));
    }
    if (elements.length !== list.children.length || elements.some((element, at) => element !== list.children[at])) {
      list.replaceChildren(...elements);
    }
    if (focus !== document.activeElement && list.contains(focus)) focus.focus();
  }

  function wants(what, id, value) {
    if (what === "note") store.annotate(id, value);
    else if (what === "remove") takeOut(id);
    else if (what === "replace") renew(id);
    else moveBy(id, what === "up" ? -1 : 1);
  }

  function moveBy(id, by) {
    const before = shown.findIndex((pick) => pick.id === id) + 1;
    const now = store.move(id, by);
    const where = now === before ? "staat al" : "staat nu op plaats";
    const end = by < 0 ? "bovenaan" : "onderaan";
    render(`‘${titleOf(id)}’ ${where} ${now === before ? end : `${now} van ${shown.length}`}.`);
  }

  async function takeOut(id) {
    const kept = store.all();
    const at = kept.findIndex((held) => held.id === id);
    const title = titleOf(id);
    const left = { item: { ...kept[at], title }, place: at, element: trace(title, () => putBack(id)) };
    gone.set(id, left);
    store.remove(id);
    await render(`‘${title}’ is weggehaald.`);
    left.element.querySelector("button").focus();
  }

  async function putBack(id) {
    const left = gone.get(id);
    const later = [...gone.values()];
    later.splice(0, later.indexOf(left) + 1);
    later.filter((other) => other.place >= left.place).forEach((other) => (other.place += 1));
    gone.delete(id);
    store.add(left.item, left.place);
    await render(`‘${left.item.title}’ staat er weer.`);
    items.get(id).querySelector("[data-do=remove]").focus();
  }

  async function renew(id) {
    const { replacement, title } = shown.find((pick) => pick.id === id);
    store.replace(id, replacement);
    await render(`‘${replacement.title}’ staat nu op de plaats van ‘${title}’.`);
    items.get(replacement.id).querySelector("h3 a").focus();
  }

  async function adopt() {
    const had = theirs.filter(({ id }) => store.has(id)).length;
    const added = theirs.length - had;
    theirs.forEach((held) => store.add({ ...held, title: shown.find((pick) => pick.id === held.id)?.entry?.title }));
    theirs = null;
    history.pushState(null, "", location.pathname);
    await render(`${count(added)} overgenomen${had ? `; ${had} had je al` : ""}.`);
    one("title").focus();
  }

  /* A jump within the page, such as to skip its head, leaves what is shown. */
  function read() {
    const asked = shared(location);
    if (!asked && location.hash) return;
    theirs = asked;
    render();
  }

  one("adopt").addEventListener("click", adopt);
  one("own").addEventListener("click", async (event) => {
    event.preventDefault();
    history.pushState(null, "", location.pathname);
    theirs = null;
    await render();
    one("title").focus();
  });
  one("wipe").querySelector("button").addEventListener("click", () => {
    const notes = shown.filter((pick) => pick.note).length;
    const also = notes ? ` en ${notes} ${notes === 1 ? "notitie" : "notities"}` : "";
    one("loss").textContent = `Je raakt ${count(shown.length)}${also} kwijt.`;
    dialog.returnValue = "";
    dialog.showModal();
  });
  dialog.addEventListener("close", async () => {
    if (dialog.returnValue !== "yes") return;
    gone.clear();
    store.clear();
    await render("Je selectie is leeg.");
    one("title").focus();
  });
  store.follow(() => theirs || render());
  window.addEventListener("popstate", read);
  render();
}
