"""The ```mermaid fence of pymdownx.superfences: draws at build time, in the language of the build."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from html import escape
from typing import Any
from weakref import WeakKeyDictionary

from markdown import Markdown

from study.diagrams.board import OPTIONS, read
from study.diagrams.cache import Cache, digest
from study.diagrams.draw import OPTIONS as DRAWING
from study.diagrams.draw import UndrawableError, draw
from study.diagrams.dress import VERSION, dress
from study.diagrams.figure import Figure, Labels, page, undrawn
from study.problem import nearest


class Fence:
    """Formatter and validator of mermaid fences for the pages of one language.

    `report` is told what is wrong, once a fence, and the page goes on with the source; a strict build then fails.
    `tool` is what draws here (`draw.renderer()`), None where nothing can. `browser` is the build for such platforms:
    pages carry the source and the reader's browser draws it.
    """

    def __init__(
        self, labels: Labels, cache: Cache, report: Callable[[str], None], *, tool: str | None, browser: bool = False
    ) -> None:
        self._labels = labels
        self._cache = cache
        self._report = report
        self._tool = tool
        self._browser = browser
        self._ids: WeakKeyDictionary[Markdown, set[str]] = WeakKeyDictionary()

    def config(self) -> dict[str, Any]:
        """The entry for `custom_fences` of pymdownx.superfences."""
        return {"name": "mermaid", "class": "mermaid", "format": self.format, "validator": self.validate}

    def validate(
        self,
        language: str,
        inputs: Mapping[str, str],
        options: MutableMapping[str, Any],
        attrs: Mapping[str, Any],
        md: Markdown,
    ) -> bool:
        """Takes every option: `format` can say what is wrong with one, a refusal here would print the bare source."""
        options.update(inputs)
        return True

    def format(
        self, source: str, language: str, css_class: str, options: Mapping[str, str], md: Markdown, **kwargs: Any
    ) -> str:
        """The figure's HTML; the source in a plain block where it cannot be drawn."""
        if wrong := [*faults(source, options)]:
            return self._refuse(source, ". ".join(wrong))
        try:
            figure = read(source, options)
        except (TypeError, ValueError) as error:
            return self._refuse(source, f"`steps` is not what board_markdown writes ({error})")
        id = self._unique(figure, md)
        if self._browser:
            return undrawn(figure, id, self._labels)
        if self._tool is None:
            return self._refuse(
                source, "no renderer for this platform; build with `mkdocs build -f mkdocs.fallback.yml`"
            )
        try:
            return page(figure, self._svg(figure), id, self._labels)
        except UndrawableError as error:
            return self._refuse(source, str(error))

    def _svg(self, figure: Figure) -> str:
        minutes = repr(sorted(figure.minutes.items()))
        key = digest(str(self._tool), VERSION, repr(DRAWING), figure.source, figure.title, figure.desc, minutes)
        if (svg := self._cache.get(key)) is None:
            svg = dress(draw(figure.source), figure.title, figure.desc, figure.minutes)
            self._cache.put(key, svg)
        return svg

    def _unique(self, figure: Figure, md: Markdown) -> str:
        """An id that no figure before it on the page has."""
        taken = self._ids.setdefault(md, set())
        wanted = f"board-{figure.id or digest(figure.source)[:8]}"
        id = next(name for name in _numbered(wanted) if name not in taken)
        taken.add(id)
        return id

    def _refuse(self, source: str, why: str) -> str:
        self._report(f"mermaid fence `{_first(source)}`: {why}")
        return f"<pre><code>{escape(source)}</code></pre>"


def faults(source: str, options: Mapping[str, str]) -> Iterator[str]:
    """A title, a description, no option that we do not know, and a kind of diagram that we draw well."""
    for name in ("title", "desc"):
        if not options.get(name, "").strip():
            yield f'it has no {name}; write ```mermaid title="…" desc="…"'
    for name in sorted(set(options) - set(OPTIONS)):
        yield f"`{name}` is not an option; {nearest(name, OPTIONS)}"
    yield from _kind_faults(source)


def _kind_faults(source: str) -> Iterator[str]:
    """Only flowcharts and sequence diagrams are drawn."""
    kind = _first(source).split(" ")[0]
    if kind.startswith("stateDiagram"):
        yield "state diagrams are not drawn, their labels overlap; draw it as a flowchart: a node a state, an edge a transition"
    elif kind not in ("flowchart", "graph", "sequenceDiagram"):
        yield f"`{kind}` is not drawn; use `flowchart TB` or `sequenceDiagram`"


def _first(source: str) -> str:
    """The line that names the kind of diagram: the first that is neither empty nor a comment."""
    lines = (line.strip() for line in source.splitlines())
    return next((line for line in lines if line and not re.match(r"%%", line)), "")


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1
