// The language switch keeps the block that the reader is looking at: both languages share the names of their blocks.

import { article, called, current, hold } from "./block.js";
import { get, set } from "./store.js";

const link = document.querySelector("a.language");
const NOTE = "block"; // in this tab's storage: the page to arrive at, the block and its distance from the upper edge

/** Puts the section into the address: what a new tab, a bookmark and a reader without scripts go by. */
function aim() {
  const block = scrollY ? current() : undefined;
  link.hash = block ? block.dataset.b.split(".")[0] : "";
  link.search = location.search;
  return block;
}

function leave(event) {
  const block = aim();
  set("language", link.hreflang);
  if (!block || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  set(NOTE, { path: link.pathname, name: block.dataset.b, top: block.getBoundingClientRect().top }, "sessionStorage");
}

function arrive() {
  const note = get(NOTE, "sessionStorage");
  if (note?.path !== location.pathname) return;
  set(NOTE, null, "sessionStorage");
  const block = called(note.name);
  if (!block) return;
  block.closest("details")?.setAttribute("open", "");
  hold(block, note.top);
}

if (article) {
  link.addEventListener("pointerdown", aim); // before a menu that copies the address
  link.addEventListener("click", leave);
  link.addEventListener("auxclick", aim);
  arrive();
}
