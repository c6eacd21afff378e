"""What a rule is given, and how it says what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from study.models.base import Lang
from study.pair import Pair
from study.problem import Problem, Severity
from study.rules import RULES
from study.translation.reading import Reading, Span, reading

MOST = 8
"""Pieces that a problem underlines on a side."""
NAMES = {"en": "English", "zh": "Chinese"}


class Said(NamedTuple):
    """A rule, what is wrong, what to do, and how severe it is where that is not as severe as the rule."""

    rule: str
    message: str
    help: str
    severity: Severity | None = None


class Both(NamedTuple):
    """A pair and its two readings."""

    pair: Pair
    en: Reading
    zh: Reading

    @staticmethod
    def of(pair: Pair) -> Both:
        """The readings of `pair`."""
        return Both(pair, reading(pair.en.text, "en"), reading(pair.zh.text, "zh"))

    def side(self, lang: Lang) -> Reading:
        """The reading in `lang`."""
        return self.en if lang == "en" else self.zh

    def sides(self) -> Iterator[tuple[Lang, Reading]]:
        """Both languages with their readings."""
        yield "en", self.en
        yield "zh", self.zh

    def problem(self, said: Said, *, at: Lang = "zh", en: Iterable[Span] = (), zh: Iterable[Span] = ()) -> Problem:
        """A problem on the side `at`, with the spans to underline on each side; without one, its beginning."""
        spans = {"en": list(en) or [(0, 0)], "zh": list(zh) or [(0, 0)]}
        order: tuple[Lang, Lang] = ("en", "zh") if at == "en" else ("zh", "en")
        marks = tuple(self.pair.side(lang).mark(*span) for lang in order for span in spans[lang][:MOST])
        path, line, column, _ = marks[0]
        severity = said.severity or RULES[said.rule].severity
        return Problem(path, line, column, said.rule, said.message, said.help, severity, marks, self.pair.key)

    def on(self, lang: Lang, said: Said, found: Iterable[Span]) -> Problem:
        """A problem whose spans all stand on the side `lang`."""
        en, zh = (found, ()) if lang == "en" else ((), found)
        return self.problem(said, at=lang, en=en, zh=zh)

    def whole(self, said: Said) -> Problem:
        """A problem of both texts as a whole."""
        return self.problem(said, en=[(0, len(self.en.text))], zh=[(0, len(self.zh.text))])


def quoted(values: Iterable[str], limit: int = 4) -> str:
    """Values in backquotes, in order, each once; the first few of many."""
    found = list(dict.fromkeys(" ".join(value.split()) for value in values))
    shown = ", ".join(f"`{value[:60]}{'…' if len(value) > 60 else ''}`" for value in found[:limit])
    return f"{shown} …" if len(found) > limit else shown
