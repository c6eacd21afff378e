// Opens the theme's search dialog by click, tap, "/" or Ctrl+K. Nothing else is fetched before that.
const input = document.querySelector(".md-search__input");
const toggle = document.getElementById("__search");

const typing = (target) => target.matches?.("input, textarea, select, [contenteditable]");

/** The rest of search, once; `input` is where it starts. */
async function wake() {
  const { start } = await import("./search-dialog.js");
  start(input, toggle);
}

input.addEventListener("focus", wake, { once: true });
toggle.addEventListener("change", () => toggle.checked && input.focus());
input.addEventListener("focus", () => toggle.checked || toggle.click());
document.addEventListener("keydown", (event) => {
  const asked = event.key === "/" ? !(event.ctrlKey || event.metaKey || event.altKey) : event.key === "k" && (event.ctrlKey || event.metaKey);
  if (!asked || typing(event.target)) return;
  event.preventDefault();
  input.focus();
  input.select();
});
