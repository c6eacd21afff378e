"""All rules of translation, in one run."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate, chain

from study.checks.twins import Tree
from study.load import Files
from study.pair import Pair, page_pairs, written
from study.problem import Problem
from study.translation import (
    brackets,
    characters,
    emphasis,
    language,
    length,
    numbers,
    sentences,
    structure,
    tokens,
    words,
)
from study.translation.both import Both
from study.translation.glossary import Lexicon, lexicon
from study.translation.reading import ANY
from study.translation.spacing import spacing

Rule = Callable[[Both], Iterator[Problem]]

ALL: Sequence[Rule] = (
    length.length,
    length.too_long,
    sentences.sentence_missing,
    sentences.end_marks_differ,
)
"""Rules that look at every pair."""
_NOWHERE = re.compile(r"(?!)")
_DIGIT = re.compile(r"[0-9]")
BY_WORD: Sequence[Callable[[Both, Lexicon], Iterator[Problem]]] = (
    language.untranslated,
    words.latin_added,
    words.terms_wrong,
)
"""Rules that need the glossary."""
OF_PAGES: Sequence[Callable[[structure.Twins], Iterator[Problem]]] = (
    structure.front_matter,
    structure.blocks_differ,
    structure.cells_and_tasks,
    structure.code_differs,
)
"""Rules that compare two pages as a whole."""


@cache  # OpenCC's tables are read when they are needed
def where() -> Sequence[tuple[re.Pattern[str], re.Pattern[str], Sequence[Rule]]]:
    """Rules that look only at pairs in whose English the first pattern is found, or in whose Chinese the second: each is
    searched for once, in all texts together, which costs a tenth of asking every pair."""
    return (
        (
            ANY,
            ANY,
            (
                tokens.formulas_differ,
                tokens.code_lost,
                tokens.code_added,
                tokens.links_differ,
                tokens.images_differ,
                tokens.placeholders_differ,
            ),
        ),
        (_DIGIT, _DIGIT, (numbers.numbers_differ, numbers.names_differ)),
        (brackets.ANY, brackets.ANY, (brackets.unbalanced,)),
        (emphasis.MARKS, emphasis.MARKS, (emphasis.emphasis,)),
        (characters.INVISIBLE, characters.INVISIBLE, (characters.invisible,)),
        (characters.FULL, characters.HALF, (characters.half_width,)),
        (characters.HAN, _NOWHERE, (characters.han_in_english,)),
        (_NOWHERE, characters.traditional()[0], (characters.traditional_characters,)),
        (_NOWHERE, language.RUN, (language.english_run,)),
        (sentences.DOUBLED_EN, sentences.DOUBLED_ZH, (sentences.doubled_word,)),
    )


def check_data(files: Files, pairs: Iterable[Pair]) -> Iterator[Problem]:
    """What is wrong between the two languages of the data, whose pairs are `pairs`."""
    return check_pairs(pairs, lexicon(files))


def check_pages(files: Files, en: Tree, zh: Tree) -> Iterator[Problem]:
    """The same for the hand-written pages, with their structure."""
    for twins in written(en, zh):
        yield from chain.from_iterable(rule(twins) for rule in OF_PAGES)
    yield from check_pairs(page_pairs(en, zh), lexicon(files))


def check_pairs(pairs: Iterable[Pair], lexicon: Lexicon) -> Iterator[Problem]:
    """Every rule, for every pair."""
    every = []
    for pair in pairs:
        if max(len(pair.en.text), len(pair.zh.text)) > length.LONGEST:
            yield length.not_compared(pair)
        else:
            every.append(Both.of(pair))
    for it in every:
        for rule in ALL:
            yield from rule(it)
        for by_word in BY_WORD:
            yield from by_word(it, lexicon)
    en, zh = _Texts([it.en.text for it in every]), _Texts([it.zh.text for it in every])
    for english, chinese, rules in where():
        for n in sorted({*en.having(english), *zh.having(chinese)}):
            yield from chain.from_iterable(rule(every[n]) for rule in rules)
    yield from words.misspelt_names(every, lexicon)
    yield from words.titles_agree(every, lexicon)
    yield from spacing(every)


class _Texts:
    """Many texts as one, to be searched at once."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._all = "\n".join(texts)
        self._ends = list(accumulate(len(text) + 1 for text in texts))

    def having(self, pattern: re.Pattern[str]) -> Iterator[int]:
        """The number of each text in which `pattern` is found."""
        found = pattern.search(self._all)
        while found:
            number = bisect_right(self._ends, found.start())
            yield number
            found = pattern.search(self._all, self._ends[number])
