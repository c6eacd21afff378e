// The menu button of small windows: Material's is a label, which only a pointer reaches; a button takes its place.
const toggle = document.querySelector("#__drawer");
const label = document.querySelector('.md-header__button[for="__drawer"]');
const button = document.createElement("button");
const drawer = document.querySelector(".md-sidebar--primary");
const behind = document.querySelectorAll(".md-header, .md-tabs, .md-content, .md-footer");

button.type = "button";
button.className = `${label.className} menu`;
button.append(...label.childNodes);
label.replaceWith(button);
button.setAttribute("aria-label", label.dataset.name);

function follow() {
  button.setAttribute("aria-expanded", toggle.checked);
  for (const part of behind) part.inert = toggle.checked;
  if (toggle.checked) (drawer.querySelector("a.md-nav__link--active") ?? drawer.querySelector("a")).focus();
}

button.addEventListener("click", () => toggle.click());

drawer.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !toggle.checked) return;
  toggle.click();
  button.focus();
});

toggle.addEventListener("change", follow);
matchMedia("(min-width: 76.25em)").addEventListener("change", ({ matches }) => matches && toggle.checked && toggle.click());
follow();
