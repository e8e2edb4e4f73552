/* On every page: window.kb.search, and the parts of a page that need a script; each loads only where it is used. */
(() => {
  "use strict";

  const PARTS = {
    "[data-kb-glossary]": () => import("./glossary.js"),
    body: () => import("./selection/everywhere.js"),
    "[data-kb-selection]": () => import("./selection/page.js"),
    "[data-kb-compare-tools]": () => import("./compare.js"),
    "[data-kb-search]": () => import("./search-page.js"),
    "[data-kb-list]": () => import("./list.js"),
    "[data-kb-check-by]": () => import("./reviewed.js"),
    ".kb-find": () => import("./find-box.js"),
    ".kb-hero__search": () => import("./find-box.js"),
    "[data-kb-finder]": () => import("./finder.js"),
  };

  // Material does so too, but on the search page its script comes last.
  document.documentElement.classList.replace("no-js", "js");

  window.kb = {
    ...window.kb,
    search: async (query, filters) => (await import("./search/client.js")).search(query, filters),
  };
  const started = Object.entries(PARTS).map(async ([selector, load]) => {
    const element = document.querySelector(selector);
    if (element) await (await load()).start(element);
  });

  const all = Promise.allSettled(started);
  all.then(() => document.documentElement.setAttribute("data-kb-started", ""));

  // Where a question is asked Material's script waits for the answer: both at once keep a slow computer from showing it.
  const held = document.querySelector("[data-kb-after-answer]");
  if (held) all.then(() => requestAnimationFrame(() => setTimeout(() => run(held))));

  function run({ src }) {
    held.replaceWith(Object.assign(document.createElement("script"), { src }));
  }

  // Material puts wide tables in a frame that scrolls; this makes it reachable by keyboard.
  window.addEventListener("load", () => {
    document.querySelectorAll(".md-typeset__scrollwrap").forEach((frame, index) => {
      frame.tabIndex = 0;
      frame.setAttribute("role", "region");
      frame.setAttribute("aria-label", `Tabel ${index + 1}`);
    });
  });
})();
