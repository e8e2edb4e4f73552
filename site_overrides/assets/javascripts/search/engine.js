/* Answers questions from the files below zoekindex/; knows nothing of pages, so that it runs in a worker and in Node. */

import { Filters } from "./filters.js";
import { Lexicon } from "./lexicon.js";
import { analyse } from "./question.js";
import { enough, rank } from "./ranking.js";
import { explain } from "./explain.js";

const NEAR = 5;

/* `read(name, version)` resolves to the data of one file of the index. */
export class Engine {
  constructor(read) {
    this.read = read;
    this.files = new Map();
  }

  async open() {
    this.opening ??= this.load().catch((error) => {
      this.opening = undefined; // so that a next question tries again
      throw error;
    });
    return this.opening;
  }

  async load() {
    this.start = await this.read("start");
    const [terms, columns] = await Promise.all([this.file("terms"), this.file("entries")]);
    this.lexicon = new Lexicon(terms);
    this.columns = columns;
    this.filters = new Filters(this.start.facets, columns, this.start.schemes);
    this.small = new Set(this.start.small);
    this.position = new Map(columns.byTitle.map((entry, place) => [entry, place]));
  }

  file(name) {
    if (!this.files.has(name)) {
      const asked = this.read(name, this.start.version);
      asked.catch(() => this.files.delete(name));
      this.files.set(name, asked);
    }
    return this.files.get(name);
  }

  async find(query, asked = {}, { limit = 10, offset = 0, sort = "relevance" } = {}) {
    await this.open();
    const text = query ?? "";
    const narrowed = this.filters.chosen(asked).length > 0;
    const question = analyse(text, this.lexicon, this.start.concepts, this.small);
    if (!question.words.length && !narrowed) return { ...NOTHING, counts: this.filters.apply(this.listed().hits, {}).counts };
    const ranked = question.words.length ? await this.ranked(question) : this.listed();
    const { kept, counts } = this.filters.apply(enough(ranked.hits, this.filters.test(asked)), asked);
    const order = sort === "relevance" && !question.words.length ? "title" : sort;
    const shown = this.sorted(kept, order).slice(offset, offset + limit);
    return {
      total: kept.length,
      partly: kept.length > 0 && !kept.some((hit) => hit.whole),
      hits: await Promise.all(shown.map((hit) => this.shown(hit, question, ranked.matched))),
      counts,
      near: kept.length ? [] : this.near(question),
      glossary: await this.explained(question),
    };
  }

  /* Every entry, for a question of filters alone. */
  listed() {
    const hits = Array.from({ length: this.start.entries }, (_, entry) => ({ entry, score: 0, share: 1, whole: true }));
    return { hits, matched: () => -1 };
  }

  async ranked(question) {
    const rows = await Promise.all(
      question.words.map(async (row) => ({
        ...row,
        alternatives: await Promise.all(row.alternatives.map(async (one) => ({ ...one, postings: await this.postings(one.place) }))),
      })),
    );
    return rank(rows, this.columns);
  }

  async postings(place) {
    const { shards } = this.start;
    let number = shards.length - 1;
    while (shards[number] > place) number -= 1;
    return (await this.file(`postings-${number}`))[place - shards[number]];
  }

  sorted(hits, sort) {
    const title = (hit) => this.position.get(hit.entry);
    if (sort === "title") return [...hits].sort((a, b) => title(a) - title(b));
    if (sort !== "year") return hits;
    // Years are listed newest first; entries without one come last.
    const age = (hit) => this.columns.year[hit.entry][0] ?? this.start.entries;
    return [...hits].sort((a, b) => age(a) - age(b) || title(a) - title(b));
  }

  async record(entry) {
    const per = this.start.perFile;
    const records = await this.file(`records-${Math.floor(entry / per)}`);
    return records[entry % per];
  }

  async shown({ entry, score, from }, question, matched) {
    const [id, url, title, type, kind, lang, summary, year, phrases] = await this.record(entry);
    const glossary = question.concepts.length ? await this.file("glossary") : [];
    const names = (concept) => glossary[concept][3];
    const text = { shown: `${title} ${summary}`, phrases };
    const reasons = explain(question, (number) => matched(entry, number), text, this.lexicon, names);
    if (from !== undefined) {
      const [, , relative] = await this.record(from);
      const asked = question.words.map((one) => one.asked).join(" ");
      reasons.via.push({ asked, found: relative, how: "related" });
    }
    return { id, url, title, type, kind, lang, summary, year, score, ...reasons };
  }

  near(question) {
    const found = question.unknown.flatMap((word) => [...this.lexicon.like(word), ...this.lexicon.starting(word)]);
    return [...new Set(found.map((one) => this.lexicon.terms[one.place]))].slice(0, NEAR);
  }

  async explained({ concepts }) {
    if (!concepts.length) return [];
    const glossary = await this.file("glossary");
    const told = concepts.map((number) => glossary[number]).filter(([, meaning]) => meaning);
    return told.map(([term, meaning, anchor]) => ({ term, meaning, anchor }));
  }
}

const NOTHING = { total: 0, partly: false, hits: [], near: [], glossary: [] };
