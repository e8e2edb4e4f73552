/* A list that filters in place. Without JavaScript its filter links lead to pages. */

export function start(root) {
  const one = (name) => root.querySelector(`[data-kb-${name}]`);
  const status = one("count");
  const chosenList = one("chosen");
  const clear = one("clear");
  const none = one("none");
  const groups = [...root.querySelectorAll("[data-facet]")].map((element) => ({
    param: element.dataset.param,
    name: element.closest("details").querySelector("summary").firstChild.textContent.trim(),
    details: element.closest("details"),
    attribute: `data-${element.dataset.facet}`,
    chosen: new Set(),
    options: [...element.querySelectorAll("a[data-value]")].map((link) => ({
      link,
      value: link.dataset.value,
      label: link.querySelector(".kb-facet__label").textContent,
      count: link.querySelector(".kb-count"),
    })),
  }));
  const cards = [...root.querySelectorAll(".kb-card")].map((element) => ({
    element,
    values: groups.map((group) => new Set((element.getAttribute(group.attribute) ?? "").split(" "))),
  }));

  groups.forEach((group) => {
    group.options.forEach((option) => {
      option.link.setAttribute("role", "button");
      option.link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return; // as a link: in a new tab or window
        event.preventDefault();
        toggle(group, option.value);
      });
      option.link.addEventListener("keydown", (event) => {
        if (event.key !== " ") return;
        event.preventDefault();
        toggle(group, option.value);
      });
    });
  });
  clear.addEventListener("click", () => {
    groups.forEach((group) => group.chosen.clear());
    remember();
    groups[0].details.querySelector("summary").focus();
  });
  window.addEventListener("popstate", read);
  if (location.search) read();
  else show();

  function toggle(group, value) {
    if (!group.chosen.delete(value)) group.chosen.add(value);
    remember();
  }

  function remember() {
    const address = new URL(location.href);
    groups.forEach((group) => {
      address.searchParams.delete(group.param);
      group.chosen.forEach((value) => address.searchParams.append(group.param, value));
    });
    history.pushState(null, "", address);
    show();
  }

  function read() {
    const asked = new URLSearchParams(location.search);
    groups.forEach((group) => {
      const known = new Set(group.options.map((option) => option.value));
      group.chosen = new Set(asked.getAll(group.param).filter((value) => known.has(value)));
      if (group.chosen.size) group.details.open = true;
    });
    show();
  }

  /* Values of one facet: or. Between facets: and. A count says what is left when you choose that value. */
  function show() {
    const counts = groups.map(() => new Map());
    let shown = 0;
    cards.forEach((card) => {
      const misses = groups.filter((group, index) => !fits(group, card.values[index]));
      card.element.hidden = misses.length > 0;
      if (!misses.length) shown += 1;
      groups.forEach((group, index) => {
        if (misses.some((missed) => missed !== group)) return;
        card.values[index].forEach((value) => counts[index].set(value, (counts[index].get(value) ?? 0) + 1));
      });
    });
    groups.forEach((group, index) => {
      group.options.forEach((option) => {
        const count = counts[index].get(option.value) ?? 0;
        option.count.textContent = count;
        option.link.toggleAttribute("data-empty", !count);
        option.link.setAttribute("aria-pressed", group.chosen.has(option.value));
      });
      group.details.querySelector("[data-kb-on]").textContent = group.chosen.size ? ` (${group.chosen.size})` : "";
    });
    status.textContent = `${shown} ${shown === 1 ? status.dataset.one : status.dataset.many}`;
    none.hidden = shown > 0;
    showChosen();
  }

  function fits(group, values) {
    return !group.chosen.size || [...group.chosen].some((value) => values.has(value));
  }

  function showChosen() {
    const items = groups.flatMap((group) =>
      group.options
        .filter((option) => group.chosen.has(option.value))
        .map((option) => {
          const button = document.createElement("button");
          button.type = "button";
          button.textContent = option.label;
          button.setAttribute("aria-label", `${group.name}: ${option.label}, haal weg`);
          button.addEventListener("click", () => {
            toggle(group, option.value);
            (chosenList.querySelector("button") ?? option.link).focus();
          });
          const item = document.createElement("li");
          item.append(button);
          return item;
        }),
    );
    chosenList.replaceChildren(...items);
    chosenList.hidden = clear.hidden = !items.length;
  }
}
