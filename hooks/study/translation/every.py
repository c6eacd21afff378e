"""All rules of translation, in one run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from study.checks.twins import Tree
from study.load import Files
from study.pair import Pair, data_pairs, page_pairs, written
from study.problem import Problem
from study.translation import brackets, characters, emphasis, language, length, numbers, sentences, structure, tokens, words
from study.translation.both import Both
from study.translation.glossary import Lexicon, lexicon
from study.translation.spacing import spacing

PLAIN: Sequence[Callable[[Both], Iterator[Problem]]] = (
    tokens.formulas_differ,
    tokens.code_lost,
    tokens.code_added,
    tokens.links_differ,
    tokens.images_differ,
    tokens.placeholders_differ,
    numbers.numbers_differ,
    numbers.names_differ,
    language.english_run,
    length.length,
    length.too_long,
    sentences.sentence_missing,
    sentences.end_marks_differ,
    sentences.doubled_word,
    characters.invisible,
    characters.traditional_characters,
    characters.half_width,
    characters.han_in_english,
    brackets.unbalanced,
    emphasis.emphasis,
)
"""Rules that need nothing but the pair."""
BY_WORD: Sequence[Callable[[Both, Lexicon], Iterator[Problem]]] = (
    language.untranslated,
    words.latin_added,
    words.misspelt_name,
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


def check_data(files: Files) -> Iterator[Problem]:
    """What is wrong between the two languages of the data."""
    return check_pairs(data_pairs(files), lexicon(files))


def check_pages(files: Files, en: Tree, zh: Tree) -> Iterator[Problem]:
    """The same for the hand-written pages, with their structure."""
    for twins in written(en, zh):
        yield from chain.from_iterable(rule(twins) for rule in OF_PAGES)
    yield from check_pairs(page_pairs(en, zh), lexicon(files))


def check_pairs(pairs: Iterable[Pair], words_of: Lexicon) -> Iterator[Problem]:
    """Every rule, for every pair."""
    every = [Both.of(pair) for pair in pairs]
    for it in every:
        for rule in PLAIN:
            yield from rule(it)
        for by_word in BY_WORD:
            yield from by_word(it, words_of)
    yield from spacing(every)
    yield from words.titles_agree(every, words_of)
