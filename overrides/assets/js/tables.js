// A table wider than its column scrolls in a group that the keyboard reaches and that has a name.
const heading = (element) => {
  for (let at = element; at && !at.matches("article"); at = at.parentElement) {
    for (let before = at.previousElementSibling; before; before = before.previousElementSibling) {
      if (/^H[1-4]$/.test(before.tagName)) return before.firstChild?.textContent.trim() ?? "";
    }
  }
  return document.title;
};

const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth + 1) {
      target.tabIndex = 0;
      target.setAttribute("role", "group");
      target.setAttribute("aria-label", heading(target));
    } else {
      for (const name of ["tabindex", "role", "aria-label"]) target.removeAttribute(name);
    }
  }
});

// Material wraps each table once the page stands.
if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done, { once: true }));
for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap")) sizes.observe(wrap);
