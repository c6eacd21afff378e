// Whether pages are kept on this device, and which.
import { read, write } from "./store.js";

/** The worker's address; its folder is the site. */
export const address = new URL(document.querySelector('meta[name="offline"]').content, document.baseURI).href;
export const site = new URL(".", address);

const CHOICE = `${site.pathname}.offline`;

/** Whether the reader said no. */
export const off = () => read(CHOICE) === "off";

/** Says no for the reader, and forgets everything. */
export async function stop() {
  write(CHOICE, "off");
  await (await navigator.serviceWorker.getRegistration(site.href))?.unregister();
  for (const name of await mine()) await caches.delete(name);
}

/** Takes the no back; the next page starts keeping again. */
export function resume() {
  write(CHOICE, null);
}

/** [address, title] of every page kept, by address. */
export async function pages() {
  const found = [];
  for (const name of await mine()) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) if (url.endsWith("/")) found.push([url, title(await (await cache.match(url)).text())]);
  }
  return found.sort(([a], [b]) => a.localeCompare(b));
}

async function mine() {
  return (await caches.keys()).filter((name) => name.startsWith(`study ${site.pathname} `));
}

function title(html) {
  return new DOMParser().parseFromString(html, "text/html").title.split(" - ")[0];
}
