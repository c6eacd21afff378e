"""Waivers: a finding that is right as it stands, with the reason and the text for which it was given.

In YAML, beside `en` and `zh`: `l10n_ok: [{id: T23, reason: "…", src: 0a1b2c3d4e5f}]`. In a page, on a line of its own
above a block: `<!-- l10n-ok T23 0a1b2c3d4e5f: reason -->`. `src` is a hash of both sides, written by `study fix`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from study.edit import Edit
from study.load import Files
from study.lock import digest
from study.pair import Pair
from study.problem import Mark, Problem, nearest
from study.rules import RULES
from study.source import Document, Loc
from study.spots import line_starts

KEY = "l10n_ok"
UNWAIVABLE = frozenset(["T01", "T02", "T03", "T41", "T42", "T43", "T45", *(id for id in RULES if id[0] == "L")])
"""Rules about what must be there at all, about acceptance, about waivers themselves and about the built site."""
_COMMENT = re.compile(r"^[ \t]*<!--[ \t]*l10n-ok\b(.*?)-->[ \t]*$", re.MULTILINE)
_SAID = re.compile(r"[ \t]+(?P<id>\w+)(?P<src>[ \t]+\w+)?[ \t]*(?::[ \t]*(?P<reason>.*?))?[ \t]*")


@dataclass(frozen=True)
class Waiver:
    """Leave to break one rule in one place."""

    rule: str
    reason: str
    src: str
    """The hash that the waiver was given for; empty when it was not written yet."""
    keys: frozenset[str]
    """The pairs that it covers."""
    now: str
    """The hash of those pairs as they are."""
    place: Mark
    write: Edit | None
    """What `study fix` does to add `src`."""

    @property
    def holds(self) -> bool:
        """Whether it is in force; one without `src` is, but must get it."""
        return bool(self.reason) and self.rule in RULES and self.rule not in UNWAIVABLE and self.src in ("", self.now)


def waivers(files: Files, pages: Mapping[str, str], pairs: Sequence[Pair]) -> Iterator[Waiver]:
    """Every waiver of the data and of the hand-written pages (path → text)."""
    documents = {p.document.path: p.document for p in files.values() if KEY in p.document.text}
    for pair in pairs:
        if pair.loc and pair.en.path in documents:
            yield from _beside(pair, documents[pair.en.path])
    for path, text in pages.items():
        if "l10n-ok" in text:
            yield from _in_page(path, text, pairs)


def _beside(pair: Pair, document: Document) -> Iterator[Waiver]:
    """The waivers in the mapping that holds the pair."""
    value = document.value
    for step in pair.loc:
        value = value[step]
    entries = value.get(KEY)
    for position, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict) and isinstance(entry.get("id"), str):
            yield _waiver(pair, document, entry, (*pair.loc, KEY, position))


def _waiver(pair: Pair, document: Document, entry: Mapping[str, Any], loc: Loc) -> Waiver:
    id, reason, src = (str(entry.get(name) or "").strip() for name in ("id", "reason", "src"))
    now = digest(pair.en.text, pair.zh.text)
    at = document.place((*loc, "id"), key=True)
    add = Edit(Mark(document.path, at.line, at.column, 0), "", f"src: {now}, ", "T43")
    mark = Mark(document.path, *document.place((*loc, "id")), len(id))
    return Waiver(id, reason, src, frozenset([pair.key]), now, mark, _inline(document, loc, add))


def _inline(document: Document, loc: Loc, add: Edit) -> Edit | None:
    """The edit, where the entry is written `{…}`; a block entry gets its `src` as a line of its own."""
    start = line_starts(document.text)[add.mark.line - 1]
    before = document.text[start : start + add.mark.column - 1]
    if before.rstrip().endswith(("{", ",")):
        return add
    return Edit(add.mark, "", f"{add.text.rstrip(', ')}\n{' ' * len(before)}", add.rule)


def _in_page(path: str, text: str, pairs: Sequence[Pair]) -> Iterator[Waiver]:
    """The waivers of one page: each covers the lines below it, to the next blank one."""
    lines = text.split("\n")
    sides = [(side.mark(0, 0).line, pair) for pair in pairs for side in (pair.en, pair.zh) if side.path == path]
    for comment in _COMMENT.finditer(text):
        line = text.count("\n", 0, comment.start()) + 1
        column = comment.start(1) - text.rfind("\n", 0, comment.start(1))
        first, last = _block(lines, line)
        covered = [pair for number, pair in sides if first <= number <= last]
        yield _commented(comment[1], Mark(path, line, column, len(comment[1])), covered)


def _block(lines: Sequence[str], line: int) -> tuple[int, int]:
    """First and last line of the block below `line`; comments between are passed over."""
    first = line + 1
    while first <= len(lines) and (not lines[first - 1].strip() or _COMMENT.match(lines[first - 1])):
        first += 1
    last = first
    while last < len(lines) and lines[last].strip():
        last += 1
    return first, last


def _commented(words: str, mark: Mark, covered: Sequence[Pair]) -> Waiver:
    said = _SAID.fullmatch(words)
    id, src, reason = ((said[name] or "").strip() for name in ("id", "src", "reason")) if said else ("", "", "")
    now = digest(*(text for pair in covered for text in (pair.en.text, pair.zh.text)))
    at = mark._replace(column=mark.column + said.end("id"), length=0) if said else mark
    place = mark._replace(column=mark.column + said.start("id"), length=len(id)) if said else mark
    return Waiver(id, reason, src, frozenset(pair.key for pair in covered), now, place, Edit(at, "", f" {now}", "T43"))


def unwaived(problems: Iterable[Problem], given: Sequence[Waiver]) -> Iterator[Problem]:
    """The problems that no waiver in force covers."""
    covered = {(waiver.rule, key) for waiver in given if waiver.holds for key in waiver.keys}
    return (problem for problem in problems if (problem.rule, problem.key) not in covered)


def idle(problems: Iterable[Problem], given: Sequence[Waiver], *, whole: bool = True) -> Iterator[Problem]:
    """A waiver names a rule, gives a reason, was given for the text as it is, and covers something.

    The last is not asked when the problems are not the whole of what the checks find.
    """
    found = {(problem.rule, problem.key) for problem in problems}
    for waiver in given:
        if said := _fault(waiver, used=not whole or any((waiver.rule, key) in found for key in waiver.keys)):
            yield Problem(*waiver.place[:3], "T43", *said, marks=(waiver.place,))


def _fault(waiver: Waiver, *, used: bool) -> tuple[str, str] | None:
    """What is wrong with a waiver and what to do, the first thing only."""
    if waiver.rule not in RULES:
        names = [rule for rule in RULES if rule not in UNWAIVABLE]
        return (
            f"a waiver names no rule: `{waiver.rule}`",
            f"name the rule that it waives; {nearest(waiver.rule, names)}",
        )
    if waiver.rule in UNWAIVABLE:
        return f"{waiver.rule} cannot be waived", "delete the waiver and do what the message of the rule says"
    if not waiver.reason:
        return f"the waiver of {waiver.rule} gives no reason", "say in its `reason` why the text is right as it stands"
    if waiver.src not in ("", waiver.now):
        fix = f"look again: if it is still needed, set its `src` to {waiver.now}, otherwise delete the waiver"
        return f"the waiver of {waiver.rule} was given for another text, which has changed since", fix
    if not used:
        return f"the waiver of {waiver.rule} waives nothing here", "delete it"
    if not waiver.src:
        return (
            f"the waiver of {waiver.rule} does not say for which text",
            f"run `study fix`, which adds src {waiver.now}",
        )
    return None
