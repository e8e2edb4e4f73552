/* A selection as a table for a spreadsheet: Dutch Excel splits at semicolons, and knows UTF-8 by its mark. */

import { warning } from "./picks.js";

const COLUMNS = {
  Nummer: (pick) => pick.id,
  Soort: (pick) => pick.badge,
  Titel: (pick) => pick.title,
  Samenvatting: (pick) => pick.summary,
  Fase: (pick) => pick.phases.join(", "),
  Thema: (pick) => pick.topics.join(", "),
  Bron: (pick) => pick.sources.join(", "),
  Notitie: (pick) => pick.note,
  "Blijvend adres": (pick) => pick.permalink,
  "Let op": warning,
};

export function csv(picks) {
  const rows = [Object.keys(COLUMNS), ...picks.map((pick) => Object.values(COLUMNS).map((of) => of(pick)))];
  return `\uFEFF${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;
}

/* A spreadsheet runs a cell that begins like a formula; an apostrophe makes it text. */
function cell(value) {
  const safe = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
