/* A list that filters in place. Without JavaScript its filters lead to lists of their own. */

import { facets } from "./facets.js";

export function start(root) {
  if (!root.querySelector("[data-facet]")) return;
  const one = (name) => root.querySelector(`[data-kb-${name}]`);
  const status = one("count");
  const none = one("none");
  const filters = facets(root, remember);
  const counted = new Map(filters.groups.flatMap(({ options }) => options.map((o) => [o, o.count.textContent])));
  const cards = [...root.querySelectorAll(".kb-card")].map((element) => ({
    element,
    values: filters.groups.map((group) => (element.getAttribute(`data-${group.facet}`) ?? "").split(" ")),
  }));

  window.addEventListener("popstate", read);
  read();
  root.querySelector(".kb-cards").setAttribute("aria-busy", "false");

  function read() {
    filters.read();
    show();
  }

  /* A list that is narrowed already holds no more than that: with less chosen it is the list of all. */
  function remember() {
    const fixed = filters.groups.filter((group) => group.fixed.length);
    const whole = fixed.every((group) => group.chosen.size === 1 && group.chosen.has(group.fixed[0]));
    const address = new URL(whole ? location.href : new URL(root.dataset.all, location.href));
    address.search = location.search;
    filters.write(address.searchParams);
    if (!whole) {
      location.assign(address);
      return;
    }
    fixed.forEach((group) => address.searchParams.delete(group.param));
    history.pushState(null, "", address);
    show();
  }

  /* Values of one facet: or. Between facets: and. A count says what is left when you choose that value. */
  function show() {
    const wanted = filters.groups.map(
      (group) => new Set(group.options.filter((o) => group.chosen.has(o.value)).flatMap((o) => o.means)),
    );
    const left = filters.groups.map(() => []);
    let shown = 0;
    cards.forEach((card) => {
      const misses = wanted.flatMap((values, index) => (fits(values, card.values[index]) ? [] : [index]));
      card.element.hidden = misses.length > 0;
      if (!misses.length) shown += 1;
      left.forEach((held, index) => {
        if (misses.every((miss) => miss === index)) held.push(card.values[index]);
      });
    });
    const counts = left.map(countOf);
    const untouched = filters.groups.every((group) => group.fixed.length || !group.chosen.size);
    filters.show((group, option) => {
      if (!group.fixed.length) return counts[filters.groups.indexOf(group)](option);
      return untouched ? Number(counted.get(option)) : undefined; // what this list leaves out cannot be counted here
    });
    status.textContent = `${shown} ${shown === 1 ? status.dataset.one : status.dataset.many}`;
    none.hidden = shown > 0;
  }
}

function fits(wanted, values) {
  return !wanted.size || values.some((value) => wanted.has(value));
}

/* Return the function that counts the rows with one of the values that an option means. */
function countOf(rows) {
  const single = new Map();
  rows.forEach((row) => row.forEach((value) => single.set(value, (single.get(value) ?? 0) + 1)));
  return ({ means }) =>
    means.length === 1
      ? (single.get(means[0]) ?? 0)
      : rows.filter((row) => row.some((value) => means.includes(value))).length;
}
