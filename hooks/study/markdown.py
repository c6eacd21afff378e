"""Turns text from data into Markdown that cannot break out of its place."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from functools import cache
from html import escape
from urllib.parse import quote

CODE = re.compile(r"(?<!\\)(`+)(.+?)(?<!`)\1(?!`)")
"""A code span, as Python-Markdown finds it."""
_BRACE = re.compile(r"\{(?!=[a-z0-9-]+\})")
_SLOT = re.compile(r"\{(?![a-z]+\})")
"""A brace that does not open the place of a value in a label."""
_BLOCK = re.compile(
    r"^(#{1,6}(?=\s)|[-+*](?=\s)|>|(?:!!!|\?\?\?|===|:::|---)|[:~](?=\s)|\*?\[(?=[^\]]*\]:)|\d+(?=\.\s))"
)
"""What makes the start of a line more than text: a heading, a list, a box, a definition."""
_LAST = re.compile(r"(?<!\\)\\$")
"""A backslash at the end, which would undo what stands after the text."""
_ELSEWHERE = re.compile(r"\]\((?!@|https?://)")
"""A link to what is neither a page of the guide nor on the web, such as a script."""
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
    line = _LAST.sub(r"\\\\", outside_code(" ".join(text.split()), _escape))
    return _BLOCK.sub(lambda m: m[0] + "\\" if m[0].isdigit() else "\\" + m[0], line)


def label(text: str) -> str:
    """A label of the interface, safe in a paragraph and in an attribute; its `{slots}` stay."""
    return _SLOT.sub(r"\{", escape(text)).replace("](", r"]\(")


def fill(text: str, **values: str) -> str:
    """`text` with each value in its `{slot}`; other braces are text."""
    return re.sub(r"\{([a-z]+)\}", lambda slot: values.get(slot[1], slot[0]), text)


def code(text: str) -> str:
    """`text` as code, in a table too."""
    return f"`{text.replace('`', chr(39)).replace('|', chr(92) + '|')}`"


def address(url: str) -> str:
    """`url` where a link's target or an attribute stands: what could end either is percent-encoded."""
    return re.sub(r"""[<>"'`(){}|\\\s]""", lambda found: quote(found[0], safe=""), url)


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
    return _ELSEWHERE.sub(r"]\(", _BRACE.sub(r"\{", text.replace("&", "&amp;").replace("<", "&lt;")))


def resolve_links(markdown: str, page: str, source: Callable[[str], str]) -> str:
    """`](@path#anchor)` → a link relative to `page`, where `source` gives the Markdown file of a path."""
    here = posixpath.dirname(source(page)) or "."

    @cache
    def target(path: str) -> str:
        return posixpath.relpath(source(path), here)

    return _LINK.sub(lambda link: f"]({target(link[1])}{link[2] or ''})", markdown)
