// Opens the theme's search dialog by click, tap, "/" or Ctrl+K. Nothing else is fetched before that.
import { missing, reached } from "./fetched.js";

const input = document.querySelector(".md-search__input");
const toggle = document.getElementById("__search");
const dialog = input.closest(".md-search");
const status = dialog.querySelector(".md-search-result__meta");
let woken = false;

const typing = (target) => target.matches?.("input, textarea, select, [contenteditable]");

/** The rest of search, once; `input` is where it starts. */
async function wake() {
  if (woken) return;
  woken = true;
  const rest = await reached(import("./search-dialog.js")).catch(failed);
  rest?.start(input, toggle);
}

function failed(error) {
  missing(error);
  woken = false; // the next key tries again
  status.textContent = dialog.dataset.failed;
}

status.setAttribute("role", "status");
input.addEventListener("focus", wake);
input.addEventListener("input", wake);
toggle.addEventListener("change", () => toggle.checked && input.focus());
input.addEventListener("focus", () => toggle.checked || toggle.click());
document.addEventListener("keydown", (event) => {
  const asked = event.key === "/" ? !(event.ctrlKey || event.metaKey || event.altKey) : event.key === "k" && (event.ctrlKey || event.metaKey);
  if (!asked || typing(event.target)) return;
  event.preventDefault();
  input.focus();
  input.select();
});
