// The language switch keeps the block that the reader is looking at: both languages share the names of their blocks.

import { article, back, called, place } from "./block.js";
import { get, set } from "./store.js";

const link = document.querySelector("a.language");
const NOTE = "block"; // in this tab's storage: the page to arrive at, the block and its distance from the upper edge

/** Puts the section into the address: what a new tab, a bookmark and a reader without scripts go by. */
function aim() {
  const to = place();
  link.hash = to ? to.name.split(".")[0] : "";
  link.search = location.search;
  return to;
}

function leave(event) {
  const to = aim();
  set("language", link.hreflang);
  if (!to || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  set(NOTE, { path: link.pathname, ...to }, "sessionStorage");
}

function arrive() {
  const note = get(NOTE, "sessionStorage");
  if (note?.path !== location.pathname) return;
  set(NOTE, null, "sessionStorage");
  called(note.name)?.closest("details")?.setAttribute("open", "");
  back(note);
}

if (article) {
  link.addEventListener("pointerdown", aim); // before a menu that copies the address
  link.addEventListener("click", leave);
  link.addEventListener("auxclick", aim);
  arrive();
}
