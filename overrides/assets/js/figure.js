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

const cardOf = (link) => document.getElementById(`fig-${link.dataset.fig}`);

if (supported) {
  for (const link of document.querySelectorAll("a.fig[data-fig]")) if (cardOf(link)) announce(link);
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.fig[aria-haspopup]");
    if (!link || !plain(event)) return;
    event.preventDefault();
    const card = cardOf(link);
    open(link, copyOf(card), card.querySelector(".fig-card__title").textContent);
  });
}
