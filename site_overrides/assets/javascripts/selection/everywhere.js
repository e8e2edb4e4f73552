/* On every page: the way to my selection once it holds something, and a button on each entry that is shown. */

import { button } from "./button.js";
import * as store from "./store.js";

const ROOT = import.meta.url.slice(0, import.meta.url.lastIndexOf("/assets/") + 1);

export function start(body) {
  body.querySelectorAll(".kb-head[data-id]").forEach((head) => {
    const title = head.querySelector("h1").textContent.trim();
    const row = document.createElement("p");
    row.className = "kb-head__actions";
    row.append(button({ id: head.dataset.id, title }));
    if (head.closest(".kb-entry--tool")) row.append(compare(head.dataset.id));
    head.append(row);
  });
  body.querySelectorAll(".kb-card[data-id], .kb-advised__title[data-id]").forEach((shown) => {
    const title = (shown.querySelector(".kb-card__title") ?? shown).textContent.trim();
    const card = shown.closest(".kb-advised") ?? shown;
    card.append(button({ id: shown.dataset.id, title }, { compact: true }));
  });
  wayThere(body);
}

function compare(id) {
  const link = document.createElement("a");
  link.className = "kb-head__compare";
  link.href = `${ROOT}vergelijken/?tools=${id}`;
  link.textContent = "Vergelijk met een ander hulpmiddel";
  return link;
}

function wayThere(body) {
  const header = body.querySelector(".md-header__inner");
  if (!header) return;
  const link = document.createElement("a");
  const text = document.createElement("span");
  const count = document.createElement("span");
  link.className = "kb-mine";
  link.href = `${ROOT}selectie/`;
  text.className = "kb-mine__text";
  text.textContent = "Mijn selectie";
  link.append(text, " ", count);
  const show = () => {
    const { length } = store.all();
    link.hidden = !length;
    count.textContent = `(${length})`;
  };
  header.insertBefore(link, header.querySelector(":scope > [data-md-component='palette']"));
  store.follow(show);
  show();
}
