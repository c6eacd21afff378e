// A term opens what it is called in the other language and what it means.
// Without this script it is a link to the glossary.

import { announce, open, plain, supported } from "./popover.js";

function paragraph(className, text) {
  const made = document.createElement("p");
  made.className = className;
  made.textContent = text;
  return made;
}

/** The other language's term, linked to the glossary, and the meaning. */
function content(link) {
  const box = document.createElement("div");
  const twin = paragraph("term-pop__twin", "");
  const entry = document.createElement("a");
  entry.href = link.href;
  entry.textContent = link.dataset.twin;
  entry.lang = link.closest("[lang]").lang === "en" ? "zh-Hans" : "en";
  twin.append(entry);
  box.append(twin, paragraph("term-pop__meaning", link.dataset.meaning));
  return box;
}

export function wake(root) {
  if (!supported) return;
  for (const link of root.querySelectorAll("a.term")) announce(link);
}

if (supported) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.term");
    if (!link || !plain(event)) return;
    event.preventDefault();
    open(link, content(link), link.textContent);
  });
}
