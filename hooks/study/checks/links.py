"""Links in the data's text: to a page of the guide that exists, or to a web address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set

from study.load import Files
from study.models.base import LANGS, Text
from study.problem import Problem, nearest
from study.source import Document, Loc

_TARGET = re.compile(r"(!?)\[[^\]]*\]\(\s*<?([^)>\s]*)")


def _links(files: Files) -> Iterator[tuple[Document, Loc, str, str]]:
    """(document, place, `!` of an image or "", target) of every link in a translated text."""
    for parsed in files.values():
        for loc, value, _ in parsed.values:
            if isinstance(value, Text):
                for lang in LANGS:
                    text = value.say(lang)
                    for link in _TARGET.finditer(text) if "](" in text else ():
                        yield parsed.document, (*loc, lang), link[1], link[2]


def link_targets(files: Files, pages: set[str]) -> Iterator[Problem]:
    """A link leads to `@page`, `@page#anchor` or https://…; images are not embedded."""
    for document, loc, image, target in _links(files):
        page = target.removeprefix("@").partition("#")[0]
        if image:
            message = f"embeds the image `{target}`"
            yield document.problem(
                loc, "link", message, "link to it instead; the site requests nothing from other hosts"
            )
        elif target.startswith("@") and page not in pages:
            yield document.problem(loc, "link", f"`{page}` is no page", nearest(page, pages))
        elif not target.startswith(("@", "https://", "http://")):
            message = f"`{target}` is no link target"
            yield document.problem(loc, "link", message, "write @framework/data, @resources/books#ddia or https://…")


def link_anchors(files: Files, anchors: Mapping[str, Set[str]]) -> Iterator[Problem]:
    """The anchor of a link to `@page#anchor` is the id of a heading of that page."""
    for document, loc, _, target in _links(files):
        page, _, anchor = target.removeprefix("@").partition("#")
        if target.startswith("@") and anchor and page in anchors and anchor not in anchors[page]:
            yield document.problem(loc, "link", f"`{page}` has no heading `{anchor}`", nearest(anchor, anchors[page]))
