// Pagefind as it installs itself; it takes the language from the page.
export default async (base) => {
  const pagefind = await import(new URL("pagefind/pagefind.js", base));
  await pagefind.init();
  return async (query) => {
    const { results } = await pagefind.search(query);
    const pages = await Promise.all(results.slice(0, 3).map((result) => result.data()));
    return pages.map((page) => new URL(page.url, base).href.slice(base.href.length));
  };
};
