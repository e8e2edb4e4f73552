/* A selection for reference managers (RIS). A source is cited as the work it is, anything else as our page. */

const TYPES = {
  report: "RPRT",
  "article-journal": "JOUR",
  article: "MGZN",
  book: "BOOK",
  chapter: "CHAP",
  thesis: "THES",
  webpage: "ELEC",
  legislation: "STAT",
  bill: "BILL",
  speech: "SLIDE",
  motion_picture: "VIDEO",
  document: "GEN",
};

export function ris(picks, site) {
  return picks.map((pick) => record(fields(pick, site))).join("\r\n");
}

function record(lines) {
  const told = lines.filter(([, value]) => value);
  const text = told.map(([tag, value]) => `${tag}  - ${String(value).replace(/\s+/g, " ").trim()}`);
  return `${[...text, "ER  - "].join("\r\n")}\r\n`;
}

function fields(pick, site) {
  const of = pick.entry?.type;
  const work = of === "source" ? source(pick) : of === "synthesis" ? synthesis(pick) : page(pick, site);
  return [...work, ["N1", pick.note], ["DP", site], ["ID", pick.id]];
}

function source({ entry, title, permalink }) {
  const [first, last] = (entry.pages ?? "").split(/\s*[-–]\s*/);
  const journal = entry.csl_type === "article-journal";
  return [
    ["TY", TYPES[entry.csl_type] ?? "GEN"],
    ...(entry.authors.length ? entry.authors.map((author) => ["AU", person(author)]) : [["AU", group(entry.organisation)]]),
    ["TI", title],
    [journal ? "JO" : "T2", entry.container_title],
    ["VL", entry.volume],
    ["IS", entry.issue],
    ["M1", entry.number],
    ["SP", first],
    ["EP", last],
    ["PY", entry.year],
    ["PB", entry.organisation],
    ["SN", entry.isbn],
    ["DO", entry.doi],
    ["LA", entry.language],
    ["UR", entry.url ?? (entry.doi && `https://doi.org/${entry.doi}`) ?? permalink],
  ];
}

function synthesis({ entry, title, permalink }) {
  return [
    ["TY", "RPRT"],
    ["AU", group(entry.organisation)],
    ["TI", title],
    ["PY", entry.year],
    ["PB", entry.organisation],
    ["UR", entry.links[0]?.url ?? permalink],
  ];
}

function page({ entry, title, summary, permalink }, site) {
  return [
    ["TY", "ELEC"],
    ["AU", group(entry?.publisher)],
    ["TI", title],
    ["T2", site],
    ["PY", entry?.year],
    ["AB", summary],
    ["UR", permalink],
  ];
}

/* Family name with its particle first, as RIS wants it: `van der Vooren, N.` */
function person({ particle, family, given }) {
  const name = [particle, family].filter(Boolean).join(" ");
  return given ? `${name}, ${given}` : name;
}

/* RIS splits a name at its comma, and an organisation has no given name. */
function group(name) {
  return name?.replace(/,\s*/g, " en ");
}
