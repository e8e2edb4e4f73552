/* Which entries match and how well, from impacts that were worked out when the site was built. */

const LACKING = 0.8;
/* A part of the word that was asked: never worth more than the least that the whole word is worth anywhere.
   What it is worth is PART_OF_QUESTION in kb/outputs/search/lexicon.py. */
const PART = 0.3;
const BELOW_WHOLE = 0.75;
const NAMED = 1;
const WHOLE_NAME = 0.6;
/* Of an entry whose title is the question, word for word; one word is more often a subject than a title. */
const SAME_NAME = 2;
const SPREADING = 5;
const SPREAD = 0.3;
const TELLING = 8;
const SAME_TOPIC = 0.5;
const ENOUGH = 10;
const BESIDE_BEST = 0.15;

/* `rows`: for each word of the question its alternatives, each with postings [step, impact * 2 + named, ...];
   `prior`, `nameLength`, `related` (places of others) and `topic` by entry; `topicPage`: entry by topic.
   Returns {hits: [{entry, score, share, whole}] best first, matched: (entry, row) => the alternative that counted}. */
export function rank(rows, { prior, nameLength, related, topic, topicPage }) {
  const entries = prior.length;
  const total = new Float32Array(entries);
  const covered = new Float32Array(entries);
  const named = new Uint8Array(entries);
  const whole = new Uint8Array(entries);
  const chosen = rows.map(() => new Int16Array(entries).fill(-1));
  const spelled = new Uint8Array(entries);
  let asked = 0;
  rows.forEach((row, number) => {
    const best = new Float32Array(entries);
    const inName = new Uint8Array(entries);
    const literal = new Uint8Array(entries);
    const rarest = Math.max(0, ...row.alternatives.map((one) => rarity(one.postings.length / 2, entries)));
    const weight = rarest || rarity(0, entries);
    asked += weight;
    const most = BELOW_WHOLE * leastOfWhole(row.alternatives, entries);
    row.alternatives.forEach((one, which) => {
      const worth = one.worth * (one.how === "synonym" ? rarest : rarity(one.postings.length / 2, entries));
      let entry = 0;
      for (let at = 0; at < one.postings.length; at += 2) {
        entry += one.postings[at];
        const value = one.postings[at + 1];
        const score = one.how === "term" && one.worth <= PART ? Math.min(worth * (value >> 1), most) : worth * (value >> 1);
        if (!one.how && !one.joined && value & 1) literal[entry] = 1;
        if (score <= best[entry]) continue;
        best[entry] = score;
        chosen[number][entry] = which;
        inName[entry] = one.how === "term" ? 0 : value & 1;
      }
    });
    for (let entry = 0; entry < entries; entry += 1) {
      if (!best[entry]) continue;
      total[entry] += best[entry];
      covered[entry] += weight;
      named[entry] += inName[entry];
      spelled[entry] += literal[entry];
      whole[entry] += row.alternatives[chosen[number][entry]].how === "term" ? 0 : 1;
    }
  });
  const found = [];
  for (let entry = 0; entry < entries; entry += 1) {
    if (!total[entry]) continue;
    const share = covered[entry] / asked;
    const all = named[entry] === rows.length;
    const name = (NAMED * named[entry]) / rows.length + (all ? WHOLE_NAME * Math.min(1, rows.length / (nameLength[entry] || 1)) : 0);
    const same = rows.length > 1 && spelled[entry] === rows.length && nameLength[entry] === rows.length ? SAME_NAME : 1;
    found.push({ entry, share, whole: whole[entry] === rows.length, score: total[entry] * share ** LACKING * (1 + name) * same * prior[entry] });
  }
  spread(found, related);
  lean(found, topic, topicPage);
  found.sort((a, b) => b.score - a.score || a.entry - b.entry);
  return { hits: found, matched: (entry, number) => chosen[number][entry] };
}

function leastOfWhole(alternatives, entries) {
  let least = Infinity;
  for (const { how, joined, postings } of alternatives) {
    if (how || joined) continue;
    for (let at = 1; at < postings.length; at += 2) least = Math.min(least, rarity(postings.length / 2, entries) * (postings[at] >> 1));
  }
  return least;
}

/* What editors relate to a good answer is likely to be one too. */
function spread(found, related) {
  const best = top(found, SPREADING);
  const byEntry = new Map(found.map((hit) => [hit.entry, hit]));
  const given = new Map();
  for (const { entry, score, share } of best) {
    for (const other of related[entry]) {
      const old = given.get(other);
      if (!old || old.score < score) given.set(other, { score, share, from: entry });
    }
  }
  for (const [entry, { score, share, from }] of given) {
    const hit = byEntry.get(entry);
    if (hit) hit.score += SPREAD * score;
    else found.push({ entry, share: share * 0.5, whole: false, from, score: SPREAD * score });
  }
}

/* What the best answers are about is likely what the question is about: entries of that topic gain most. */
function lean(found, topic, topicPage) {
  const pages = new Map(topicPage.map((entry, place) => [entry, [place]]));
  const about = (entry) => pages.get(entry) ?? topic[entry];
  const best = top(found, TELLING);
  const all = best.reduce((sum, { score }) => sum + score, 0);
  const share = new Map();
  for (const { entry, score } of best) {
    for (const one of about(entry)) share.set(one, (share.get(one) ?? 0) + score / all / about(entry).length);
  }
  for (const hit of found) hit.score *= 1 + SAME_TOPIC * Math.max(0, ...about(hit.entry).map((one) => share.get(one) ?? 0));
}

function top(found, number) {
  return [...found].sort((a, b) => b.score - a.score || a.entry - b.entry).slice(0, number);
}

/* Entries with all words of the question, and those that answer it about as well as the best one does.
   `fits` tells which the filters leave; while those are few, the best of the others that fit come with them. */
export function enough(hits, fits) {
  const least = BESIDE_BEST * (hits[0]?.score ?? 0);
  const good = hits.filter((hit) => hit.whole || hit.score >= least);
  let short = ENOUGH - good.filter(fits).length;
  if (short <= 0) return good;
  const taken = new Set(good);
  return hits.filter((hit) => taken.has(hit) || (fits(hit) && short-- > 0));
}

function rarity(have, entries) {
  return Math.log(1 + (entries - have + 0.5) / (have + 0.5));
}
