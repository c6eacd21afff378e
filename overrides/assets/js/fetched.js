// What is fetched once a page stands. A failure has a kind of its own, so that no mistake in a script is taken for it.

export class Unreachable extends Error {}

/** Nothing, where the network is to blame. */
export function missing(error) {
  if (!(error instanceof Unreachable)) throw error;
}

/** The body at `address`, as `text` or `json`. */
export async function fetched(address, kind) {
  const response = await fetch(address).catch(unreachable);
  if (!response.ok) throw new Unreachable(`${address}: ${response.status}`);
  return response[kind]().catch(unreachable);
}

/** The module that `loading` waits for; to the browser, one that does not arrive is a TypeError. */
export async function reached(loading) {
  return loading.catch((error) => {
    if (!(error instanceof TypeError)) throw error;
    unreachable(error);
  });
}

function unreachable(cause) {
  throw new Unreachable(cause.message, { cause });
}
