/* Search over all entries. Only this file knows Pagefind; pages call window.kb.search or start(). */

const ROOT = import.meta.url.slice(0, import.meta.url.lastIndexOf("/assets/") + 1);
const LIMIT = 30;
const PAGE = 10;
const WAIT = 150;
const SMALL_WORDS = new Set(
  ("aan als bij dan dat de die dit door een en er het hoe ik in is je met mijn naar niet of om ons onze op over te tot " +
    "uit van voor wat we welke wel wie wij zijn").split(" "),
);

let engine;

async function pagefind() {
  engine ??= import(`${ROOT}pagefind/pagefind.js`).then(async (module) => {
    await module.options({ excerptLength: 28 });
    return module;
  });
  try {
    return await engine;
  } catch (error) {
    engine = undefined; // so that a next try asks again
    throw error;
  }
}

/* Entries that match, best first: [{id, url, title, type, score, kind, lang, summary, excerpt}]. */
export async function search(query, filters = {}) {
  const { hits } = await find(query, filters);
  return Promise.all(hits.slice(0, filters.limit ?? LIMIT).map(load));
}

/* `partly`: no entry has all words; these have some of them. */
async function find(query, { type, phase, topic, audience } = {}) {
  const { search: ask } = await pagefind();
  const filters = Object.fromEntries(
    Object.entries({ type, phase, topic, audience })
      .filter(([, value]) => value?.length)
      .map(([name, value]) => [name, Array.isArray(value) ? { any: value } : value]),
  );
  const text = (query ?? "").trim();
  if (!text && !Object.keys(filters).length) return { hits: [], partly: false };
  const asked = async (words) => (await ask(words, { filters })).results;

  let hits = await asked(text || null);
  const words = text.split(/\s+/);
  if (words.length === 1) return { hits, partly: false };
  const telling = words.filter((word) => !SMALL_WORDS.has(word.toLowerCase()));
  if (!hits.length && telling.length && telling.length < words.length) hits = await asked(telling.join(" "));
  const each = await Promise.all(telling.map(asked));
  // Pagefind passes over a word that it knows nowhere.
  if (hits.length) return { hits, partly: each.some((list) => !list.length) };
  return { hits: merged(each), partly: telling.length > 1 };
}

function merged(lists) {
  const found = new Map();
  lists.flat().forEach((hit) => {
    const known = found.get(hit.id);
    if (known) known.score += hit.score + 100; // more of the words goes first
    else found.set(hit.id, { id: hit.id, data: hit.data, score: hit.score });
  });
  return [...found.values()].sort((a, b) => b.score - a.score);
}

async function load(hit) {
  const { url, meta, excerpt } = await hit.data();
  const { id, title, type, kind, lang, summary } = meta;
  return { id, url, title, type, score: hit.score, kind, lang, summary, excerpt };
}

/* The summary with the words that matched marked; the place in the text when the summary holds none of them. */
function extract({ summary, excerpt }) {
  const found = new DOMParser().parseFromString(excerpt, "text/html").body;
  const bare = (word) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const words = new Set([...found.querySelectorAll("mark")].map((mark) => bare(mark.textContent)));
  const parts = summary.split(/([\p{L}\p{N}-]+)/u);
  if (words.size && !parts.some((part) => words.has(bare(part)))) return ["… ", ...found.childNodes, " …"];
  return parts.map((part) => (bare(part) && words.has(bare(part)) ? marked(part) : part));
}

function marked(word) {
  const mark = document.createElement("mark");
  mark.textContent = word;
  return mark;
}

/* The search page. */
export function start(page) {
  const one = (name) => page.querySelector(`[data-kb-${name}]`);
  const form = page.querySelector("form");
  const { q, type, phase } = form.elements;
  const [status, results, more, none, error, begin] = ["status", "results", "more", "none", "error", "start"].map(one);
  const template = one("result");
  let turn = 0;
  let timer;
  let hits = [];
  let shown = 0;

  const asked = () => ({ query: q.value.trim(), filters: { type: type.value, phase: phase.value } });

  async function run() {
    const mine = ++turn;
    const { query, filters } = asked();
    const empty = !query && !filters.type && !filters.phase;
    if (!empty && !shown) status.textContent = "Zoeken …";
    let found;
    let first;
    try {
      found = empty ? { hits: [] } : await find(query, filters);
      first = await cards(found.hits.slice(0, PAGE));
    } catch {
      if (mine === turn) tell({ status: "", failed: true });
      return;
    }
    if (mine !== turn) return; // a later question is on its way
    hits = found.hits;
    results.replaceChildren(...first);
    shown = first.length;
    tell({ status: empty ? "" : sentence(hits.length, query, found.partly), nothing: !empty && !hits.length });
  }

  function tell({ status: text, failed = false, nothing = false }) {
    if (failed) {
      hits = [];
      results.replaceChildren();
      shown = 0;
    }
    status.textContent = text;
    error.hidden = !failed;
    none.hidden = !nothing;
    begin.hidden = shown > 0;
    more.hidden = shown >= hits.length;
  }

  function sentence(count, query, partly) {
    const about = query ? ` voor ‘${query}’` : "";
    if (!count) return `Niets gevonden${about}`;
    const number = `${count} ${count === 1 ? "resultaat" : "resultaten"}${about}`;
    return partly ? `Niets met al deze woorden; ${number} met een deel ervan` : number;
  }

  async function cards(some) {
    return (await Promise.all(some.map(load))).map((hit) => {
      const card = template.content.firstElementChild.cloneNode(true);
      card.classList.add(`kb-card--${hit.type}`);
      const link = card.querySelector("a");
      link.href = hit.url;
      link.textContent = hit.title;
      if (hit.lang !== "nl") link.lang = hit.lang;
      card.querySelector(".kb-kind").textContent = hit.kind;
      card.querySelector(".kb-card__text").append(...extract(hit));
      return card;
    });
  }

  function remember(method) {
    const address = new URL(location.href);
    for (const field of [q, type, phase]) {
      if (field.value.trim()) address.searchParams.set(field.name, field.value.trim());
      else address.searchParams.delete(field.name);
    }
    if (address.href !== location.href) history[method](null, "", address);
  }

  function read() {
    const asks = new URLSearchParams(location.search);
    for (const field of [q, type, phase]) {
      field.value = asks.get(field.name) ?? "";
      if (field.selectedIndex === -1) field.value = "";
    }
    run();
  }

  q.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      remember("replaceState");
      run();
    }, WAIT);
  });
  for (const field of [type, phase]) {
    field.addEventListener("change", () => {
      remember("pushState");
      run();
    });
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    remember("pushState");
    run();
  });
  more.addEventListener("click", async () => {
    const next = await cards(hits.slice(shown, shown + PAGE));
    results.append(...next);
    shown += next.length;
    more.hidden = shown >= hits.length;
    next[0]?.querySelector("a").focus();
  });
  window.addEventListener("popstate", read);
  read();
}
