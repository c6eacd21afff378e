"""Twins: every page exists in both languages, with the same explicit heading ids in the same order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from study.problem import Mark, Problem

Tree = Mapping[str, str]
"""Path of a Markdown page (`docs/en/start.md`) → its text."""

_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*$")
_ID = re.compile(r"\{\s*:?\s*#([\w-]+)[^}]*\}$")


def twin(path: str) -> str:
    """The same page in the other language."""
    root, lang, rest = path.split("/", 2)
    return f"{root}/{'zh' if lang == 'en' else 'en'}/{rest}"


def encoding(tree: Tree) -> Iterator[Problem]:
    """A page is UTF-8."""
    for path, text in tree.items():
        for number, line in enumerate(text.splitlines() if "\ufffd" in text else (), 1):
            if "\ufffd" in line:
                message = "a byte is not UTF-8 (or the text holds U+FFFD, its stand-in)"
                yield Problem(path, number, line.index("\ufffd") + 1, "encoding", message, "save the file as UTF-8")


def missing_pages(en: Tree, zh: Tree) -> Iterator[Problem]:
    """A page in one language has its twin in the other."""
    for path in sorted([*en, *zh]):
        if twin(path) not in (zh if path in en else en):
            other = "Chinese" if path in en else "English"
            yield Problem(path, 1, 1, "T01", f"has no {other} twin", f"write {twin(path)}, or delete this page")


def heading_ids(en: Tree, zh: Tree) -> Iterator[Problem]:
    """Every heading carries an explicit id, unique on its page and equal in both languages."""
    found = {path: headings(text) for path, text in [*en.items(), *zh.items()]}
    for path, each in found.items():
        seen: dict[str, int] = {}
        for line, title, id in each:
            if not id:
                yield Problem(
                    path,
                    line,
                    1,
                    "T06",
                    f"“{title}” has no id",
                    "end the heading with {#a-short-name}, the same in both languages",
                )
            elif id in seen:
                yield Problem(path, line, 1, "T06", f"`{id}` is already the id of line {seen[id]}", "choose another")
            seen.setdefault(id, line)
    for path in en:
        if twin(path) in zh:
            pair = found[path], found[twin(path)]
            if all(heading[2] for heading in (*pair[0], *pair[1])):
                yield from _different(path, *pair)


Heading = tuple[int, str, str]


def _different(path: str, en: list[Heading], zh: list[Heading]) -> Iterator[Problem]:
    """The first place where the two lists of headings part."""
    for position in range(max(len(en), len(zh))):
        here = en[position] if position < len(en) else None
        there = zh[position] if position < len(zh) else None
        if here is None or there is None or _id(here) != _id(there):
            where, line = (path, here[0]) if here else (twin(path), there[0] if there else 1)
            message = f"headings differ from here on: {_shown(here)} in English, {_shown(there)} in Chinese"
            rule = "T06" if here and there and _id(here)[0] == _id(there)[0] else "T05"
            sides = ((path, here), (twin(path), there))
            marks = tuple(Mark(side, heading[0], 1, len(heading[1])) for side, heading in sides if heading)
            help = "give both headings the same number of # and the same {#id}, in the same order"
            yield Problem(where, line, 1, rule, message, help, marks=marks)
            return


def _id(heading: Heading) -> tuple[int, str]:
    return len(heading[1]) - len(heading[1].lstrip("#")), heading[2]


def _shown(heading: Heading | None) -> str:
    return f"{heading[1].split(' ')[0]} `{heading[2]}` (line {heading[0]})" if heading else "nothing"


def headings(markdown: str) -> list[Heading]:
    """(line, `## title`, id or "") of every ATX heading outside fences and front matter."""
    found: list[Heading] = []
    fence = ""
    lines = markdown.splitlines()
    start = lines.index("---", 1) + 1 if lines[:1] == ["---"] and "---" in lines[1:] else 0
    for number, line in enumerate(lines[start:], start + 1):
        if line[:1] != "#" and "```" not in line and "~~~" not in line:
            continue
        mark = re.match(r"\s*(`{3,}|~{3,})", line)
        if mark and not fence:
            fence = mark[1]
        elif fence and re.fullmatch(rf"\s*{fence}{fence[0]}*\s*", line):
            fence = ""
        elif not fence and (heading := _HEADING.match(line)):
            id = _ID.search(heading[2])
            title = _ID.sub("", heading[2]).strip()
            found.append((number, f"{heading[1]} {title}", id[1] if id else ""))
    return found
