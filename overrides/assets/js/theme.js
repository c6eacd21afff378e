// What the theme's own script would do here, in a thirtieth of its bytes: light and dark, the drawer, folds.

import { get, set } from "./store.js";

const body = document.body;
const palettes = [...document.querySelectorAll('[data-md-component="palette"] input')];
const drawer = document.getElementById("__drawer");
const system = "(prefers-color-scheme)"; // the palette that has the system's colors
let painted = palettes[get("__palette")?.index ?? 0];

/** Shows the palette of `input`, and the button that leads to the next one. */
function paint(input, chosen) {
  painted = input;
  const { mdColorMedia: media } = input.dataset;
  const fits = (each) => each.dataset.mdColorMedia !== system && matchMedia(each.dataset.mdColorMedia).matches;
  const shown = media === system ? palettes.find(fits) : input;
  const { mdColorScheme: scheme, mdColorPrimary: primary, mdColorAccent: accent } = shown.dataset;
  body.dataset.mdColorScheme = scheme;
  for (const each of palettes) each.nextElementSibling.hidden = each !== input;
  if (chosen) set("__palette", { index: palettes.indexOf(input), color: { media, scheme, primary, accent } });
}

for (const input of palettes) input.addEventListener("change", () => paint(input, true));
matchMedia("(prefers-color-scheme: light)").addEventListener("change", () => paint(painted, false));
paint(painted, false);

// A label that opens something works by keyboard as it does by mouse; a link leaves the drawer behind.
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.defaultPrevented && event.target.matches("label")) event.target.click();
});
document.querySelector(".md-sidebar--primary")?.addEventListener("click", (event) => {
  if (event.target.closest("a") && drawer.checked) drawer.click();
});

// A fold is opened by an address inside it, and paper has no folds.
function unfold(within) {
  for (const fold of within) fold.open = true;
}

/** `#100%` is an address too. */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function follow() {
  const target = location.hash && document.getElementById(decoded(location.hash.slice(1)));
  const fold = target && target.closest("details");
  if (fold) unfold([fold]);
}

addEventListener("hashchange", follow);
addEventListener("beforeprint", () => unfold(document.querySelectorAll("details:not(.board-source)")));
follow();
