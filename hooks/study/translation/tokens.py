"""What is not prose and must be equal: code, links, images, figures, tags, placeholders, formulas."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from study.models.base import Lang
from study.problem import Problem
from study.translation.both import NAMES, Both, Said, quoted
from study.translation.reading import Token

_WIKIPEDIA = re.compile(r"https://(?:en|zh)\.(?:m\.)?wikipedia\.org/")
_CLIMB = re.compile(r'(?<=")(?:\.\./)+')
"""The way up to the site's root in a tag, which the Chinese pages are one folder further from."""


def code_lost(it: Both) -> Iterator[Problem]:
    """Each code span of the English stands in the Chinese as often."""
    yield from _lost(it, "T14", ("code",), "en", "copy it into the Chinese unchanged, with the backquotes around it")


def code_added(it: Both) -> Iterator[Problem]:
    """The Chinese has no code span that the English lacks."""
    yield from _lost(
        it, "T15", ("code",), "zh", "put it into the English too; what is no code needs no backquotes around it"
    )


def links_differ(it: Both) -> Iterator[Problem]:
    """English and Chinese link to the same targets; their order is free."""
    yield from _differ(it, Said("T16", "links", "let both sides link to the same address"), "link", "url")


def images_differ(it: Both) -> Iterator[Problem]:
    """English and Chinese show the same images."""
    yield from _differ(it, Said("T17", "images", "show the same images on both sides"), "image")


def placeholders_differ(it: Both) -> Iterator[Problem]:
    """Figures, placeholders, tags, attribute lists and footnotes are equal."""
    if it.en.tokens or it.zh.tokens:
        en, zh = _figures(it.en.tokens), _figures(it.zh.tokens)
        help = "copy it to the other side exactly as it stands, or delete it on both"
        yield from _only(it, Said("T18", "computed figures or tags", help), en, zh)


def _figures(tokens: tuple[Token, ...]) -> list[Token]:
    """Tokens that are compared by number; figures once each, since a sentence may repeat one."""
    kept: dict[object, Token] = {}
    for position, token in enumerate(tokens):
        if token.what == "figure":
            kept.setdefault(token.value, token)
        elif token.what in ("tag", "attributes", "note", "placeholder"):
            kept[position] = token
    return list(kept.values())


def formulas_differ(it: Both) -> Iterator[Problem]:
    """Formulas are equal, apart from words in them."""
    help = "copy the formula; only words inside \\text{…} may differ"
    yield from _differ(it, Said("T13", "formulas", help), "math")


def _value(token: Token) -> str:
    """What must be equal of a token."""
    if token.what == "math":
        return re.sub(r"\\text\{[^{}]*\}|\s", "", token.value)
    if token.what == "tag":
        return _CLIMB.sub("", token.value)
    return _WIKIPEDIA.sub("https://wikipedia.org/", token.value)


def _lost(it: Both, rule: str, whats: tuple[str, ...], lang: Lang, help: str) -> Iterator[Problem]:
    """Tokens of the side `lang` that the other lacks."""
    here, there = it.side(lang), it.side("zh" if lang == "en" else "en")
    if not here.tokens:
        return
    lost = _surplus(_of(here.tokens, whats), _of(there.tokens, whats))
    if lost:
        other = NAMES["zh" if lang == "en" else "en"]
        message = f"the code {quoted(token.value for token in lost)} is missing in the {other}"
        found = [(token.start, token.end) for token in lost]
        yield it.on(lang, Said(rule, message, help), found)


def _differ(it: Both, said: Said, *whats: str) -> Iterator[Problem]:
    if it.en.tokens or it.zh.tokens:
        yield from _only(it, said, _of(it.en.tokens, whats), _of(it.zh.tokens, whats))


def _only(it: Both, said: Said, en: list[Token], zh: list[Token]) -> Iterator[Problem]:
    """Tokens that stand on one side only; the message of `said` is what they are called."""
    only_en, only_zh = _surplus(en, zh), _surplus(zh, en)
    if only_en or only_zh:
        sides = [f"in {lang} only: {quoted(t.value for t in only)}" for lang, only in _sides(only_en, only_zh)]
        spans = [[(t.start, t.end) for t in only] for only in (only_en, only_zh)]
        at: Lang = "zh" if only_zh else "en"
        message = f"{said.message} differ; {'; '.join(sides)}"
        yield it.problem(said._replace(message=message), at=at, en=spans[0], zh=spans[1])


def _sides(en: list[Token], zh: list[Token]) -> list[tuple[str, list[Token]]]:
    return [(name, only) for name, only in (("English", en), ("Chinese", zh)) if only]


def _of(tokens: tuple[Token, ...], whats: tuple[str, ...]) -> list[Token]:
    return [token for token in tokens if token.what in whats]


def _surplus(here: list[Token], there: list[Token]) -> list[Token]:
    """The tokens of `here` beyond those of the same value in `there`; the last ones of several."""
    left = Counter(map(_value, there))
    lost = []
    for token in here:
        if left[_value(token)]:
            left[_value(token)] -= 1
        else:
            lost.append(token)
    return lost
