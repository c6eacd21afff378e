// Loads what a page needs, by what stands on it. Without JavaScript every page still reads.
// A module that also serves what is added later exports `wake(root)`.
const needs = {
  "body": "theme",
  ".md-sidebar--secondary a": "toc",
  "a.language": "language",
  "button.view": "view",
  "article [data-b]": "peek",
  ".offer": "offer",
  ".md-search": "search",
  ".filter": "filter",
  ".board": "board",
  ".say": "copy",
  ".fig": "figure",
  "a.term": "term",
  ".md-typeset :is(table, math)": "scroll",
  "#__drawer": "drawer",
  'meta[name="offline"]': "offline",
  ".saved": "saved",
};

const loaded = {};

/** Brings what stands inside `root` to life: at once where the module is there, so that nothing moves later. */
export function wake(root) {
  for (const [selector, name] of Object.entries(needs)) {
    if (!root.querySelector(selector)) continue;
    if (loaded[name]) loaded[name].wake?.(root);
    else load(name).then((module) => module.wake?.(root));
  }
}

async function load(name) {
  loaded[name] = await import(`./${name}.js`);
  return loaded[name];
}

wake(document);
document.documentElement.classList.remove("asleep"); // else the page's head takes the page for one without scripts
