// Where the reader is: the block being looked at, and how to keep it where it is while the page changes around it.

export const article = document.querySelector("article");
export const LEFT = `place ${location.pathname}`; // in this tab's storage: where the reader left this page in both languages
const SETTLED = 3000; // milliseconds after which a page has its final height
const INPUT = ["wheel", "touchmove", "pointerdown", "keydown"];
let release = () => {};

/** The blocks that can be seen somewhere on the page, in order. */
export const shown = () => [...article.querySelectorAll("[data-b]")].filter((block) => block.getClientRects().length);

/** The first block that begins below the header; where none does, the last that reaches below it. */
export function current() {
  const line = document.querySelector(".md-header").getBoundingClientRect().bottom;
  let last;
  for (const block of shown()) {
    const { top, bottom } = block.getBoundingClientRect();
    if (top >= line - 1 && (top < innerHeight || !last)) return block;
    if (top >= innerHeight) return last;
    if (bottom > line || !last) last = block;
  }
  return last;
}

/** The block called `name`. */
export const called = (name) => article.querySelector(`[data-b="${CSS.escape(name)}"]`);

/** The block in view and how far it stands from the window's upper edge; nothing at the top of the page. */
export function place() {
  const block = scrollY && current();
  return block ? { name: block.dataset.b, top: block.getBoundingClientRect().top } : undefined;
}

/** Keeps the block of a `place` there. */
export function back(to) {
  const block = to && called(to.name);
  if (block) hold(block, to.top);
}

/** Keeps `block` at `top` pixels from the window's upper edge until the page has settled or the reader does something. */
function hold(block, top) {
  release();
  const watch = new ResizeObserver(() => put(block, top));
  const stop = () => {
    watch.disconnect();
    for (const event of INPUT) removeEventListener(event, stop);
  };
  release = stop;
  for (const event of INPUT) addEventListener(event, stop, { passive: true });
  setTimeout(stop, SETTLED);
  watch.observe(article);
  put(block, top);
}

/** Scrolls `block` there; a page too short for it grows at its end. */
function put(block, top) {
  const by = block.getBoundingClientRect().top - top;
  const lack = by - (document.documentElement.scrollHeight - innerHeight - scrollY);
  const main = document.querySelector(".md-main");
  if (lack > 0) main.style.paddingBottom = `${(parseFloat(main.style.paddingBottom) || 0) + lack}px`;
  scrollBy({ top: by, behavior: "instant" });
}
