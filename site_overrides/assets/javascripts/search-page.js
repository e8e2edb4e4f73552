/* The search page: question, filters and order are in the address; results come while a reader types. */

import { facets } from "./facets.js";
import { card } from "./hits.js";
import { offer, results } from "./nothing-found.js";
import { find } from "./search/client.js";
import { button } from "./selection/button.js";

const PAGE = 10;
const WAIT = 150;
const ORDERS = { nieuwste: "year", titel: "title" };
const MEANINGS = 2;

/* Resolves when the question in the address is answered. */
export function start(page) {
  const one = (name) => page.querySelector(`[data-kb-${name}]`);
  const form = page.querySelector("form");
  const { q } = form.elements;
  const order = one("sort").querySelector("select");
  const [status, list, more, none, error, begin] = ["status", "results", "more", "none", "error", "start"].map(one);
  const template = one("result");
  const filters = facets(page, choose);
  let turn = 0;
  let timer;
  let typing = false;
  let last;

  function asked() {
    const chosen = filters.groups.map((group) => [group.facet, [...group.chosen]]);
    return { query: q.value.trim(), filters: Object.fromEntries(chosen), sort: ORDERS[order.value] };
  }

  async function run(limit = PAGE) {
    const mine = ++turn;
    const now = asked();
    list.setAttribute("aria-busy", "true");
    let found;
    try {
      // A space at the end says that the last word is complete.
      found = await find(q.value.trimStart(), now.filters, { limit, sort: now.sort });
      found.foreign = await countForeign(now);
    } catch {
      if (mine === turn) fail();
      return;
    }
    if (mine === turn) show(now, found);
  }

  function show(now, found) {
    last = { now, total: found.total };
    const empty = !now.query && !filters.groups.some((group) => group.chosen.size);
    list.replaceChildren(...found.hits.map(shown));
    filters.show((group, { value, means }) =>
      means.length > 1 ? found.foreign.get(value) : (found.counts[group.facet]?.[means[0]] ?? 0),
    );
    explain(found.glossary);
    error.hidden = true;
    none.hidden = empty || found.total > 0;
    begin.hidden = !empty;
    one("sort").hidden = found.total < 2;
    showMore();
    status.textContent = empty ? "" : sentence(now.query, found);
    list.setAttribute("aria-busy", "false");
    if (!none.hidden) {
      const count = async (left) => (await find(now.query, left, { limit: 0 })).total;
      offer(none, { ...now, groups: filters.groups, near: found.near, count, link });
    }
  }

  function shown(hit) {
    const item = card(template, hit);
    item.append(button(hit, { compact: true }));
    return item;
  }

  function fail() {
    list.replaceChildren();
    status.textContent = "";
    error.hidden = begin.hidden = false;
    none.hidden = more.hidden = one("sort").hidden = one("terms").hidden = true;
    list.setAttribute("aria-busy", "false");
  }

  /* A phase of another model that stands for more than one of ours counts by a search of its own. */
  async function countForeign(now) {
    const wide = filters.groups.flatMap(({ facet, options }) =>
      options.filter((o) => o.means.length > 1 && o.scheme === filters.model()).map((o) => [facet, o.value]),
    );
    const totals = wide.map(async ([facet, value]) => {
      const { total } = await find(now.query, { ...now.filters, [facet]: [value] }, { limit: 0 });
      return [value, total];
    });
    return new Map(await Promise.all(totals));
  }

  function explain(terms) {
    const place = one("terms");
    place.hidden = !terms.length;
    place.replaceChildren(
      ...terms.slice(0, MEANINGS).map(({ term, meaning, anchor }) => {
        const text = document.createElement("p");
        const name = document.createElement("a");
        name.href = `${place.dataset.href}#${anchor}`;
        name.textContent = term;
        text.append(name, `: ${meaning}`);
        return text;
      }),
    );
  }

  function showMore() {
    more.hidden = list.children.length >= last.total;
  }

  function address() {
    const here = new URL(location.href);
    const params = here.searchParams;
    for (const field of [q, order]) {
      if (field.value.trim()) params.set(field.name, field.value.trim());
      else params.delete(field.name);
    }
    filters.write(params);
    return here;
  }

  function go(method) {
    clearTimeout(timer);
    const next = address();
    if (next.href !== location.href) history[method](null, "", next);
    run();
  }

  /* A choice of its own: what is typed after it is another question. */
  function choose() {
    typing = false;
    go("pushState");
  }

  /* Where a search for something else is. */
  function link({ query, filters: left }) {
    const params = new URLSearchParams(query && { q: query });
    filters.groups.forEach((group) => left[group.facet]?.forEach((value) => params.append(group.param, value)));
    return `?${params}`;
  }

  function read() {
    clearTimeout(timer);
    typing = false;
    const params = new URLSearchParams(location.search);
    q.value = params.get("q") ?? "";
    order.value = params.get("sorteer") ?? "";
    if (order.selectedIndex === -1) order.value = "";
    filters.read();
    return run(history.state?.shown);
  }

  // Back leads to the question before this one, not to each letter of it.
  q.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      go(typing ? "replaceState" : "pushState");
      typing = true;
    }, WAIT);
  });
  order.addEventListener("change", choose);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    choose();
  });
  more.addEventListener("click", async () => {
    const mine = turn;
    const before = list.children.length;
    const { hits } = await find(last.now.query, last.now.filters, { limit: PAGE, offset: before, sort: last.now.sort });
    if (mine !== turn) return; // a new question is on its way
    list.append(...hits.map(shown));
    history.replaceState({ shown: list.children.length }, "");
    showMore();
    list.children[before]?.querySelector("a").focus();
  });
  window.addEventListener("popstate", read);
  modernise();
  return read();
}

/* Addresses that were handed out before call the phase `phase`. */
function modernise() {
  const here = new URL(location.href);
  if (!here.searchParams.has("phase")) return;
  here.searchParams.getAll("phase").filter(Boolean).forEach((phase) => here.searchParams.append("fase", phase));
  here.searchParams.delete("phase");
  history.replaceState(history.state, "", here);
}

function sentence(query, { total, partly }) {
  const about = query ? ` voor ‘${query}’` : "";
  if (!total) return `Niets gevonden${about}`;
  const number = `${results(total)}${about}`;
  return partly ? `Niets met al deze woorden; ${number} met een deel ervan` : number;
}
