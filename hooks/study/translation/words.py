"""Words: Latin ones and acronyms on both sides, glossary terms, spelling of names, titles that agree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from study.models.base import Lang
from study.problem import Problem
from study.translation.both import Both, Said, quoted
from study.translation.glossary import Lexicon, Term
from study.translation.units import is_unit

_LATIN = re.compile(r"(?<![A-Za-z0-9_.@/-])[A-Za-z][A-Za-z0-9’'._-]*[A-Za-z0-9](?![A-Za-z0-9_@/])")
_ACRONYM = re.compile(
    r"(?<![A-Za-z0-9_.@/“\"-])(?:[A-Z]{2,6}|[A-Z][a-z]+[A-Z][A-Za-z]+|[a-z]+[A-Z][A-Za-z]*)(?=s?(?![A-Za-z0-9_@/]))"
)
_LETTERS = re.compile(r"[A-Za-z]+")
_NAME = re.compile(r"(?<![A-Za-z0-9_@./-])[A-Za-z]+(?![A-Za-z0-9_@/-]|\.[a-z])")
_FOLD = re.compile(r"[\s_.’'-]")


def latin_added(it: Both, lexicon: Lexicon) -> Iterator[Problem]:
    """A Latin word of the Chinese stands in the English too, or is a glossary term, a unit or a known word."""
    found = list(_LATIN.finditer(it.zh.prose))
    if not found:
        return
    added = [m for m in found if m[0] not in it.en.text and not _known(m[0], lexicon)]
    english = _folded(it.en.text) if added else ""
    added = [m for m in added if _folded(m[0]) not in english]
    if added:
        message = f"{quoted(m[0] for m in added)} stands in the Chinese only"
        help = (
            "name it in the English too, or use a Chinese word; one that may stand in any Chinese text goes on the list `free` "
            "in data/wording.yml"
        )
        yield it.problem(Said("T27", message, help), zh=[m.span() for m in added])


def _known(word: str, lexicon: Lexicon) -> bool:
    parts = [part for part in re.split(r"[^A-Za-z0-9]+", word) if part]
    return is_unit(word) or all(
        part.lower() in lexicon.latin or part.lower().rstrip("s") in lexicon.latin for part in parts
    )


def terms_wrong(it: Both, lexicon: Lexicon) -> Iterator[Problem]:
    """The three rules below, for the glossary terms that the English mentions."""
    terms = lexicon.mentioned(it.en.prose)
    yield from acronym_lost(it, lexicon, terms)
    if terms:
        yield from term_missing(it, lexicon, terms)
        yield from forbidden_form(it, lexicon, terms)


def acronym_lost(it: Both, lexicon: Lexicon, terms: Iterable[Term]) -> Iterator[Problem]:
    """An acronym or proper name of the English stands in the Chinese, or its translation does."""
    found = list(_ACRONYM.finditer(it.en.prose))
    if not found:
        return
    lost = [m for m in found if m[0] not in it.zh.text and not is_unit(m[0])]
    chinese = _folded(it.zh.text) if lost else ""
    lost = [m for m in lost if _folded(m[0]).removesuffix("s") not in chinese]
    lost = [m for m in lost if not any(form in it.zh.text for form in _forms(m[0], lexicon, terms))]
    if lost:
        message = f"{quoted(m[0] for m in lost)} stands in the English only"
        help = "name it in the Chinese too; if Chinese has a word of its own for it, add that under `said` in data/wording.yml"
        yield it.problem(Said("T28", message, help), at="zh", en=[m.span() for m in lost])


def _forms(word: str, lexicon: Lexicon, terms: Iterable[Term]) -> Iterator[str]:
    """What Chinese may say for an acronym: its own list, and the forms of a term that holds it."""
    yield from lexicon.said.get(word, ())
    for term in terms:
        if any(word in form for form in term.en):
            yield from term.zh


def _folded(text: str) -> str:
    return _FOLD.sub("", text).lower()


def term_missing(it: Both, lexicon: Lexicon, terms: Iterable[Term]) -> Iterator[Problem]:
    """A glossary term of the English is said in Chinese by one of its approved forms."""
    text = it.zh.text.lower()
    for term in terms:
        if term.id not in lexicon.loose and not any(form in text for form in term.said):
            message = f"the English says `{term.en[0]}`, the Chinese none of {quoted(term.zh)}"
            help = f"use one of these; another right one goes under `find_zh` of `{term.id}` in data/reference/glossary.yml"
            yield it.problem(Said("T35", message, help))


def forbidden_form(it: Both, lexicon: Lexicon, terms: Iterable[Term]) -> Iterator[Problem]:
    """A glossary term is not rendered by a form that its entry says to avoid."""
    found = list(lexicon.forbidden.finditer(it.zh.prose))
    if not found:
        return
    for match in found:
        term = next((term for term in terms if match[0] in term.avoid), None)
        if term and not _right(match[0], it.zh.text, lexicon, terms):
            help = f"write {term.zh[0]}; the glossary says so under `{term.id}`"
            yield it.problem(Said("T36", f"`{match[0]}` is not used for `{term.en[0]}`", help), zh=[match.span()])


def _right(form: str, text: str, lexicon: Lexicon, terms: Iterable[Term]) -> bool:
    """Whether a form is right for another term of the English, or part of a longer form that is."""
    other = any(form in term.zh for term in terms)
    return other or any(form in longer and form != longer and longer in text for longer in lexicon.approved)


def misspelt_names(every: Sequence[Both], lexicon: Lexicon) -> Iterator[Problem]:
    """Names are spelt as their owners spell them: GitHub, PyTorch."""
    said = set(_LETTERS.findall("\n".join(f"{it.en.prose}\n{it.zh.prose}" for it in every)))
    odd = [word for word in said if lexicon.names.get(word.lower(), word) != word]
    for it in every if odd else ():  # one look at each distinct word instead of one at each
        for lang, side in it.sides():
            found = _NAME.finditer(side.prose) if any(word in side.prose for word in odd) else ()
            wrong = [m for m in found if lexicon.names.get(m[0].lower(), m[0]) != m[0]]
            if wrong:
                right = quoted(lexicon.names[m[0].lower()] for m in wrong)
                message = f"{quoted(m[0] for m in wrong)} is spelt wrongly"
                yield it.on(lang, Said("T36", message, f"write {right}"), [m.span() for m in wrong])


HELP = "use one of them in both places; if they name two things, let both languages tell them apart"
_ARTICLE = re.compile(r"^(?:the|a|an) ")


def titles_agree(every: Iterable[Both], lexicon: Lexicon) -> Iterator[Problem]:
    """The same short English title has one Chinese title (T37), and one Chinese title one English (T38); a glossary
    term may be said in each of its forms, and one title may be a shorter form of the other."""
    by_en: dict[str, dict[str, Both]] = defaultdict(dict)
    by_zh: dict[str, dict[str, Both]] = defaultdict(dict)
    for it in every:
        if it.pair.kind == "heading" and len(it.en.text) <= 40:
            english = _ARTICLE.sub("", it.en.text.casefold()).rstrip("s")
            by_en[english].setdefault(it.zh.text.casefold(), it)
            by_zh[it.zh.text.casefold()].setdefault(english, it)
    for said in by_en.values():
        yield from _two(said, "T37", "one English title has two Chinese ones", "zh")
    for said in by_zh.values():
        if not _synonyms(list(said), lexicon):
            yield from _two(said, "T38", "two English titles have the same Chinese one", "en")


def _two(said: dict[str, Both], rule: str, what: str, lang: Lang) -> Iterator[Problem]:
    """The first and each other that is no shorter or longer form of it."""
    (first, before), *others = said.items()
    for text, it in others:
        if first not in text and text not in first:
            mark = before.pair.side(lang).mark(0, 0)
            here, there = it.side(lang).text, before.side(lang).text
            message = f"{what}: “{here}” here and “{there}” in {mark.path}:{mark.line}"
            yield it.on(lang, Said(rule, message, HELP), [(0, len(it.side(lang).text))])


def _synonyms(english: list[str], lexicon: Lexicon) -> bool:
    """Whether all titles name the same glossary term."""
    named = [{term.id for term in lexicon.mentioned(title)} for title in english]
    return bool(set.intersection(*named))
