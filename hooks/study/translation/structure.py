"""Hand-written pages: the two languages have the same blocks in the same order, as the renderer reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from study.blocks import Block, Page
from study.problem import Mark, Problem
from study.rules import RULES

Twins = tuple[str, Page, str, Page]
"""English path and page, Chinese path and page."""

_NEUTRAL = frozenset(["template", "hide", "tags", "icon", "status"])
"""Keys of the front matter whose values are the same in both languages."""
_FAMILIES: Sequence[tuple[re.Pattern[str], str, str]] = (
    (
        re.compile(r"(?:^|/)table"),
        "T08",
        "add the row or column that one table lacks; both have the same colons in the line of dashes",
    ),
    (
        re.compile(r"(?:^|/)[uo]l"),
        "T09",
        "add the item that one list lacks; both are indented alike and start with the same number",
    ),
    (
        re.compile(r"(?:^|/)(?:div|details)"),
        "T10",
        "give both pages the same boxes: the same word behind !!! or ???, and a title",
    ),
    (re.compile(r"(?:^|/)(?:fence|pre)"), "T11", "give both pages the same code blocks, in the same languages"),
)
_BLOCKS = "add what one page lacks: both hold the same paragraphs, lists, tables and quotes in the same order"
_TASK = re.compile(r"\[([ xX])\]\s")
_COMMENT = re.compile(r"(?:^|\s)(?:#|//|--|%%)\s.*$|<!--.*?-->", re.MULTILINE)


def front_matter(twins: Twins) -> Iterator[Problem]:
    """Both front matters have the same keys, and the same values where a value is not text."""
    path, en, other, zh = twins
    here, there = (page.front.value if page.front else {} for page in (en, zh))
    for key in [*here, *there]:
        if (key in here) != (key in there):
            where, lacks = (path, other) if key in here else (other, path)
            yield _problem(
                (where, 1),
                "T04",
                f"`{key}` stands between the `---` lines of this page only",
                f"add it to {lacks}, or delete it here",
            )
        elif key in _NEUTRAL and here[key] != there[key] and key in here:
            message = f"`{key}` is `{here[key]}` in English and `{there[key]}` in Chinese"
            yield _problem((other, 1), "T04", message, "give both the same value")


def blocks_differ(twins: Twins) -> Iterator[Problem]:
    """Under each heading, the same paragraphs, lists, tables, boxes and code blocks in the same order; where headings
    differ, T05 and T06 speak first."""
    path, en, other, zh = twins
    sections = dict(zh.sections)
    if _headings(en) != _headings(zh):
        return
    for id, here in en.sections:
        there = sections.get(id)
        if there is not None and [b.shape for b in here] != [b.shape for b in there]:
            yield _parting(path, here, other, there)


def _headings(page: Page) -> list[tuple[str, str]]:
    return [(block.shape, block.id) for block in page.blocks if block.kind == "heading"]


def _parting(path: str, here: Sequence[Block], other: str, there: Sequence[Block]) -> Problem:
    """The first place where two sections part."""
    before: tuple[Block | None, Block | None] = (None, None)
    for en, zh in zip_longest(here, there):
        if en is None or zh is None or en.shape != zh.shape:
            break
        before = en, zh
    rule, help = _family(en, zh)
    message = f"the pages differ from here on: {_shown(en)} in English, {_shown(zh)} in Chinese"
    ended = (
        _goes_on(before[0], en) and not _goes_on(before[1], zh),
        _goes_on(before[1], zh) and not _goes_on(before[0], en),
    )
    lines = [
        (other, _line(None if ended[0] else zh, before[1])),
        (path, _line(None if ended[1] else en, before[0])),
    ]
    return _problem(lines[0], rule, message, help, lines[1])


def _line(*blocks: Block | None) -> int:
    """The line of the first that there is; a section may hold nothing in one language."""
    return next((block.line for block in blocks if block), 1)


def _goes_on(before: Block | None, block: Block | None) -> bool:
    """Whether a block stands in the same list or table as the one before it."""
    if before is None or block is None:
        return False
    return "/" in block.shape and block.shape.split("/")[0] == before.shape.split("/")[0]


def _family(*blocks: Block | None) -> tuple[str, str]:
    """The rule of two blocks that differ, and what to do."""
    shapes = [block.shape for block in blocks if block]
    return next(((rule, help) for form, rule, help in _FAMILIES if any(map(form.search, shapes))), ("T07", _BLOCKS))


def _shown(block: Block | None) -> str:
    if block is None:
        return "nothing more"
    step, _, extra = block.shape.split("/")[-1].partition(":")
    if step in ("div", "details"):
        return f"a box of the type `{extra.removeprefix('admonition ')}`"
    words = f" “{block.text[:24]}{'…' if len(block.text) > 24 else ''}”" if block.text else ""
    return f"{_NAMES.get(step, f'`{step}`')}{words}"


_NAMES: Mapping[str, str] = {
    "p": "a paragraph",
    "li": "a list item",
    "ul": "a list",
    "ol": "a numbered list",
    "tr": "a table row",
    "td": "a table cell",
    "th": "a column",
    "table": "a table",
    "fence": "a code block",
    "blockquote": "a quote",
    "title": "a box's title",
    **{f"h{n}": f"a heading of level {n}" for n in range(1, 7)},
}


def cells_and_tasks(twins: Twins) -> Iterator[Problem]:
    """A table cell is empty in both languages or in none (T08); a task is done in both or in none (T09)."""
    for path, en, other, zh in _joined(twins):
        if en.kind == "cell" and bool(en.text) != bool(zh.text):
            where = (other, zh.line) if en.text else (path, en.line)
            yield _problem(where, "T08", "this cell is empty in one language only", "fill it, or empty the other too")
        tasks = [(m[1].lower() if m else "") for m in (_TASK.match(en.text), _TASK.match(zh.text))]
        if tasks[0] != tasks[1]:
            message, help = "the task is done in one language only", "write [x] on both pages, or [ ] on both"
            yield _problem((other, zh.line), "T09", message, help, (path, en.line))


def code_differs(twins: Twins) -> Iterator[Problem]:
    """A code block has the same language (T11) and, comments apart, the same text (T12) on both pages; one marked
    `translate-strings` may differ in text, and so may a diagram, whose nodes are compared elsewhere."""
    path, en, other, zh = twins
    for here, there in zip(en.fences, zh.fences, strict=False):
        lines = (other, there.line), (path, here.line)
        if here.language != there.language:
            message = f"this code block is `{there.language}`, in English `{here.language}`"
            yield _problem(lines[0], "T11", message, "write the same word behind the ``` of both blocks", lines[1])
        elif here.language not in ("mermaid", "text", "") and "translate-strings" not in here.options:
            pair = [_COMMENT.sub("", fence.source).split() for fence in (here, there)]
            if pair[0] != pair[1]:
                message = "the code differs from that of the English page in more than comments"
                help = "copy the English code; if only texts in it are translated, write `translate-strings` behind ``` and the language of both"
                yield _problem(lines[0], "T12", message, help, lines[1])
    if len(en.fences) != len(zh.fences):
        message = f"{len(en.fences)} code blocks in English, {len(zh.fences)} in Chinese"
        yield _problem((other, 1), "T11", message, "give both pages the same code blocks", (path, 1))


def _joined(twins: Twins) -> Iterator[tuple[str, Block, str, Block]]:
    """The blocks of sections that have the same shapes."""
    path, en, other, zh = twins
    sections = dict(zh.sections)
    for id, here in en.sections:
        there = sections.get(id, [])
        if [b.shape for b in here] == [b.shape for b in there]:
            yield from ((path, block, other, twin) for block, twin in zip(here, there, strict=True))


Spot = tuple[str, int]
"""A path and a line."""


def _problem(spot: Spot, rule: str, message: str, help: str, other: Spot | None = None) -> Problem:
    path, line = spot
    marks = [Mark(path, line, 1, 0), *([Mark(*other, 1, 0)] if other else [])]
    return Problem(path, line, 1, rule, message, help, RULES[rule].severity, tuple(marks))
