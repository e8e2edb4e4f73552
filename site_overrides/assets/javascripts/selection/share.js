/* A selection as a link. What it holds stands behind the #, which a browser never sends. */

const MOST = 200;

/* Returns the link to a selection on the page `page`; with the notes only when asked. */
export function linkTo(page, items, { notes = false } = {}) {
  const parts = [`ids=${items.map((item) => item.id).join(",")}`];
  if (notes) {
    items
      .filter((item) => item.note)
      .forEach((item) => parts.push(`notitie-${item.id}=${encodeURIComponent(item.note)}`));
  }
  return `${page.split(/[?#]/)[0]}#${parts.join("&")}`;
}

/* Returns the selection that an address holds, behind the ? or the #; null when it holds none. */
export function shared({ search, hash }) {
  for (const part of [hash.slice(1), search.slice(1)]) {
    const values = new URLSearchParams(part);
    if (!values.has("ids")) continue;
    const ids = values.get("ids").toUpperCase().split(/[\s,;]+/).filter(Boolean);
    if (!ids.length) return null;
    return [...new Set(ids)]
      .slice(0, MOST)
      .map((id) => ({ id, note: values.get(`notitie-${id}`) ?? "", title: "" }));
  }
  return null;
}
