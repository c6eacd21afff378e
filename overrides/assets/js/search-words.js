// A query → words, cut as the index was: hooks/study/search/words.py says how. Tests hold the two together.

const STOP = new Set(
  (
    "a an and are as at be by can do does for from has have how if in into is it its may not of on or so such than that" +
    " the their them then there these they this to was what when which who will with you your"
  ).split(" "),
);
const HAN = /^[\u3400-\u9fff]/;

/** Latin words in lower case and every two neighbouring Han characters, in order and once. */
export function words(text) {
  const runs = text.normalize("NFKC").match(/[\u3400-\u9fff]+|(?:(?![\u3400-\u9fff])[\p{L}\p{N}])+/gu) ?? [];
  const found = runs.flatMap((run) => (HAN.test(run) ? pairs(run) : run.toLowerCase()));
  return [...new Set(found)].filter((word) => !STOP.has(word));
}

export const han = (word) => HAN.test(word);

function pairs(run) {
  if (run.length === 1) return [run];
  return Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));
}
