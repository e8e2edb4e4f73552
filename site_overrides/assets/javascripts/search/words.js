/* Words of a question, split and spelled as kb/dutch/tokens.py and kb/folding.py do with texts. */

const LETTER = "0-9a-zß-öø-žșțḁ-ẙạ-ỹﬀ-ﬆ";
const TOKEN = new RegExp(`[${LETTER}]+(?:'[${LETTER}]+)*(?:[.,][0-9]+)*`, "g");
/* Accents apart from their letter, and soft hyphens. */
const NO_LETTERS = /[\u0300-\u036f\u00ad]/g;
const NOT_FOLDED = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i", ĸ: "k", ŋ: "n", ŧ: "t" };

export function fold(text) {
  return lower(text)
    .normalize("NFKD")
    .replace(/[ßæœøłđðþħıĸŋŧ]/g, (letter) => NOT_FOLDED[letter])
    .replace(/[^\u0000-\u007f]/g, "")
    .toLowerCase();
}

export function words(text) {
  return (lower(text).normalize("NFC").replace(NO_LETTERS, "").match(TOKEN) ?? []).map(fold);
}

/* Text in pieces: every other one is a word, as it stands. */
export function pieces(text) {
  return text.split(/([\p{L}\p{M}\p{N}]+(?:['’‘`´][\p{L}\p{M}\p{N}]+)*(?:[.,][0-9]+)*)/u);
}

function lower(text) {
  return text.toLowerCase().replace(/[’‘`´]/g, "'");
}
