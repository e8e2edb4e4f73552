/* Ways to take along what the page shows: on paper, as a file, as a link. */

import { csv } from "./csv.js";
import { ROOT, save, today } from "./picks.js";
import { ris } from "./ris.js";
import { linkTo } from "./share.js";

const MOST_TO_COMPARE = 4;

/* Makes the buttons work; `show(picks)` says what there is to take. */
export function takeAlong(page) {
  const one = (name) => page.querySelector(`[data-kb-${name}]`);
  const { site } = page.dataset;
  const field = page.querySelector("#kb-share-link");
  const notes = page.querySelector("#kb-share-notes");
  const status = one("status");
  let picks = [];

  function share() {
    const address = `${location.origin}${location.pathname}`;
    field.value = linkTo(address, picks, { notes: notes.checked });
    one("copied").textContent = "";
  }

  async function copy() {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      one("copied").textContent = "De link is gekopieerd.";
    } catch {
      one("copied").textContent = "Kopiëren lukt hier niet vanzelf. De link is geselecteerd: druk op Ctrl+C.";
    }
  }

  async function asWord() {
    status.textContent = "Het Word-bestand wordt gemaakt …";
    try {
      const { word } = await import("./word.js");
      const title = one("title").textContent;
      save(await word(picks, { title, site, home: ROOT }), "selectie.docx");
      status.textContent = "Het Word-bestand staat bij je downloads.";
    } catch {
      status.textContent = "Het Word-bestand maken lukt nu niet. Druk de selectie af, of probeer het later nog eens.";
    }
  }

  one("print").addEventListener("click", () => window.print());
  one("word").addEventListener("click", asWord);
  one("csv").addEventListener("click", () => save(csv(picks), "selectie.csv", "text/csv;charset=utf-8"));
  one("ris").addEventListener("click", () => {
    save(ris(picks, site), "selectie.ris", "application/x-research-info-systems;charset=utf-8");
  });
  one("copy").addEventListener("click", copy);
  notes.addEventListener("change", share);

  return {
    show(found) {
      picks = found;
      one("date").textContent = `${today()}. Uit: ${site}, ${ROOT}`;
      const tools = picks.filter((pick) => pick.entry?.type === "tool").map((pick) => pick.id);
      const link = one("compare").querySelector("a");
      one("compare").hidden = tools.length < 2;
      link.href = `${ROOT}vergelijken/?tools=${tools.slice(0, MOST_TO_COMPARE).join(",")}`;
      const first = tools.length > MOST_TO_COMPARE ? "de eerste vier " : "";
      link.textContent = `Vergelijk ${first}hulpmiddelen`;
      share();
    },
  };
}
