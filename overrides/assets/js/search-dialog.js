// What happens in the search dialog: results as one types, in the page's language first, and the keys to walk through them.

import { missing } from "./fetched.js";
import { Index } from "./search-index.js";
import { item } from "./search-result.js";

const PAGES = 8; // shown
const LINED = 3; // shown with lines of their text, which have to be fetched
const FEW = 3; // fewer pages than this in the reader's language: the other language's follow
const PAUSE = 120; // milliseconds without a key before a search
const ROOT = new URL("../../", import.meta.url);

const said = JSON.parse(document.getElementById("__config").textContent).translations;
const lang = document.documentElement.lang.slice(0, 2);
const [own, other] = (lang === "zh" ? ["zh", "en"] : ["en", "zh"]).map((each) => new Index(new URL("search/", ROOT), each));

/** Wakes the dialog around `input`; `toggle` is the theme's switch that holds it open. */
export function start(input, toggle) {
  const dialog = input.closest(".md-search");
  const status = dialog.querySelector(".md-search-result__meta");
  const list = dialog.querySelector(".md-search-result__list");
  let turn = 0;
  let timer = 0;

  async function show() {
    const query = input.value.trim();
    const mine = ++turn;
    const found = query ? await results(query).catch(missing) : [];
    if (mine !== turn) return; // the reader has typed on
    const pages = found ?? [];
    list.replaceChildren(...pages.slice(0, PAGES).map((page) => item(page, query, ROOT)));
    if (!found) status.textContent = dialog.dataset.failed;
    else status.textContent = query ? count(found.length) : said["search.result.placeholder"];
    const lined = pages.slice(0, LINED).map(async (page, at) => {
      const texts = await page.index.text(page).catch(missing); // without its text a page is listed all the same
      if (texts && mine === turn) list.children[at].replaceWith(item(page, query, ROOT, texts));
    });
    await Promise.all(lined);
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE);
  }

  function close() {
    if (toggle.checked) toggle.click();
    if (dialog.contains(document.activeElement)) document.activeElement.blur();
  }

  function walk(by) {
    const stops = [input, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    stops[(at + by + stops.length) % stops.length].focus();
  }

  const keys = {
    ArrowDown: () => walk(1),
    ArrowUp: () => walk(-1),
    Escape: close,
    Enter: () => (list.querySelector("a") ? list.querySelector("a").click() : show()),
  };

  status.textContent = said["search.result.placeholder"];
  list.setAttribute("role", "list");
  input.addEventListener("input", (event) => event.isComposing || soon());
  input.addEventListener("compositionend", soon);
  input.form.addEventListener("submit", (event) => event.preventDefault());
  input.form.addEventListener("reset", () => {
    input.focus();
    soon(); // when the form is empty
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.isComposing || !keys[event.key] || (event.key === "Enter" && event.target !== input)) return;
    event.preventDefault();
    event.stopPropagation();
    keys[event.key]();
  });
  dialog.addEventListener("focusout", ({ relatedTarget }) => relatedTarget && !dialog.contains(relatedTarget) && close());
  list.addEventListener("click", (event) => event.target.closest("a") && close());
  if (input.value) show();
}

async function results(query) {
  const found = await within(own, query);
  return found.length < FEW ? [...found, ...(await within(other, query))] : found;
}

async function within(index, query) {
  return (await index.find(query)).map((page) => ({ ...page, index }));
}

function count(number) {
  const words = said[`search.result.${["none", "one"][number] ?? "other"}`];
  return words.replace("#", number);
}
