// A query → words, cut as the index was: hooks/study/search/words.py says how, and leaves out what every passage holds.

const HAN = /^[\u3400-\u9fff]/;

/** Latin words in lower case and every two neighbouring Han characters, in order and once. */
export function words(text) {
  const runs = text.normalize("NFKC").match(/[\u3400-\u9fff]+|(?:(?![\u3400-\u9fff])[\p{L}\p{N}])+/gu) ?? [];
  const found = runs.flatMap((run) => (HAN.test(run) ? pairs(run) : run.toLowerCase()));
  return [...new Set(found)];
}

export const han = (word) => HAN.test(word);

function pairs(run) {
  if (run.length === 1) return [run];
  return Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));
}
