/* What MiniSearch must be told in the same words when it indexes and when it loads. `boost`: fields with their weight;
   `small`: words that count for nothing; when there are any, accents count for nothing either. */

export const options = ({ boost, small, facets }) => ({
  fields: Object.keys(boost),
  storeFields: ["url", "title", "summary", ...facets],
  ...(small.length && { processTerm: (term) => folded(term, new Set(small)) }),
});

function folded(term, small) {
  const plain = term.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  return small.has(plain) ? null : plain;
}
