"""A hand-written page as the renderer reads it: its blocks in order, each with its Markdown and its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Literal, NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown

from study.source import Document, Place, parse
from study.spots import places

EXTENSIONS = (
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "pymdownx.details",
    "pymdownx.superfences",
    "pymdownx.tasklist",
)
"""Those of mkdocs.yml that make blocks."""
_COMMENT = re.compile(r"^[ \t]*<!--(?:(?!-->).)*-->[ \t]*$", re.MULTILINE)
"""A comment on a line of its own, such as a waiver: nothing that a twin must share."""

_FRONT = re.compile(r"---\n(?:.*\n)*?---(?=\n|\Z)")
_ID = re.compile(r"\s*\{\s*:?\s*#([\w-]+)[^}]*\}\s*$")
_STASHED = re.compile("\x02wzxhzdk:\\d+\x03")
_FENCE = re.compile(
    r"^[> \t]*(?P<mark>`{3,}|~{3,})[ \t]*(?P<language>[\w-]*)(?P<options>.*)\n(?P<source>(?:.*\n)*?)[> \t]*(?P=mark)[`~]*[ \t]*$",
    re.MULTILINE,
)

BlockKind = Literal["heading", "label", "cell", "item", "paragraph"]
_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(["h1", "h2", "h3", "h4", "h5", "h6", "title"], "heading"),
    **dict.fromkeys(["td", "th"], "cell"),
    **dict.fromkeys(["li", "li/p"], "item"),
    **dict.fromkeys(["dt", "summary"], "label"),
}


@dataclass(frozen=True)
class Block:
    """One element of the page's tree."""

    shape: str
    """What it is and what it stands in: `h2`, `ul/li/ol/li`, `table/tr/td`, `fence`."""
    text: str
    """Its own Markdown, before inline marks are read; empty for an element that only holds others."""
    line: int
    spots: Callable[[], Sequence[Place]] = field(compare=False, repr=False)
    id: str = ""

    @property
    def kind(self) -> BlockKind:
        """What it is to a reader."""
        steps = self.shape.split(":")[0].split("/")
        return _KINDS.get("/".join(steps[-2:])) or _KINDS.get(steps[-1], "paragraph")


class CodeBlock(NamedTuple):
    """A fenced block of code: the line of its opening, its language, what else stands there, its text."""

    line: int
    language: str
    options: str
    source: str


@dataclass(frozen=True)
class Page:
    """A page: its front matter, if it has any that can be read, and its blocks by the heading that they stand under."""

    front: Document | None
    blocks: Sequence[Block]
    fences: Sequence[CodeBlock]

    @property
    def sections(self) -> list[tuple[str, list[Block]]]:
        """(id of the heading, the heading and the blocks under it) in order; the first may have none."""
        found: list[tuple[str, list[Block]]] = [("", [])]
        for block in self.blocks:
            if block.kind == "heading" and block.id:
                found.append((block.id, []))
            found[-1][1].append(block)
        return found


@lru_cache(maxsize=1)
def _markdown() -> Markdown:
    """The renderer; making it costs more than a page."""
    return Markdown(extensions=EXTENSIONS)


@lru_cache(maxsize=64)
def page(path: str, source: str) -> Page:
    """The page `source` of the file `path`."""
    matched = _FRONT.match(source)
    front, start = (parse(matched[0][:-3], path)[0], matched.end()) if matched else (None, 0)
    if front and not isinstance(front.value, dict):
        front = None
    return Page(front, list(_located(tree(source[start:]), source, start)), list(_fences(source, start)))


def _fences(source: str, at: int) -> Iterator[CodeBlock]:
    for found in _FENCE.finditer(source, at):
        yield CodeBlock(_line(source, found.start()), found["language"], found["options"], found["source"])


def tree(body: str) -> Element:
    """The blocks of a page as the renderer's parser makes them; their text is Markdown still."""
    renderer = _markdown().reset()
    lines = _COMMENT.sub("", body).split("\n")
    for step in renderer.preprocessors:
        lines = step.run(lines)
    root = renderer.parser.parseDocument(lines).getroot()
    return Element("div") if root is None else root


def _located(root: Element, source: str, at: int) -> Iterator[Block]:
    """The elements below `root` with their places; their texts stand in `source` one after the other."""
    for element, shape in _elements(root, ()):
        raw = (element.text or "").strip()
        id = ""
        if _STASHED.fullmatch(raw):
            fence = _FENCE.search(source, at)
            at, line = (fence.end(), _line(source, fence.start())) if fence else (at, _line(source, at))
            yield Block(_fenced(shape) if fence else shape, "", line, partial(places, source, [at]))
            continue
        if shape[0] == "h" and (found := _ID.search(raw)):
            raw, id = raw[: found.start()], found[1]
        offsets = _offsets(source, at, raw)
        at = offsets[-1]
        yield Block(shape, raw, _line(source, offsets[0]), partial(places, source, offsets), id)


def _fenced(shape: str) -> str:
    """Markdown leaves a paragraph where a fence stood."""
    return f"{shape.removesuffix('p')}fence"


def _elements(parent: Element, above: tuple[str, ...]) -> Iterator[tuple[Element, str]]:
    """Every element below `parent` with its shape."""
    for element in parent:
        step = _step(element)
        yield element, "/".join((*above, step))
        if element.tag != "pre":
            yield from _elements(element, (*above, step))


def _step(element: Element) -> str:
    """An element's name, with what else its twin must share: the type of an admonition, the alignment of a cell."""
    classes = element.get("class", "")
    if "admonition-title" in classes:
        return "title"
    extra = classes if element.tag in ("div", "details") else element.get("style", "") or element.get("start", "")
    return f"{element.tag}:{extra}" if extra else element.tag


def _offsets(source: str, at: int, text: str) -> list[int]:
    """The offset in `source`, from `at` on, of each character of `text` and of its end; line by line, since a quote's
    or list's marks stand between the lines."""
    offsets: list[int] = []
    for number, line in enumerate(text.split("\n")):
        if number:
            offsets.append(at)  # the line break
        shown = line.strip()
        found = source.find(shown, at)
        start = found if found >= 0 else at
        indent = len(line) - len(line.lstrip())
        offsets += [start] * indent + [start + n for n in range(len(line) - indent)]
        at = start + len(shown) if found >= 0 else at
    return [*offsets, at]


def _line(source: str, offset: int) -> int:
    return source.count("\n", 0, offset) + 1
