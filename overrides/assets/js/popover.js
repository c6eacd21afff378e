// A small dialog beside a link: opens on click, tap or Enter; Escape, a click elsewhere or its button close it.

import { article } from "./block.js";

const GAP = 8;

export const supported = "popover" in HTMLElement.prototype;

/** Marks `link` as one that opens a dialog. */
export function announce(link) {
  link.setAttribute("aria-haspopup", "dialog");
  link.setAttribute("aria-expanded", "false");
}

/** A click that asks for a new tab or window stays a link's. */
export function plain(event) {
  return !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}

/** Opens `content`, named `label`, beside `anchor`; the focus comes back to `link`. */
export function open(link, content, label, anchor = link) {
  content.classList.add("pop");
  content.popover = "auto";
  content.tabIndex = -1;
  content.setAttribute("role", "dialog");
  content.setAttribute("aria-label", label);
  content.append(closing(content));
  link.after(content);
  content.showPopover();
  place(content, anchor);
  link.setAttribute("aria-expanded", "true");
  content.focus();
  const leave = () => content.hidePopover();
  window.addEventListener("resize", leave, { once: true });
  content.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    window.removeEventListener("resize", leave);
    link.setAttribute("aria-expanded", "false");
    if (content.contains(document.activeElement) || document.activeElement === document.body) link.focus();
    content.remove();
  });
}

function closing(content) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "pop__close";
  button.textContent = article.dataset.close;
  button.addEventListener("click", () => content.hidePopover());
  return button;
}

/** Below the anchor where there is room, else above it; never past the window's edge. */
function place(content, anchor) {
  const beside = anchor.getBoundingClientRect();
  const { width, height } = content.getBoundingClientRect();
  const below = beside.bottom + GAP;
  const above = beside.top - GAP - height;
  const top = below + height <= window.innerHeight || above < GAP ? below : above;
  const left = Math.min(beside.left, window.innerWidth - width - GAP);
  content.style.top = `${Math.max(GAP, Math.min(top, window.innerHeight - height - GAP))}px`;
  content.style.left = `${Math.max(GAP, left)}px`;
}
