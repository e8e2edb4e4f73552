/* The table of a comparison. On a narrow screen its style puts each label above its values; the roles keep it a table. */

import { ROOT, values } from "./selection/picks.js";

/* Fills `frame`; returns how many rows there are and how many differ. */
export function table(frame, tools, { remove, only }) {
  if (!tools.length) {
    frame.replaceChildren();
    return { all: 0, differing: 0 };
  }
  const rows = tools[0].facts.map((fact) => row(fact, tools));
  const shown = only && tools.length > 1 ? rows.filter(({ differs }) => differs) : rows;
  const element = make("table", "table");
  const head = make("thead", "rowgroup");
  const body = make("tbody", "rowgroup");
  element.className = "kb-figures kb-compare__table";
  element.style.setProperty("--kb-tools", tools.length);
  head.append(heading(tools, remove));
  body.append(...shown.map((one) => one.element));
  element.append(head, body);
  frame.replaceChildren(element);
  return { all: rows.length, differing: rows.filter(({ differs }) => differs).length };
}

function make(tag, role) {
  const element = document.createElement(tag);
  element.setAttribute("role", role);
  return element;
}

function heading(tools, remove) {
  const line = make("tr", "row");
  const corner = make("td", "cell");
  corner.className = "kb-compare__corner";
  line.append(corner, ...tools.map((tool) => column(tool, remove)));
  return line;
}

function column(tool, remove) {
  const cell = make("th", "columnheader");
  const link = document.createElement("a");
  const button = document.createElement("button");
  cell.scope = "col";
  link.href = `${ROOT}${tool.address}`;
  link.textContent = tool.title;
  if (tool.title_lang !== "nl") link.lang = tool.title_lang;
  button.type = "button";
  button.className = "kb-clear";
  button.textContent = "Haal weg";
  button.setAttribute("aria-label", `Haal weg: ‘${tool.title}’`);
  button.addEventListener("click", () => remove(tool));
  cell.append(link);
  if (tool.status === "retired") cell.append(note("Vervallen"));
  cell.append(button);
  return cell;
}

function note(words) {
  const element = document.createElement("span");
  element.className = "kb-note";
  element.textContent = words;
  return element;
}

function row({ name, label }, tools) {
  const all = tools.map((tool) => values(tool, name));
  const differs = new Set(all.map((held) => JSON.stringify(held.map(({ text }) => text).sort()))).size > 1;
  const line = make("tr", "row");
  const head = make("th", "rowheader");
  head.scope = "row";
  head.append(label);
  if (differs) {
    line.className = "kb-compare__differs";
    head.append(" ", note("verschilt"));
  }
  line.append(head, ...all.map(cell));
  return { element: line, differs };
}

function cell(held) {
  const element = make("td", "cell");
  if (!held.length) {
    const unknown = document.createElement("span");
    unknown.className = "kb-unknown";
    unknown.textContent = "onbekend";
    element.append(unknown);
  }
  held.forEach((value, index) => element.append(index ? "; " : "", part(value)));
  return element;
}

function part({ text, address, url }) {
  if (!address && !url) return text;
  const link = document.createElement("a");
  link.href = url ?? `${ROOT}${address}`;
  link.textContent = text;
  if (url) link.rel = "external";
  return link;
}
