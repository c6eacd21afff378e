"""What a label may hold: how wide it is, and what Mermaid would take for something else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

LINE = 30
"""Units that one line of a box holds; a Latin letter is 1, a Han character 2. Longer labels wrap at spaces."""
BOX = 60
"""Units that a box holds: two full lines."""
WORD = 24
"""Units of the longest piece that cannot be wrapped."""

RESERVED_IN_FLOWS = frozenset(
    ["call", "class", "click", "direction", "end", "flowchart", "graph", "href", "interpolate", "style", "subgraph"]
)
RESERVED_IN_SEQUENCES = frozenset(
    [
        "acctitle",
        "activate",
        "actor",
        "alt",
        "and",
        "autonumber",
        "box",
        "break",
        "create",
        "critical",
        "deactivate",
        "destroy",
        "details",
        "else",
        "end",
        "link",
        "links",
        "loop",
        "note",
        "off",
        "opt",
        "option",
        "over",
        "par",
        "participant",
        "properties",
        "rect",
        "title",
    ]
)
"""Words of Mermaid's grammar: as ids they break the diagram (tests/diagrams asks the real parser)."""

_MISREAD: Mapping[str, str] = {
    r"\\n": r"`\n` is not a line break in a label; leave it out, labels wrap by themselves",
    r"[\r\n]": "a label is one line; use `>-` or put it on one line",
    r"^(\d+[.)]|[-*+]|#{1,6})\s": "a list mark or `#` at the start is read as Markdown; write `step 1: …` or leave it out",
    r"`": "a backtick starts Markdown inside Mermaid; leave it out",
    r"\*\S.*?\*|(?<!\w)_\S.*?_(?!\w)": "`*` and `_` in pairs are read as emphasis; leave them out, or write × for times",
    r"\]\(": "a link cannot stand in a label; leave its words",
    r"</?[a-zA-Z][^<>]*>": "a tag is not drawn; leave it out, labels wrap by themselves",
    r"[#&]\w+;": "`#…;` and `&…;` are read as one character; write that character",
}
"""What Mermaid reads differently from how it looks → what to write instead."""

_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]")


def units(text: str) -> int:
    """The width of `text`: 2 for a full-width character, 1 for any other, 0 for a combining mark."""
    return sum(0 if unicodedata.combining(c) else 2 if _WIDE.match(c) else 1 for c in text)


def longest_word(text: str) -> str:
    """The widest piece of `text` without a place to wrap; Han text wraps anywhere."""
    return max(re.split(r"\s|" + _WIDE.pattern, text), key=units, default="")


def misread(text: str) -> Iterator[str]:
    """What to change in `text`, one sentence for each thing that Mermaid would misread."""
    for pattern, advice in _MISREAD.items():
        if re.search(pattern, text):
            yield advice
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        yield "a quotation mark has no partner; close it or leave it out"


def quoted(text: str) -> str:
    """`text` as Mermaid draws it inside `"…"`: straight quotes become curly, angle brackets become entities."""
    curly = re.sub(r'"([^"]*)"', r"“\1”", " ".join(text.split())).replace('"', "”")
    return curly.replace("<", "#lt;").replace(">", "#gt;")


def bare(text: str) -> str:
    """`text` as Mermaid draws it after a colon, where `;` and `#` would end the line."""
    return quoted(text.replace(";", ",").replace("#", "＃"))
