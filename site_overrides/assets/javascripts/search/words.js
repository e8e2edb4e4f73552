/* Words of a question, split and spelled as kb/dutch/tokens.py and kb/folding.py do with texts. */

const TOKEN = /[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*(?:[.,](?=\p{N})\p{N}+)*/gu;
const NOT_FOLDED = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d" };

export function fold(text) {
  return text
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[ßæœøłđð]/g, (letter) => NOT_FOLDED[letter])
    .normalize("NFKD")
    .replace(/\p{M}/gu, "");
}

export function words(text) {
  return fold(text).match(TOKEN) ?? [];
}

/* Text in pieces: every other one is a word, as it stands. */
export function pieces(text) {
  return text.replace(/[‘`´]/g, "’").split(/([\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*)/u);
}
