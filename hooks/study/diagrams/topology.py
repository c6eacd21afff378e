"""Hand-written mermaid fences: where they stand, and whether two languages draw the same diagram."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import NamedTuple

from study.diagrams.fence import faults
from study.problem import Problem

_FENCE = re.compile(r"\s*(?P<mark>`{3,}|~{3,})[ \t]*(?P<language>[\w-]*)(?P<options>.*)$")
_OPTION = re.compile(r"(?P<key>[a-zA-Z]\w*)=(?P<quote>[\"'])(?P<value>.*?)(?P=quote)")
_WORDS = (
    (re.compile(r'"[^"]*"'), '""'),
    (re.compile(r"\|[^|]*\|"), "||"),
    (re.compile(r"(\[\[|\[\(|\[/|\[\\|\[)[^\[\]]*?(\]\]|\)\]|/\]|\\\]|\])"), r"\1\2"),
    (re.compile(r"(\(\(|\(\[|\()[^()\[\]]*?(\)\)|\]\)|\))"), r"\1\2"),
    (re.compile(r"(\{\{|\{)[^{}]*?(\}\}|\})"), r"\1\2"),
    (re.compile(r"(--|==|-\.)\s+[^\s>-].*?\s+(-->|==>|\.->)"), r"\1\2"),
    (re.compile(r"^(\w+\s*[-)x>]*>{1,2}[+-]?\s*\w+|Note .*?)\s*:.*$", re.IGNORECASE), r"\1:"),
    (re.compile(r"^((?:participant|actor)\s+\w+)\s+as\s.*$"), r"\1 as"),
    (re.compile(r"^(subgraph\s+\w+)\s.*$|^(loop|alt|else|opt|par|and|critical|option|break|box)\b.*$"), r"\1\2"),
)
"""What differs between languages in a line of Mermaid → what is left of it."""


class Found(NamedTuple):
    """A mermaid fence on a page: the line of its opening (from 1), its options, its text."""

    line: int
    options: Mapping[str, str]
    source: str


def fences(page: str) -> list[Found]:
    """The mermaid fences of a Markdown page; one inside another fence is an example, not a diagram."""
    found: list[Found] = []
    opening: re.Match[str] | None = None
    start = 0
    lines = page.splitlines()
    for number, line in enumerate(lines, 1):
        if opening is None:
            opening, start = _FENCE.match(line), number
        elif re.fullmatch(rf"\s*{opening['mark']}+\s*", line):
            if opening["language"] == "mermaid":
                options = {m["key"]: m["value"] for m in _OPTION.finditer(opening["options"])}
                found.append(Found(start, options, "\n".join(lines[start : number - 1])))
            opening = None
    return found


def skeleton(source: str) -> list[tuple[int, str]]:
    """(line, what it draws) without comments, labels and indentation; lines count from 1."""
    kept = ((number, line.strip()) for number, line in enumerate(source.splitlines(), 1))
    return [(number, _bones(line)) for number, line in kept if line and not line.startswith("%%")]


def _bones(line: str) -> str:
    for words, rest in _WORDS:
        line = words.sub(rest, line)
    return " ".join(line.split())


def written(path: str, page: str) -> Iterator[Problem]:
    """Each fence of a page has a title and a description and is of a kind that we draw."""
    for fence in fences(page):
        for fault in faults(fence.source, fence.options):
            message, _, fix = fault.partition("; ")
            yield Problem(path, fence.line, 1, "diagram", f"this diagram: {message}", fix)


def different(en: str, zh: str, en_path: str, zh_path: str) -> Iterator[Problem]:
    """The fences of a page's two languages have the same nodes and edges in the same order; labels may differ."""
    pair = fences(en), fences(zh)
    if len(pair[0]) != len(pair[1]):
        message = f"{len(pair[1])} diagrams here, {len(pair[0])} in {en_path}"
        line = pair[1][-1].line if pair[1] else 1
        yield Problem(zh_path, line, 1, "T12", message, "draw each diagram in both languages")
        return
    for here, there in zip(*pair, strict=True):
        yield from _parting(here, there, en_path, zh_path)


def _parting(en: Found, zh: Found, en_path: str, zh_path: str) -> Iterator[Problem]:
    """The first line in which two diagrams part."""
    for here, there in zip_longest(skeleton(en.source), skeleton(zh.source)):
        if here is None or there is None or here[1] != there[1]:
            line = zh.line + (there[0] if there else 0)
            said = f"`{there[1]}`" if there else "nothing"
            other = f"`{here[1]}` (line {en.line + here[0]})" if here else "nothing"
            message = f"the diagrams part here: {said}, in {en_path} {other}"
            yield Problem(
                zh_path,
                line,
                1,
                "T12",
                message,
                "give both the same ids, shapes and arrows; only labels differ",
            )
            return
