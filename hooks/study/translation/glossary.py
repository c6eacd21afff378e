"""The glossary as the rules use it: forms by which each side may say a term, and forms that it must not take."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from study.load import Files

_WORD = re.compile(r"[a-z0-9]+")
_LATIN = re.compile(r"[a-z]+[a-z0-9]*")


@dataclass(frozen=True)
class Term:
    """A term of data/reference/glossary.yml."""

    id: str
    en: tuple[str, ...]
    zh: tuple[str, ...]
    avoid: tuple[str, ...]

    @cached_property
    def said(self) -> tuple[str, ...]:
        """What Chinese may say for it, in lower case."""
        return tuple(form.lower() for form in (*self.zh, *self.en))


@dataclass(frozen=True)
class Lexicon:
    """Terms, found by the words of their English forms; spelling of names; Latin words that Chinese may use."""

    terms: tuple[Term, ...]
    by_words: Mapping[tuple[str, ...], tuple[Term, ...]] = field(repr=False)
    longest: Mapping[str, int] = field(repr=False)
    """First word of a form → how many words the longest such form has."""
    names: Mapping[str, str] = field(repr=False)
    """A name in lower case → as it is spelt."""
    kept: frozenset[str] = field(repr=False)
    """Latin words, in lower case, that terms keep in Chinese (`prefill`), and the free ones."""
    latin: frozenset[str] = field(repr=False)
    """Latin words, in lower case, that stand in Chinese text whatever the English says."""
    said: Mapping[str, tuple[str, ...]] = field(repr=False)
    """Acronym → what Chinese may say instead."""
    loose: frozenset[str] = field(repr=False)
    """Ids of terms that need not be rendered by an approved form."""
    senses: frozenset[str] = field(repr=False)
    """Avoided forms that are right in another sense."""

    @cached_property
    def forbidden(self) -> re.Pattern[str]:
        """Every form that some term must not take."""
        forms = {form for term in self.terms for form in term.avoid if form not in self.senses}
        return _any(forms)

    @cached_property
    def approved(self) -> frozenset[str]:
        """Every form that some term may take in Chinese."""
        return frozenset(form for term in self.terms for form in term.zh)

    def mentioned(self, prose: str) -> list[Term]:
        """The terms that an English text mentions, the longest form at each word."""
        words = _WORD.findall(prose.lower())
        found: dict[str, Term] = {}
        start = 0
        for at, word in enumerate(words):
            if at < start or word not in self.longest:
                continue
            for length in range(min(self.longest[word], len(words) - at), 0, -1):
                if terms := self.by_words.get(tuple(words[at : at + length])):
                    found |= {term.id: term for term in terms}
                    start = at + length
                    break
        return list(found.values())


def lexicon(files: Files) -> Lexicon:
    """The glossary and wording of the data, as far as they can be read."""
    terms = tuple(_terms(_entries(files, "reference/glossary", "terms")))
    by_words: dict[tuple[str, ...], list[Term]] = defaultdict(list)
    for term in terms:
        for form in dict.fromkeys(term.en):
            by_words[tuple(_WORD.findall(form.lower()))].append(term)
    by_words.pop((), None)
    names = {name.lower(): name for name in _strings(_entries(files, "wording", "names"))}
    free, loose, senses = (frozenset(_strings(_entries(files, "wording", key))) for key in ("free", "loose", "senses"))
    kept = _latin([form for term in terms for form in term.zh]) | _latin(free)
    latin = _latin([form for term in terms for form in term.en]) | kept
    longest: dict[str, int] = {}
    for words in by_words:
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    grouped = {words: tuple(found) for words, found in by_words.items()}
    return Lexicon(terms, grouped, longest, names, kept, latin, _said(files), loose, senses)


def _latin(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(word for form in forms for word in _LATIN.findall(form.lower()))


def _said(files: Files) -> dict[str, tuple[str, ...]]:
    value = files["wording"].document.value if "wording" in files else None
    said = value.get("said") if isinstance(value, dict) else None
    return {word: _strings(forms) for word, forms in said.items()} if isinstance(said, dict) else {}


def _any(forms: Iterable[str]) -> re.Pattern[str]:
    """One of these, the longest first; nothing matches none."""
    return re.compile("|".join(re.escape(form) for form in sorted(forms, key=lambda f: (-len(f), f))) or r"(?!)")


def _entries(files: Files, name: str, key: str) -> list[Any]:
    value = files[name].document.value if name in files else None
    entries = value.get(key) if isinstance(value, dict) else None
    return entries if isinstance(entries, list) else []


def _terms(entries: Iterable[Any]) -> Iterator[Term]:
    for entry in entries:
        if isinstance(entry, dict) and all(isinstance(entry.get(key), str) for key in ("id", "en", "zh")):
            lists = (_strings(entry.get(key)) for key in ("find_en", "find_zh", "avoid"))
            find_en, find_zh, avoid = lists
            english = tuple(re.sub(r"\s*\([^)]*\)", "", form) for form in (entry["en"], *find_en))
            yield Term(entry["id"], english, (entry["zh"], *find_zh), avoid)


def _strings(value: Any) -> tuple[str, ...]:
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()
