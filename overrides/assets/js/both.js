// Lays each block beside its twin. A block stays where it is and gets both texts inside, so that lists stay lists and
// there is one set of headings; only drawings, cards and table rows stand beside their twins.

import { article, back, LEFT, place } from "./block.js";
import { wake } from "./site.js";
import { get } from "./store.js";
import { LABELS, language, twins } from "./twin.js";

const root = document.documentElement;
const FITS = 560; // a drawing wider than this, as drawn, would have to be scrolled in half a page
const undo = [];
const [{ type }] = performance.getEntriesByType("navigation");
let left = type === "navigate" ? undefined : (get(LEFT, "sessionStorage") ?? undefined); // who comes back, comes back to it

/** Shows both languages, once they are there, if that is still `wanted`. */
export async function show(wanted) {
  const { blocks, labels } = await twins();
  await closed();
  if (undo.length || !wanted()) return;
  swap(() => {
    root.dataset.view = "both";
    for (const own of document.querySelectorAll("[data-b]")) {
      const other = blocks.get(own.dataset.b); // absent where one page has just been published anew
      if (other) pair(own, document.importNode(other, true));
    }
    label(labels);
    wake(article); // when all stands, for a number needs its card
    root.dataset.paired = "";
  }, left);
  left = undefined;
}

/** Shows one language, if that is still `wanted`. */
export async function hide(wanted) {
  await closed();
  if (!wanted()) return;
  swap(() => {
    delete root.dataset.view;
    delete root.dataset.paired;
    while (undo.length) undo.pop()();
  });
}

/** Once every board has come back from full screen: a dialog that is moved is modal no more, and Escape does not close it. */
async function closed() {
  for (const dialog of document.querySelectorAll("dialog[open]")) {
    const back = new Promise((done) => dialog.addEventListener("close", done, { once: true }));
    dialog.close();
    await back;
  }
}

/** Changes the page at one stroke: nothing that was painted moves, it is laid out anew; the reader's block keeps its place. */
function swap(change, to = place()) {
  const page = document.querySelector(".md-container");
  for (const open of document.querySelectorAll(".pop:popover-open")) open.hidePopover();
  page.style.display = "none";
  page.getBoundingClientRect();
  try {
    change();
  } finally {
    page.style.display = "";
  }
  back(to);
}

function pair(own, other) {
  if (own.matches("tr")) row(own, other);
  else if (own.matches("figure, div")) beside(own, other);
  else if (words(own) !== words(other)) inside(own, other); // what is the same in both stands once
}

const words = (block) => block.textContent.replace("¶", "").replace(/\s+/g, " ").trim();

function inside(own, other) {
  const tag = own.matches("li, dt, dd") ? "div" : "span";
  const both = made(tag, "both");
  const parts = [part(tag, root.lang, own), part(tag, language, other)];
  both.append(...parts);
  own.append(both);
  own.classList.add("paired");
  undo.push(() => {
    both.replaceWith(...parts[0].childNodes);
    own.classList.remove("paired");
  });
}

function part(tag, lang, block) {
  const it = made(tag, "both__part");
  it.lang = lang;
  it.append(...block.childNodes);
  return it;
}

/** Names of stages, sections and neighbours: each over its twin. */
function label(texts) {
  const own = [...document.querySelectorAll(LABELS)];
  if (own.length !== texts.length) return; // one page has just been published anew
  for (const [n, each] of own.entries()) {
    if (each.textContent.trim() === texts[n]) continue;
    const twin = made("span", "label-twin");
    twin.lang = language;
    twin.textContent = texts[n];
    each.append(twin);
    undo.push(() => twin.remove());
  }
}

function beside(own, other) {
  const both = made("div", "both both--whole");
  own.replaceWith(both);
  both.append(own, other);
  both.classList.toggle("both--stacked", [...both.querySelectorAll(".board-svg")].some((svg) => svg.viewBox.baseVal.width > FITS));
  speak(own, other);
  undo.push(() => {
    own.removeAttribute("lang");
    both.replaceWith(own);
  });
}

function row(own, other) {
  other.classList.add("twin");
  own.after(other);
  speak(own, other);
  undo.push(() => {
    own.removeAttribute("lang");
    other.remove();
  });
}

function speak(own, other) {
  own.lang = root.lang;
  other.lang = language;
}

function made(tag, className) {
  const it = document.createElement(tag);
  it.className = className;
  return it;
}
