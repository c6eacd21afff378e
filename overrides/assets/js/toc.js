// Marks in "on this page" the section that stands at the top of the window, and keeps the mark in sight.

const LINE = 0.3; // a section is read from when its heading has risen past this part of the window
const links = [...document.querySelectorAll('.md-sidebar--secondary [data-md-component="toc"] a')];
const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
const pane = document.querySelector(".md-sidebar--secondary .md-sidebar__scrollwrap");
let marked;

function mark() {
  const at = headings.findLastIndex((heading) => heading && heading.getBoundingClientRect().top < innerHeight * LINE);
  const link = links[at];
  if (link === marked) return;
  marked?.classList.remove("md-nav__link--active");
  link?.classList.add("md-nav__link--active");
  marked = link;
  if (link) pane.scrollTop = link.offsetTop - pane.clientHeight / 2;
}

let waiting = false;
addEventListener(
  "scroll",
  () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  },
  { passive: true },
);
mark();
