// Loads what a page needs, by what stands on it. Without JavaScript every page still reads.
const needs = {
  "body": "theme",
  ".md-sidebar--secondary a": "toc",
  ".language": "language",
  ".md-search": "search",
  ".filter": "filter",
  ".board": "board",
  ".say": "copy",
  ".fig": "figure",
  "a.term": "term",
  ".md-content :is(table, math)": "scroll",
  "#__drawer": "drawer",
  'meta[name="offline"]': "offline",
  ".saved": "saved",
};

for (const [selector, name] of Object.entries(needs)) {
  if (document.querySelector(selector)) import(`./${name}.js`);
}
