// The theme's own: its worker, its messages, its index split by language.
const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];

export default async (base, lang) => {
  const index = await (await fetch(new URL(`bench/material-${lang}.json`, base))).json();
  const worker = new Worker(new URL("bench/workers/search.js", base));
  const answer = (type) =>
    new Promise((done, fail) => {
      worker.onerror = fail;
      worker.onmessage = ({ data }) => data.type === type && done(data.data);
    });
  worker.postMessage({ type: SETUP, data: { ...index, options: { suggest: false } } });
  await answer(READY);
  return async (query) => {
    worker.postMessage({ type: QUERY, data: query });
    return (await answer(RESULT)).items.map(([page]) => page.location.split("#")[0]);
  };
};
