// A look at one block in the other language, without leaving this one: point at a block or tap it, and press the button
// that comes. By keyboard: Alt+T anywhere, or Tab to the button and walk from block to block with the arrows.

import { article, current, shown } from "./block.js";
import { missing, reached } from "./fetched.js";
import { open, supported } from "./popover.js";
import { say } from "./status.js";

const root = document.documentElement;
const words = document.querySelector("button.view").dataset;
const button = document.createElement("button");
const CONTROLS = "a, button, input, select, summary, label, .pop";
let block;

/** Puts the button at the end of `it`: beside it where there is room, else across its lower edge. */
function place(it) {
  block = it;
  if (root.dataset.view === "both") return;
  const page = button.parentElement.getBoundingClientRect();
  const { left, right, top, bottom } = it.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = button;
  const room = right + width < article.getBoundingClientRect().right;
  const edge = Math.min(right, document.documentElement.clientWidth); // a row may be wider than its table's window
  const x = room ? right : Math.max(left, edge - width);
  const y = room ? top : bottom - height / 2;
  button.style.transform = `translate(${x - page.left}px, ${y - page.top}px)`; // which moves nothing else
  button.classList.add("peek--here");
}

function leave() {
  if (button !== document.activeElement && button.getAttribute("aria-expanded") !== "true") button.classList.remove("peek--here");
}

/** Reached by Tab rather than by closing a look: starts where the reader is. */
function arrive() {
  if (button.matches(":focus-visible:not(.peek--here)")) place(current());
}

async function peek() {
  const it = block;
  button.setAttribute("aria-busy", "true");
  try {
    const { PREFIX, language, twins } = await reached(import("./twin.js"));
    const twin = (await twins()).blocks.get(it.dataset.b);
    if (!twin || it !== block) return;
    const box = look(twin, language);
    for (const link of box.querySelectorAll(`a[href^="#${PREFIX}"]`)) {
      if (!box.querySelector(link.hash)) link.hash = link.hash.replace(PREFIX, ""); // it stayed there; this page has its like
    }
    open(button, box, words.peek, it);
    (await import("./site.js")).wake(box);
  } catch (error) {
    missing(error);
    say(words.failed, true);
  } finally {
    button.removeAttribute("aria-busy");
  }
}

function look(twin, language) {
  const box = document.createElement("div");
  const text = document.createElement("div");
  box.className = "peek__box md-typeset";
  box.classList.toggle("peek__box--wide", twin.matches("tr, figure"));
  text.className = "peek__text";
  text.lang = language;
  text.append(...whole(twin));
  box.append(text);
  return box;
}

/** What makes sense by itself: a row under its table's head, a drawing as it is, the inside of anything else. */
function whole(twin) {
  if (twin.matches("figure, div")) return [document.importNode(twin, true)];
  if (!twin.matches("tr")) return document.importNode(twin, true).childNodes;
  const table = document.createElement("table");
  const head = twin.closest("table").tHead;
  if (head && !head.contains(twin)) table.append(document.importNode(head, true));
  table.createTBody().append(document.importNode(twin, true));
  return [table];
}

/** Walks to the block `by` places away. */
function walk(by) {
  const all = shown();
  const next = all[all.indexOf(block) + by];
  if (!next) return;
  next.scrollIntoView({ block: "nearest", behavior: "instant" });
  place(next);
}

function made() {
  button.type = "button";
  button.className = "peek";
  const sign = button.appendChild(document.createElement("span"));
  sign.lang = root.lang.startsWith("zh") ? "en" : "zh-Hans";
  sign.textContent = sign.lang === "en" ? "EN" : "中";
  button.setAttribute("aria-label", `${sign.textContent} ${words.peek}`);
  button.setAttribute("aria-keyshortcuts", "Alt+T");
  button.setAttribute("aria-haspopup", "dialog");
  button.title = `${words.peek} (Alt+T)`;
  article.before(button);
  return button;
}

function listen() {
  article.addEventListener("pointerover", (event) => {
    const it = event.pointerType === "mouse" && event.target.closest("[data-b]");
    if (it) place(it);
  });
  article.addEventListener("click", (event) => {
    const it = event.target.closest("[data-b]");
    if (it && !event.target.closest(CONTROLS)) place(it);
  });
  button.addEventListener("click", peek);
  button.addEventListener("blur", leave);
  button.addEventListener("focus", arrive);
  button.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    walk(by);
  });
  addEventListener("resize", leave);
  addEventListener("keydown", (event) => {
    if (event.code !== "KeyT" || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (root.dataset.view === "both") return;
    event.preventDefault();
    place(document.activeElement.closest("[data-b]") ?? current());
    peek();
  });
}

if (supported && article) {
  made();
  listen();
}
