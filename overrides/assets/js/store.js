// What this browser remembers. Where it refuses storage, or has no room, nothing is remembered and nothing breaks.

/** The text kept under `key` in the storage called `kind`, or null. */
export const read = (key, kind = "localStorage") => tried(kind, (storage) => storage.getItem(key)) ?? null;

/** Keeps `text`, or forgets what was there. */
export const write = (key, text, kind = "localStorage") =>
  tried(kind, (storage) => (text === null ? storage.removeItem(key) : storage.setItem(key, text)));

/** A value of this site, kept as the theme keeps its own: the page's head reads some before any module is there. */
export const get = (name, kind) => JSON.parse(read(named(name), kind));

/** Keeps `value`; null is forgotten. */
export const set = (name, value, kind) => write(named(name), value === null ? null : JSON.stringify(value), kind);

const named = (name) => `${__md_scope.pathname}.${name}`;

function tried(kind, use) {
  try {
    return use(window[kind]);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
