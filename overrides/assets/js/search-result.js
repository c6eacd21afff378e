// How a page that was found looks in the list: its title, then its best passages, each with the line in which the words stand.

import { words } from "./search-words.js";

const PASSAGES = 3;
const BEFORE = 30; // characters shown before the first word found
const LINE = 150; // and altogether; a Han character counts twice

/** The list's entry for `page`; lines of text only when `texts`, the text of its passages, is there. */
export function item(page, query, root, texts) {
  const found = pattern(query);
  const entry = element("li", "md-search-result__item");
  const [top, ...rest] = sorted(page.passages.slice(0, PASSAGES));
  entry.lang = page.index.lang === "zh" ? "zh-Hans" : "en";
  entry.append(link(page, top, "search-page", page.title));
  for (const passage of rest) entry.append(link(page, passage, "search-passage", passage.heading));
  return entry;

  function link(page, passage, className, name) {
    const made = element("a", `md-search-result__link ${className}`);
    const address = new URL(page.url, root);
    address.hash = passage?.anchor ?? "";
    made.href = address;
    made.append(filled(element("span", "search-name"), name, found));
    if (passage && texts) made.append(filled(element("span", "search-line"), line(texts[passage.at], found), found));
    return made;
  }
}

/** The page's top first, found or not, then the passages as they scored. */
function sorted(passages) {
  const top = passages.find((passage) => !passage.anchor);
  return [top, ...passages.filter((passage) => passage !== top)];
}

function element(tag, className) {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}

/** What to mark: the query's runs as they were typed, and its words. */
function pattern(query) {
  const runs = query.normalize("NFKC").match(/[\p{L}\p{N}]+/gu) ?? [];
  const parts = [...runs, ...words(query)].sort((a, b) => b.length - a.length);
  return new RegExp(parts.join("|") || "(?!)", "giu");
}

/** `element` with `text`, in which what was found is marked. Text stays text. */
function filled(element, text, found) {
  let last = 0;
  for (const match of text.matchAll(found)) {
    const mark = document.createElement("mark");
    mark.textContent = match[0];
    element.append(text.slice(last, match.index), mark);
    last = match.index + match[0].length;
  }
  element.append(text.slice(last));
  return element;
}

/** A line of `text` around the first thing found. */
function line(text, found) {
  const size = /[\u3400-\u9fff]/.test(text) ? LINE / 2 : LINE;
  const at = Math.max(0, text.search(found) - BEFORE);
  const cut = text.slice(at, at + size);
  return `${at ? "…" : ""}${cut}${at + size < text.length ? "…" : ""}`;
}
