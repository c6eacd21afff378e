// Once the page stands: the worker that keeps pages for later, this page and its twin first.
import { address, off } from "./keeping.js";

async function start() {
  await navigator.serviceWorker.register(address);
  const { active } = await navigator.serviceWorker.ready;
  const twin = document.querySelector("a.language")?.href;
  active.postMessage([location.href, ...(twin && !navigator.connection?.saveData ? [twin] : [])]);
}

if ("serviceWorker" in navigator && !off()) {
  if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done, { once: true }));
  await start().catch(() => {}); // storage refused or network gone: the page reads all the same
}
