// The language switch keeps the section: both languages share their heading ids.
for (const link of document.querySelectorAll(".md-select__link[hreflang]")) {
  link.addEventListener("click", () => {
    const url = new URL(link.href);
    url.hash = location.hash;
    link.href = url.href;
  });
}
