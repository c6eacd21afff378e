// The view of both languages: its button, its key, its place in the address. What it shows is made by both.js.

import { LEFT, place } from "./block.js";
import { missing, reached } from "./fetched.js";
import { set } from "./store.js";
import { say } from "./status.js";

const root = document.documentElement;
const button = document.querySelector("button.view");

/** Keeps the choice, and the address that shows it. */
function keep(both) {
  button.setAttribute("aria-pressed", both);
  set("view", both ? "both" : "one");
  const address = new URL(location);
  if (both) address.searchParams.set("view", "both");
  else address.searchParams.delete("view");
  history.replaceState(history.state, "", address);
}

async function turn(both, loud) {
  const wanted = () => button.getAttribute("aria-pressed") === String(both); // the reader may have pressed again
  let views;
  keep(both);
  button.setAttribute("aria-busy", both);
  try {
    views = await reached(import("./both.js"));
    await (both ? views.show(wanted) : views.hide(wanted));
    if (loud && wanted()) say(both ? button.dataset.both : button.dataset.one);
  } catch (error) {
    if (!wanted()) return missing(error);
    keep(false);
    await views?.hide(() => true);
    delete root.dataset.view;
    missing(error);
    say(button.dataset.failed, true);
  } finally {
    button.removeAttribute("aria-busy");
  }
}

const toggle = () => turn(button.getAttribute("aria-pressed") !== "true", true);

button.addEventListener("click", toggle);
addEventListener("keydown", (event) => {
  if (event.code !== "KeyB" || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault(); // Option+B types a letter, Alt+B opens a menu
  toggle();
});
/** A browser would scroll back before both languages are there, to what is another place then. */
addEventListener("pagehide", () => {
  const both = "paired" in root.dataset;
  history.scrollRestoration = both ? "manual" : "auto";
  set(LEFT, both ? place() : null, "sessionStorage");
});

if (root.dataset.view === "both") turn(true, false);
