// What the theme's own script would do here, in a thirtieth of its bytes: light and dark, tables that scroll, the drawer.

const body = document.body;
const palettes = [...document.querySelectorAll('[data-md-component="palette"] input')];
const drawer = document.getElementById("__drawer");

/** Shows the palette of `input`, and the button that leads to the next one. `__md_set` is the theme's, in the page's head. */
function paint(input, chosen) {
  const { mdColorMedia: media, mdColorScheme: scheme, mdColorPrimary: primary, mdColorAccent: accent } = input.dataset;
  body.dataset.mdColorScheme = scheme;
  for (const each of palettes) each.nextElementSibling.hidden = each !== input;
  if (chosen) __md_set("__palette", { index: palettes.indexOf(input), color: { media, scheme, primary, accent } });
}

function light() {
  const stored = palettes[__md_get("__palette")?.index];
  paint(stored ?? palettes.find((each) => matchMedia(each.dataset.mdColorMedia).matches) ?? palettes[0], false);
}

for (const input of palettes) input.addEventListener("change", () => paint(input, true));
matchMedia("(prefers-color-scheme: light)").addEventListener("change", light);
light();

for (const table of document.querySelectorAll(".md-typeset table:not([class])")) {
  const [scrolls, holds] = ["md-typeset__scrollwrap", "md-typeset__table"].map((name) => {
    const made = document.createElement("div");
    made.className = name;
    return made;
  });
  table.replaceWith(scrolls);
  scrolls.append(holds);
  holds.append(table);
}

// A label that opens something works by keyboard as it does by mouse; a link leaves the drawer behind.
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("label")) event.target.click();
});
document.querySelector(".md-sidebar--primary")?.addEventListener("click", (event) => {
  if (event.target.closest("a") && drawer.checked) drawer.click();
});

// A fold is opened by an address inside it, and paper has no folds.
function unfold(within) {
  for (const fold of within) fold.open = true;
}

function follow() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target && target.closest("details");
  if (fold) unfold([fold]);
}

addEventListener("hashchange", follow);
addEventListener("beforeprint", () => unfold(document.querySelectorAll("details:not(.board-source)")));
follow();
