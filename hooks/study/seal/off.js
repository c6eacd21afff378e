// The switch is off (`extra.offline` in mkdocs.yml): forgets what was kept and takes its leave.

const MINE = `study ${new URL(self.registration.scope).pathname} `;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const names = (await caches.keys()).filter((name) => name.startsWith(MINE));
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.registration.unregister();
}
