// Copying: the button says for a moment what was done, and screen readers hear it.

import { say } from "./status.js";

const MOMENT = 2000; // milliseconds

/** Copies the text of `element` and says on `button` which of the words `copy`, `copied` and `selected` is true. */
export async function copy(element, button, words) {
  const text = element.textContent.trim();
  const done = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  if (!done) getSelection().selectAllChildren(element); // refused, or plain http: the reader presses the keys
  button.textContent = done ? words.copied : words.selected;
  say(button.textContent);
  setTimeout(() => (button.textContent = words.copy), MOMENT);
}
