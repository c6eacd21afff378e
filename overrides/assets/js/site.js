// Loads what a page needs, by what stands on it. Without JavaScript every page still reads.
// A module that also serves what is added later exports `wake(root)`.
const needs = {
  "a.language": "language",
  "button.view": "view",
  "article [data-b]": "peek",
  ".offer": "offer",
  ".filter": "filter",
  ".board": "board",
  ".say": "copy",
  ".fig": "figure",
  "a.term": "term",
  ".md-typeset :is(table, math)": "scroll",
};

/** Brings what stands inside `root` to life. */
export async function wake(root) {
  for (const [selector, name] of Object.entries(needs)) {
    if (root.querySelector(selector)) import(`./${name}.js`).then((module) => module.wake?.(root));
  }
}

wake(document);
