// A button beside each sentence to say aloud, which copies it.
import { article } from "./block.js";
import { copy } from "./clipboard.js";

const words = article.dataset;

function button(line) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words.copy;
  made.setAttribute("aria-label", words.copySay.replace("{say}", () => line.textContent.trim()));
  made.addEventListener("click", () => copy(line, made, words));
  return made;
}

// Only a page served securely may write to the clipboard.
if (navigator.clipboard) {
  for (const line of document.querySelectorAll(".say__line")) line.parentElement.append(button(line));
}
