/* What a search that finds nothing offers: fewer filters, words that are nearly the same, a way to ask. */

/* `count(filters)` resolves to how many entries there are with other filters. */
export async function offer(place, { query, near, groups, filters, count, link }) {
  const one = (name) => place.querySelector(`[data-kb-${name}]`);
  list(one("near"), near.map((word) => anchor(link({ query: word, filters: {} }), word)));
  ask(one("question"), query, groups);
  list(one("fewer"), []);
  const fewer = await Promise.all(ways(groups, filters).map(async ([label, left]) => [label, left, await count(left)]));
  const helpful = fewer.filter(([, , total]) => total);
  list(one("fewer"), helpful.map(([label, left, total]) => anchor(link({ query, filters: left }), `${label}: ${results(total)}`)));
}

export function results(total) {
  return `${total} ${total === 1 ? "resultaat" : "resultaten"}`;
}

/* Without each facet that is on, and without any. */
function ways(groups, filters) {
  const on = groups.filter((group) => group.chosen.size);
  const single = on.map((group) => [`Zonder ${group.name.toLowerCase()}`, { ...filters, [group.facet]: [] }]);
  if (on.length === 1) return [["Zonder filter", {}]];
  return on.length ? [...single, ["Zonder filters", {}]] : [];
}

function ask(question, query, groups) {
  if (!question) return;
  const chosen = groups.flatMap((group) =>
    group.options.filter((option) => group.chosen.has(option.value)).map((option) => `${group.name}: ${option.label}`),
  );
  const lines = [
    `Ik zocht op de site naar: ${query || "(geen zoekwoord)"}`,
    ...(chosen.length ? [`Met de filters: ${chosen.join("; ")}`] : []),
    "Daar staat nog niets over.",
    "",
    "Wat wil je weten?",
    "",
    "",
    "Waar heb je het voor nodig?",
    "",
  ];
  const address = new URL(question.href);
  address.searchParams.set("title", `Kennisvraag: ${query || chosen.join(", ")}`);
  address.searchParams.set("body", lines.join("\n"));
  question.href = address;
}

function anchor(href, text) {
  const link = document.createElement("a");
  link.href = href;
  link.textContent = text;
  return link;
}

function list(place, links) {
  place.hidden = !links.length;
  place.querySelector("ul").replaceChildren(
    ...links.map((link) => {
      if (place.querySelector(".kb-chips")) link.className = "kb-chip";
      const item = document.createElement("li");
      item.append(link);
      return item;
    }),
  );
}
