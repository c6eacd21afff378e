// Finds pages in the index that the build wrote (hooks/study/search/index.py): fetches the words that a query needs, adds points.

import { fetched } from "./fetched.js";
import { han, words } from "./search-words.js";

const FORMS = 0.7; // a longer word that begins with the query's
const STEMS = 0.5; // a word that shares only the query's stem
const SHORT = 3; // a Latin word of fewer letters means only itself, or it would begin half the index
const WHOLE = 0.4; // how much of what a page's passages hold together counts for the page

/** The index of one language below `root`, the address of the folder search/. */
export class Index {
  constructor(root, lang) {
    this.root = root;
    this.lang = lang;
    this.kept = new Map();
  }

  /** Pages that hold the query's words, the best first: {url, title, file, score, passages: [{at, anchor, heading, score}]}. */
  async find(query) {
    const wanted = words(query);
    if (!wanted.length) return [];
    const { pages, words: ranges } = await this.table();
    const points = await Promise.all(wanted.map((word) => this.points(word, ranges)));
    return rank(pages, points.filter((found) => found.size)); // a word that nobody uses decides nothing
  }

  /** The text of a page's passages. */
  text(page) {
    return this.json(page.file);
  }

  table() {
    return this.json(`${this.lang}.json`);
  }

  /** Passage → points, for the words that `word` may mean. */
  async points(word, ranges) {
    const exact = !han(word) && word.length < SHORT;
    const stem = stemmed(word);
    const last = exact ? stem : `${stem}\uffff`;
    const files = ranges.filter(([first], at) => first <= last && (ranges[at + 1]?.[0] ?? "\uffff") > stem);
    const found = new Map();
    for (const rows of await Promise.all(files.map(([, name]) => this.json(name)))) {
      for (const [form, row] of Object.entries(rows)) {
        if (exact ? form === word : form.startsWith(stem)) add(found, row, likeness(form, word));
      }
    }
    return found;
  }

  /** What does not come is asked for again the next time. */
  json(name) {
    if (!this.kept.has(name)) this.kept.set(name, this.load(name));
    return this.kept.get(name);
  }

  load(name) {
    return fetched(new URL(name, this.root), "json").catch((error) => {
      this.kept.delete(name);
      throw error;
    });
  }
}

/** `caching` finds `cache`, `appeals` finds `appeal`; a pair of Han characters has no stem. */
function stemmed(word) {
  if (han(word) || word.length < 4) return word;
  return word.replace(/(?<=.{4})(?:ing|ed|es|e|s)$|(?<=..[^s])s$/, "");
}

function likeness(form, word) {
  if (form === word) return 1;
  return form.startsWith(word) ? FORMS : STEMS;
}

/** Reads a row of the index, [distance, points, …], into `found`; of several forms the best counts. */
function add(found, row, share) {
  let passage = 0;
  for (let at = 0; at < row.length; at += 2) {
    passage += row[at];
    found.set(passage, Math.max(found.get(passage) ?? 0, row[at + 1] * share));
  }
}

/** Points of all words; a passage that holds all of them beats one that holds some of them often. */
function worth(each) {
  const held = each.filter(Boolean).length / each.length;
  return each.reduce((sum, points) => sum + points, 0) * held * held;
}

function rank(pages, points) {
  const results = [];
  let first = 0;
  for (const [url, title, file, heads] of pages) {
    const passages = [];
    const best = points.map(() => 0);
    for (let at = 0; at < heads.length / 2; at++) {
      const each = points.map((found) => found.get(first + at) ?? 0);
      each.forEach((value, word) => (best[word] = Math.max(best[word], value)));
      const score = worth(each);
      if (score) passages.push({ at, anchor: heads[2 * at], heading: heads[2 * at + 1], score });
    }
    first += heads.length / 2;
    if (!passages.length) continue;
    passages.sort((a, b) => b.score - a.score);
    results.push({ url, title, file, passages, score: passages[0].score + WHOLE * worth(best) });
  }
  return results.sort((a, b) => b.score - a.score);
}
