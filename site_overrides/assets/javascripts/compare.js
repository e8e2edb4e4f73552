/* Two to four tools side by side on what is known of them; the address holds which. */

import { entry, warning } from "./selection/picks.js";
import { table } from "./compare-table.js";
import * as store from "./selection/store.js";

const MOST = 4;

export function start(page) {
  const one = (name) => page.querySelector(`[data-kb-${name}]`);
  const [form, status, only, frame, kept] = ["add", "status", "only", "table", "kept"].map(one);
  const toggle = only.querySelector("button");
  const select = form.elements.tool;
  let turn = 0;

  const asked = () => [...new Set((new URLSearchParams(location.search).get("tools") ?? "").toUpperCase().split(/[\s,]+/))].filter(Boolean);

  async function render(message = "") {
    const mine = ++turn;
    const ids = asked();
    const answers = await Promise.allSettled(ids.map(entry));
    if (mine !== turn) return;
    const found = answers.map(({ status: fate, value }) => (fate === "fulfilled" ? value : undefined));
    const tools = found.filter((tool) => tool?.type === "tool").slice(0, MOST);
    const left = ids.map((id, at) => skipped(id, found[at], tools)).filter(Boolean);
    const rows = table(frame, tools, { remove, only: toggle.getAttribute("aria-pressed") === "true" });
    frame.setAttribute("aria-busy", false);
    frame.hidden = !tools.length;
    only.hidden = tools.length < 2;
    form.hidden = tools.length >= MOST;
    select.querySelectorAll("option").forEach((option) => (option.disabled = ids.includes(option.value)));
    status.textContent = [message, ...left, sentence(tools, rows)].filter(Boolean).join(" ");
  }

  function skipped(id, found, tools) {
    if (found === undefined) return warning({ id, state: "failed" });
    if (found === null) return warning({ id, state: "unknown" });
    if (found.type !== "tool") return `‘${found.title}’ is geen hulpmiddel en staat er niet bij.`;
    return tools.includes(found) ? "" : `‘${found.title}’ past er niet meer bij: vier is het meeste.`;
  }

  function sentence(tools, { all, differing }) {
    if (!tools.length) return "Kies een hulpmiddel om te beginnen.";
    if (tools.length === 1) return "Kies nog een hulpmiddel om te vergelijken.";
    return `${tools.length} hulpmiddelen; ${differing} van de ${all} kenmerken verschillen.`;
  }

  function go(ids) {
    const query = ids.length ? `?tools=${ids.join(",")}` : "";
    history.pushState(null, "", `${location.pathname}${query}`);
  }

  async function remove(tool) {
    go(asked().filter((id) => id !== tool.id));
    await render(`‘${tool.title}’ is weggehaald.`);
    (frame.querySelector("thead button") ?? select).focus();
  }

  async function add(id) {
    const title = select.selectedOptions[0].textContent;
    go([...asked(), id]);
    select.value = "";
    await render(`‘${title}’ staat erbij.`);
    if (form.hidden) frame.focus();
    else select.focus();
  }

  /* Tools of my selection come first in the list to choose from. */
  function offer() {
    const options = store
      .all()
      .map(({ id }) => select.querySelector(`optgroup:not([data-kb-kept]) option[value="${CSS.escape(id)}"]`))
      .filter(Boolean);
    kept.replaceChildren(...options.map((option) => option.cloneNode(true)));
    kept.hidden = !options.length;
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (select.value) add(select.value);
    else status.textContent = "Kies eerst een hulpmiddel in de lijst.";
  });
  toggle.addEventListener("click", () => {
    toggle.setAttribute("aria-pressed", toggle.getAttribute("aria-pressed") !== "true");
    render();
  });
  window.addEventListener("popstate", () => render());
  offer();
  render();
}

