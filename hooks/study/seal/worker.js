// Keeps the pages that somebody has read, for when the network is gone. Its scope is its own folder, a sub-path included.
// SHELL, written above by the build: path → hash of what every page needs.

const SCOPE = self.registration.scope;
const MINE = `study ${new URL(SCOPE).pathname}`; // one origin may hold several sites
const PAGES = `${MINE} pages 1`;
const ASSETS = `${MINE} assets 1`;
const MOST = 500; // entries a cache keeps; the longest unread go first
const PATIENCE = 3000; // milliseconds that a page may take before the copy is shown
const HASHED = /[.][0-9a-f]{8}([.]|\/)[^?#]*$/; // named after its content: never stale

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));

self.addEventListener("message", (event) => {
  const addresses = Array.isArray(event.data) ? event.data.map(key).filter(ours) : [];
  event.waitUntil(Promise.all(addresses.map(read)));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !ours(request.url) || request.headers.has("range")) return;
  event.respondWith(HASHED.test(request.url) ? kept(event) : fresh(event));
});

async function install() {
  const cache = await caches.open(ASSETS);
  const needed = async (path) => {
    if (HASHED.test(path) && (await cache.match(path))) return;
    await cache.add(new Request(path, { cache: HASHED.test(path) ? "default" : "no-cache" }));
  };
  await Promise.all(Object.keys(SHELL).map(needed));
  await self.skipWaiting();
}

async function activate() {
  const names = (await caches.keys()).filter((name) => name.startsWith(`${MINE} `) && ![PAGES, ASSETS].includes(name));
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.clients.claim();
}

// An asset named after its content: the copy, else the network.
async function kept(event) {
  const copy = await caches.match(event.request);
  if (copy) return copy;
  const response = await fetch(event.request);
  if (response.ok) event.waitUntil(keep(ASSETS, event.request.url, response.clone()).catch(() => {}));
  return response;
}

// Anything else: the network; the copy when that fails or takes too long.
async function fresh(event) {
  const { request } = event;
  const network = fetch(request);
  const stored = network.then((response) => whole(response) && keep(PAGES, key(request.url), response.clone()));
  event.waitUntil(stored.catch(() => {})); // no room or no network: the reader loses nothing
  const copy = () => caches.match(key(request.url));
  const late = new Promise((done) => setTimeout(done, PATIENCE)).then(copy);
  try {
    return (await Promise.race([network, late])) ?? (await network);
  } catch {
    return (await copy()) ?? missing(request);
  }
}

function missing(request) {
  if (request.mode !== "navigate") return Response.error();
  const page = new URL(request.url).pathname.slice(new URL(SCOPE).pathname.length);
  return Response.redirect(`${SCOPE}offline.html?page=${encodeURIComponent(page)}`);
}

// A page that its reader opened before this worker was there, or its twin.
async function read(address) {
  if (await caches.match(address)) return;
  const response = await fetch(address).catch(() => undefined);
  if (response && whole(response)) await keep(PAGES, address, response);
}

async function keep(name, address, response) {
  const cache = await caches.open(name);
  await cache.put(address, response);
  const all = await cache.keys();
  await Promise.all(all.slice(0, Math.max(0, all.length - MOST)).map((request) => cache.delete(request)));
}

function whole(response) {
  return response.status === 200 && !response.redirected;
}

function key(address) {
  return String(address).split(/[?#]/)[0];
}

function ours(address) {
  return address.startsWith(SCOPE);
}
