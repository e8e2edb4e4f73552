/* Shows what a glossary term in running text means, at the word itself: on hover, on focus, and at the first tap.

   The page holds the meanings; each word is a link that is described by one. A mouse or the Enter key
   follows that link, a second tap does too. Shown, a meaning stays while the pointer is on the word or on
   the meaning or while the word has the focus; Escape closes it (WCAG 1.4.13). */

const WORDS = 'a[aria-describedby^="uitleg:"]';
const SHOW_AFTER = 120;
const HIDE_AFTER = 300;
const GAP = 6;
const TAP_AGAIN = "Tik nog eens om naar de begrippenlijst te gaan.";

let shown = null;
let timer = 0;

export function start() {
  for (const word of document.querySelectorAll(WORDS)) {
    const meaning = document.getElementById(word.getAttribute("aria-describedby"));
    if (meaning) explain(word, meaning);
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  document.addEventListener("pointerdown", (event) => {
    if (shown && !shown.word.contains(event.target) && !shown.meaning.contains(event.target)) hide();
  });
  window.addEventListener("resize", hide);
}

function explain(word, meaning) {
  let openBefore = false;

  for (const part of [word, meaning]) {
    part.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "touch") return;
      later(SHOW_AFTER, () => show(word, meaning));
    });
    part.addEventListener("pointerleave", (event) => {
      if (event.pointerType === "touch") return;
      later(HIDE_AFTER, () => {
        if (document.activeElement !== word) hide();
      });
    });
  }
  word.addEventListener("focus", () => {
    if (word.matches(":focus-visible")) show(word, meaning);
  });
  word.addEventListener("blur", () => {
    if (shown?.word === word && !meaning.matches(":hover")) hide();
  });
  word.addEventListener("pointerdown", () => {
    openBefore = shown?.word === word;
  });
  word.addEventListener("click", (event) => {
    if (event.pointerType !== "touch" || openBefore) return;
    event.preventDefault();
    show(word, meaning, TAP_AGAIN);
  });
  // Who was there before this script was has seen nothing yet.
  if (word.matches(":hover, :focus-visible")) later(SHOW_AFTER, () => show(word, meaning));
}

function later(milliseconds, action) {
  clearTimeout(timer);
  timer = setTimeout(action, milliseconds);
}

function show(word, meaning, hint = "") {
  clearTimeout(timer);
  if (shown?.word !== word) hide();
  shown = { word, meaning };
  meaning.hidden = false;
  if (hint && !meaning.querySelector(".kb-meaning__hint")) {
    const more = document.createElement("span");
    more.className = "kb-meaning__hint";
    more.textContent = hint;
    meaning.append(" ", more);
  }
  place(word, meaning);
}

function hide() {
  clearTimeout(timer);
  if (!shown) return;
  shown.meaning.querySelector(".kb-meaning__hint")?.remove();
  shown.meaning.hidden = true;
  shown = null;
}

/* Below the word, above it where there is no room below; never over the edge of the window. */
function place(word, meaning) {
  meaning.style.left = meaning.style.top = "0px";
  const line = word.getClientRects()[0];
  const box = meaning.getBoundingClientRect();
  const widest = document.documentElement.clientWidth - GAP;
  const left = Math.max(GAP, Math.min(line.left, widest - box.width));
  const last = word.getClientRects()[word.getClientRects().length - 1];
  const fits = last.bottom + GAP + box.height <= window.innerHeight || line.top < box.height + GAP;
  const top = fits ? last.bottom + GAP : line.top - GAP - box.height;
  meaning.style.left = `${left - box.left}px`;
  meaning.style.top = `${top - box.top}px`;
}
