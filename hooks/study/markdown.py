"""Turns text from data into Markdown that cannot break out of its place."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from functools import cache

CODE = re.compile(r"(?<!\\)(`+)(.+?)(?<!`)\1(?!`)")
"""A code span, as Python-Markdown finds it."""
_BRACE = re.compile(r"\{(?!=[a-z0-9-]+\})")
_BLOCK = re.compile(r"^(#{1,6}(?=\s)|[-+*](?=\s)|>|(?:!!!|\?\?\?|===|:::|---)|[:~](?=\s)|\d+(?=\.\s))")
_LINK = re.compile(r"\]\(@([^)#\s]*)(#[^)\s]*)?\)")


def outside_code(text: str, change: Callable[[str], str]) -> str:
    """`text` with `change` applied to what is not in a code span."""
    if "`" not in text:
        return change(text)
    parts, last = [], 0
    for span in CODE.finditer(text):
        parts += [change(text[last : span.start()]), span.group()]
        last = span.end()
    return "".join([*parts, change(text[last:])])


def inline(text: str) -> str:
    """`text` on one line, safe inside a paragraph: no tags, entities or attribute lists; emphasis, code and links stay."""
    line = outside_code(" ".join(text.split()), _escape)
    return _BLOCK.sub(lambda m: m[0] + "\\" if m[0].isdigit() else "\\" + m[0], line)


def cell(text: str) -> str:
    """`text` as a table's cell."""
    return inline(text).replace("|", "\\|")


def paragraphs(text: str) -> str:
    """`text` whose blank lines separate paragraphs."""
    return "\n\n".join(inline(part) for part in re.split(r"\n\s*\n", text.strip()))


def plain(text: str) -> str:
    """`text` without Markdown's marks, for descriptions and attributes."""
    words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return " ".join(re.sub(r"(\*\*|`)", "", words).split())


def _escape(text: str) -> str:
    shown = text.replace("&", "&amp;").replace("<", "&lt;")
    return _BRACE.sub(r"\{", shown) if "{" in shown else shown


def resolve_links(markdown: str, page: str, source: Callable[[str], str]) -> str:
    """`](@path#anchor)` → a link relative to `page`, where `source` gives the Markdown file of a path."""
    here = posixpath.dirname(source(page)) or "."

    @cache
    def target(path: str) -> str:
        return posixpath.relpath(source(path), here)

    return _LINK.sub(lambda link: f"]({target(link[1])}{link[2] or ''})", markdown)
