// The blocks of this page in the other language, and its labels, fetched once, fit to stand on this page.

import { fetched } from "./fetched.js";

const link = document.querySelector("a.language");
export const LABELS = ".clock li span, .md-nav--secondary .md-ellipsis, .md-footer__title .md-ellipsis"; // not in blocks
export const PREFIX = "twin-"; // every id that comes along gets it, and all that refers to one
const MARKS = /(^|url\(["']?)#([^"')\s]+)/g; // `#name` in href, and `url(#name)` in drawings
const NAMES = ["aria-labelledby", "aria-describedby", "aria-controls", "for"];

export const language = link.lang;
let loaded;

/**
 * `blocks`: a block's name → its twin; `labels`: the twins' texts, in the page's order. When the page cannot be
 * had, the next call tries again.
 */
export function twins() {
  loaded ??= load().catch((error) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function load() {
  const address = new URL(link.pathname, location);
  const page = new DOMParser().parseFromString(await fetched(address, "text"), "text/html");
  const article = page.querySelector("article");
  for (const anchor of article.querySelectorAll(".headerlink")) anchor.remove();
  const blocks = new Map();
  for (const block of article.querySelectorAll("[data-b]")) {
    blocks.set(block.dataset.b, block);
    if (!block.matches("figure, div")) block.removeAttribute("id"); // its namesake is the same place on this page
    block.removeAttribute("data-b");
  }
  rename(article, new Set([...article.querySelectorAll("[id]")].map((each) => each.id)));
  locate(article, address);
  return { blocks, labels: [...page.querySelectorAll(LABELS)].map((label) => label.textContent.trim()) };
}

function rename(article, ids) {
  const named = (whole, before, id) => (ids.has(id) ? `${before}#${PREFIX}${id}` : whole);
  const listed = (id) => (ids.has(id) ? PREFIX + id : id);
  for (const each of article.querySelectorAll("*")) {
    for (const attribute of each.attributes) {
      if (attribute.name === "id") attribute.value = PREFIX + attribute.value;
      else if (NAMES.includes(attribute.name)) attribute.value = attribute.value.split(" ").map(listed).join(" ");
      else if (attribute.value.includes("#")) attribute.value = attribute.value.replace(MARKS, named);
    }
  }
}

/** Addresses are relative to the page that they come from; those of this site do not name it, or paper would print them. */
function locate(article, address) {
  for (const each of article.querySelectorAll("[href], [src]")) {
    const name = each.hasAttribute("href") ? "href" : "src";
    const value = each.getAttribute(name);
    if (value.startsWith("#")) continue;
    const { origin, pathname, search, hash, href } = new URL(value, address);
    each.setAttribute(name, origin === location.origin ? pathname + search + hash : href);
  }
}
