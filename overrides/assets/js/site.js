// Loads what a page needs, by what stands on it. Without JavaScript every page still reads.
const needs = {
  ".language": "language",
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
