// The offline page: back to the page that was asked for, what can be read meanwhile, and the switch.
import { off, pages, resume, site, stop } from "./keeping.js";

const wanted = new URL(new URLSearchParams(location.search).get("page") ?? "", site);
if (wanted.href.startsWith(site.href)) {
  for (const link of document.querySelectorAll("a.again")) link.href = wanted.href;
  if (location.search) addEventListener("online", () => location.replace(wanted.href), { once: true });
}

const list = document.querySelector(".saved");
const choice = document.querySelector(".keeping");

async function show() {
  list.replaceChildren(...(await pages()).map(entry));
  for (const button of choice.querySelectorAll("button")) button.hidden = (button.value === "off") === off();
}

function entry([href, title]) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = href;
  link.textContent = title;
  link.lang = href.startsWith(`${site.href}zh/`) ? "zh-Hans" : "en";
  item.append(link);
  return item;
}

choice.addEventListener("click", async ({ target }) => {
  if (target.value === "off") await stop();
  else if (target.value === "on") resume();
  else return;
  await show();
  choice.querySelector("button:not([hidden])").focus();
});

if ("caches" in window) {
  choice.hidden = false;
  await show();
}
