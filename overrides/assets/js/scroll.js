// What is wider than its column scrolls in a group that the keyboard reaches and that has a name.
const SCROLLS = ".md-typeset__scrollwrap, .formula, .fig-card__formula";
const NAMES = "h1, h2, h3, h4, .fig-card__title";

/** A table's caption, else the nearest heading before `element`. */
function name(element) {
  const caption = element.querySelector("caption")?.textContent;
  if (caption) return caption;
  for (let at = element; at && !at.matches("article"); at = at.parentElement) {
    for (let before = at.previousElementSibling; before; before = before.previousElementSibling) {
      if (before.matches(NAMES)) return before.firstChild?.textContent.trim() ?? "";
    }
  }
  return document.title;
}

const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth + 1) {
      target.tabIndex = 0;
      target.setAttribute("role", "group");
      target.setAttribute("aria-label", name(target));
    } else {
      for (const attribute of ["tabindex", "role", "aria-label"]) target.removeAttribute(attribute);
    }
  }
});

export function wake(root) {
  for (const wide of root.querySelectorAll(SCROLLS)) sizes.observe(wide);
}
