/* The list at the end of the finder: narrows in place, and its address can be copied. */

export function start(root) {
  const form = root.querySelector("[data-kb-narrowing]");
  if (form?.querySelector("fieldset")) narrowing(root, form);
  sharing(root);
}

function narrowing(root, form) {
  const status = root.querySelector("[data-kb-count]");
  const more = root.querySelector("[data-kb-more]");
  const groups = [...form.querySelectorAll("[data-kb-narrow]")].map((element) => ({
    name: element.dataset.kbNarrow,
    inputs: [...element.querySelectorAll("input")],
  }));
  const items = [...root.querySelectorAll("[data-vorm]")].map(({ dataset, parentElement: element }, place) => ({
    element,
    place,
    values: Object.fromEntries(groups.map(({ name }) => [name, dataset[name].split(" ").filter(Boolean)])),
  }));

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    const address = new URL(location.href);
    groups.forEach((group) => {
      address.searchParams.delete(group.name);
      if (chosen(group)) address.searchParams.set(group.name, chosen(group));
    });
    history.pushState(null, "", address);
    show();
  });
  window.addEventListener("popstate", read);
  read();

  function chosen(group) {
    return group.inputs.find((input) => input.checked).value;
  }

  function read() {
    const asked = new URLSearchParams(location.search);
    groups.forEach((group) => {
      const value = asked.get(group.name) ?? "";
      const input = group.inputs.find((candidate) => candidate.value === value) ?? group.inputs[0];
      input.checked = true;
    });
    show();
  }

  /* What is known not to fit goes. Whom it is about is mostly not known: that stays, behind what surely fits. */
  function show() {
    const asked = groups.map((group) => [group.name, chosen(group)]).filter(([, value]) => value);
    const ranks = new Map(items.map((item) => [item, rank(item, asked)]));
    const shown = items.filter((item) => ranks.get(item) !== null);
    items.forEach((item) => (item.element.hidden = ranks.get(item) === null));
    [...items]
      .sort((a, b) => (ranks.get(a) ?? 9) - (ranks.get(b) ?? 9) || a.place - b.place)
      .forEach((item) => item.element.parentElement.append(item.element));
    if (more) {
      const behind = shown.filter((item) => more.contains(item.element)).length;
      more.querySelector("summary").textContent = `Toon nog ${behind} die ook ${behind === 1 ? "past" : "passen"}`;
      if (asked.length && behind) more.open = true;
    }
    status.textContent = asked.length ? said(shown.length, shown.filter((item) => ranks.get(item) > 0).length) : "";
    root.dispatchEvent(new CustomEvent("kb-narrowed"));
  }

  /* 0: fits all that was asked, 1: may fit, null: does not fit. */
  function rank(item, asked) {
    let unsure = 0;
    for (const [name, value] of asked) {
      const values = item.values[name];
      if (values.includes(value)) continue;
      if (name !== "over" || (values.length && !values.includes("alle-inwoners"))) return null;
      unsure = 1;
    }
    return unsure;
  }

  function said(shown, unsure) {
    const tools = (number) => `${number} ${number === 1 ? "hulpmiddel" : "hulpmiddelen"}`;
    const gone = items.length - shown;
    return [
      `${tools(shown)} in beeld${gone ? `, ${gone} verborgen` : ""}.`,
      unsure ? `Van ${unsure} is niet bekend of ${unsure === 1 ? "het" : "zij"} over deze groep ${unsure === 1 ? "gaat" : "gaan"}.` : "",
      shown ? "" : "Kies een andere vorm of groep.",
    ]
      .filter(Boolean)
      .join(" ");
  }
}

function sharing(root) {
  const link = root.querySelector("[data-kb-link]");
  const button = root.querySelector("[data-kb-copy]");
  const copied = root.querySelector("[data-kb-copied]");

  root.addEventListener("kb-narrowed", follow);
  follow();
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(link.href);
      copied.textContent = "Gekopieerd.";
    } catch {
      copied.textContent = "Kopiëren lukt niet. Kopieer het adres hiernaast zelf.";
    }
  });

  function follow() {
    link.href = link.textContent = location.href.split("#")[0];
    copied.textContent = "";
  }
}
