"""A sheet in one language as plain values, which the paper's template prints without knowing the guide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, cycle
from typing import Any, Literal

from study.figures import inline
from study.guide import Guide
from study.models.base import Lang, Text
from study.models.sheets import CheatRow, Lane, Section, Sheet

Kind = Literal["text", "bold", "whole"]
Run = tuple[Kind, str]
"""A stretch of text in one style; a whole one stays on one line."""

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKED = re.compile(r"\*\*(?P<bold>.+?)\*\*|`(?P<code>[^`]+)`")
_NEAR = r"[^\s\u3000-\u9fff\uff00-\uffef]"
"""A character of a number, of its sign or of a Latin unit."""
_AMOUNT = re.compile(
    rf"((?:[≤≥<>≈=] )?{_NEAR}{{,12}}\d{_NEAR}{{,12}}(?<![,;:.!?]) (?:[A-Za-zµ°%]{_NEAR}{{,9}}|[\u4e00-\u9fff]{{1,2}})(?!{_NEAR})"
    rf"|[≤≥<>≈] {_NEAR}{{,12}}\d{_NEAR}*)"
)
"""A number and its unit, or the sign before a number: `≤ 1.22 million`, `24 小时`."""


def content(sheet: Sheet, guide: Guide, lang: Lang) -> dict[str, Any]:
    """What one column of paper says: title, line and sections."""
    writer = _Writer(guide, lang)
    return {
        "lang": lang,
        "title": sheet.title.say(lang),
        "line": writer.runs(sheet.line),
        "sections": [writer.section(section) for section in sheet.sections],
    }


def runs(text: str) -> Iterator[Run]:
    """`text` cut at its marks; links keep their words."""
    text, last = _LINK.sub(r"\1", " ".join(text.split())), 0
    for mark in _MARKED.finditer(text):
        yield from _plain(text[last : mark.start()])
        yield ("bold", mark["bold"]) if mark["bold"] else ("whole", mark["code"])
        last = mark.end()
    yield from _plain(text[last:])


def _plain(text: str) -> Iterator[Run]:
    """Amounts stay whole, and a dot between two things stays with the first."""
    kinds: cycle[Kind] = cycle(("text", "whole"))
    for kind, part in zip(kinds, _AMOUNT.split(text), strict=False):
        if part:
            yield kind, part.replace(" · ", "\u00a0· ")


def clocks(minutes: list[int]) -> list[str]:
    """From minute to minute: [5, 3] → ["0–5", "5–8"]."""
    ends = list(accumulate(minutes))
    return [f"{end - spent}–{end}" for spent, end in zip(minutes, ends, strict=True)]


class _Writer:
    """Turns texts into runs in one language, with their figures computed."""

    def __init__(self, guide: Guide, lang: Lang) -> None:
        self._figures = guide.figures
        self._lang = lang

    def runs(self, text: Text) -> list[Run]:
        return list(runs(inline.spell(text.say(self._lang), self._figures, self._lang)))

    def section(self, section: Section) -> dict[str, Any]:
        return {
            "title": self.runs(section.title),
            "bar": [self._slot(row) for row in section.rows] if section.round else [],
            "lanes": [self._lane(lane) for lane in section.lanes],
            "rows": self._rows(section.rows),
            "facts": [{"name": self.runs(f.name), "value": self.runs(f.value)} for f in section.facts],
            "cheat": [self.runs(line) for line in section.cheat],
        }

    def _lane(self, lane: Lane) -> dict[str, Any]:
        return {
            "title": self.runs(lane.title),
            "steps": [self.runs(step) for step in lane.steps],
            "back": self.runs(lane.back) if lane.back else None,
        }

    def _slot(self, row: CheatRow) -> dict[str, Any]:
        return {"minutes": row.minutes, "name": self.runs(row.name)}

    def _rows(self, rows: tuple[CheatRow, ...]) -> list[dict[str, Any]]:
        times = clocks([row.minutes or 0 for row in rows])
        return [
            {"clock": clock if row.minutes else None, "name": self.runs(row.name), "text": self.runs(row.text)}
            for row, clock in zip(rows, times, strict=True)
        ]
