// A computed number opens its card (formula, inputs, sources) beside it.
// The card stands at the end of the page, so without this script the number is a link to it.

import { announce, open, plain, supported } from "./popover.js";

/** A copy of `card`, whose ids stay with the original. */
function copyOf(card) {
  const copy = card.cloneNode(true);
  copy.removeAttribute("id");
  for (const inner of copy.querySelectorAll("[id]")) inner.removeAttribute("id");
  return copy;
}

const cardOf = (link) => document.getElementById(link.hash.slice(1));

export function wake(root) {
  if (!supported) return;
  for (const link of root.querySelectorAll("a.fig")) if (cardOf(link)) announce(link);
}

if (supported) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.fig[aria-haspopup]");
    if (!link || !plain(event)) return;
    event.preventDefault();
    const card = cardOf(link);
    open(link, copyOf(card), card.querySelector(".fig-card__title").textContent);
  });
}
