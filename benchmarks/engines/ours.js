// Our own index: (base, lang) → (query) → addresses of the first pages.
export default async (base, lang) => {
  const { Index } = await import(new URL("bench/js/search-index.js", base));
  const index = new Index(new URL("search/", base), lang);
  return async (query) => {
    const pages = (await index.find(query)).slice(0, 3);
    await Promise.all(pages.map((page) => index.text(page))); // the lines below the results
    return pages.map((page) => page.url);
  };
};
