/* Filters of a list or a search: what is chosen, in the address and as buttons that take it away.
   `changed` is called after a reader chose; whoever uses the filters says with show() what each would leave. */

const SCHEME = "fasemodel";
const FEW = 6;
const WIDE = window.matchMedia("(min-width: 60em)");

export function facets(root, changed) {
  const one = (name) => root.querySelector(`[data-kb-${name}]`);
  const fold = one("facets");
  const chosenList = one("chosen");
  const clearButton = one("clear");
  const scheme = one("scheme");
  const groups = [...root.querySelectorAll("[data-facet]")].map(groupIn);
  const phases = groups.find((group) => group.element.contains(scheme));

  groups.forEach((group) => group.options.forEach((option) => listen(option.link, () => toggle(group, option.value))));
  clearButton.addEventListener("click", () => {
    groups.forEach((group) => group.chosen.clear());
    choose();
    (WIDE.matches ? groups[0].element : fold).querySelector("summary").focus();
  });
  scheme?.addEventListener("change", () => {
    const before = phases.options.filter((option) => phases.chosen.has(option.value)).flatMap((option) => option.means);
    const meant = phases.options.filter((option) => option.scheme === scheme.value);
    phases.chosen = new Set(meant.filter((option) => option.means.some((phase) => before.includes(phase))).map(valueOf));
    choose();
  });

  function toggle(group, value) {
    if (!group.chosen.delete(value)) group.chosen.add(value);
    choose();
  }

  /* A choice is seen at once; what it leaves may take a moment. */
  function choose() {
    showChoice();
    changed();
  }

  /* Take over what the address holds; what it does not know is left out. */
  function read() {
    const asked = new URLSearchParams(location.search);
    if (scheme) {
      scheme.value = asked.get(SCHEME) ?? "";
      if (scheme.selectedIndex === -1) scheme.value = "";
    }
    groups.forEach((group) => {
      const values = [...asked.getAll(group.param), ...group.fixed];
      group.chosen = new Set(group.options.filter((o) => usable(group, o) && values.includes(o.value)).map(valueOf));
      if (group.chosen.size) group.element.open = true;
    });
  }

  /* Put what is chosen into parameters of an address. */
  function write(params) {
    params.delete(SCHEME);
    if (scheme?.value) params.set(SCHEME, scheme.value);
    groups.forEach((group) => {
      params.delete(group.param);
      group.chosen.forEach((value) => params.append(group.param, value));
    });
  }

  function usable(group, option) {
    return group !== phases || option.scheme === scheme.value;
  }

  /* The model that phases are named in; empty: that of this site. */
  function model() {
    return scheme?.value ?? "";
  }

  /* Show for every option how many it would leave: count(group, option). */
  function show(count) {
    showChoice();
    groups.forEach((group) => {
      const options = group.options.filter((option) => usable(group, option));
      options.forEach((option) => showCount(option, count(group, option), group.chosen, options.length <= FEW));
    });
  }

  function showChoice() {
    groups.forEach((group) => {
      group.element.querySelectorAll("[data-scheme]").forEach((list) => {
        list.hidden = list.dataset.scheme !== scheme.value;
      });
      group.options.forEach(({ link, value }) => link.setAttribute("aria-pressed", group.chosen.has(value)));
      group.element.querySelector("[data-kb-on]").textContent = number(group.chosen.size);
    });
    const note = one("scheme-note");
    if (note) note.hidden = !scheme.value;
    const chosen = groups.flatMap((group) => [...group.chosen].map((value) => `${group.param}=${value}`));
    one("all-on").textContent = number(chosen.length);
    if (chosenList.dataset.shown !== chosen.join()) showChips();
    chosenList.dataset.shown = chosen.join();
  }

  function showChips() {
    const items = groups.flatMap((group) =>
      group.options.filter((option) => group.chosen.has(option.value)).map((option) => chip(group, option)),
    );
    chosenList.replaceChildren(...items);
    chosenList.hidden = clearButton.hidden = !items.length;
  }

  function chip(group, option) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = option.label;
    button.setAttribute("aria-label", `${group.name}: ${option.label}, haal weg`);
    button.addEventListener("click", () => {
      toggle(group, option.value);
      const next = chosenList.querySelector("button") ?? (WIDE.matches ? option.link : fold.querySelector("summary"));
      next.focus();
    });
    const item = document.createElement("li");
    item.append(button);
    return item;
  }

  return { groups, model, read, write, show };
}

/* `fixed`: what a list that is narrowed already has chosen. `means`: the values that an option stands for. */
function groupIn(element) {
  const options = [...element.querySelectorAll("a[data-value]")].map((link) => ({
    link,
    value: link.dataset.value,
    means: (link.dataset.means ?? link.dataset.value).split(" "),
    scheme: link.closest("ul").dataset.scheme ?? "",
    label: link.querySelector(".kb-facet__label").textContent,
    count: link.querySelector(".kb-count"),
  }));
  const fixed = options.filter((option) => option.link.hasAttribute("aria-current")).map(valueOf);
  return {
    element,
    options,
    fixed,
    facet: element.dataset.facet,
    param: element.dataset.param,
    name: element.querySelector("summary").firstChild.textContent.trim(),
    chosen: new Set(fixed),
  };
}

/* A link that works as a button, but opens as a link in a new tab or window. */
function listen(link, choose) {
  link.setAttribute("role", "button");
  link.removeAttribute("aria-current");
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose();
  });
  link.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    choose();
  });
}

/* Where there are many options, those that leave nothing make room for the rest. */
function showCount(option, left, chosen, few) {
  option.count.textContent = left ?? "";
  option.link.toggleAttribute("data-empty", left === 0);
  option.link.parentElement.hidden = left === 0 && !chosen.has(option.value) && !few;
}

function number(chosen) {
  return chosen ? ` (${chosen})` : "";
}

function valueOf(option) {
  return option.value;
}
