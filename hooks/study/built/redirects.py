"""Redirects as a static host can give them: a small page in the old place, or the old id beside the new one."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from html import escape

from study.guide import Guide
from study.models.base import LANGS, Lang
from study.models.redirects import Redirect

LABELS = ("moved",)
"""The labels of data/ui.yml that redirects print."""
_PAGE = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>{label}</title>
<link rel="canonical" href="{canonical}">
{script}<meta http-equiv="refresh" content="0; url={url}">
</head>
<body><p>{label} <a href="{url}">{words}</a></p></body>
</html>
"""
_SCRIPT = "<script>location.replace({url} + location.hash)</script>\n"
"""Takes the reader's anchor along, which a refresh drops."""


def redirect_pages(guide: Guide, address: str) -> Iterator[tuple[str, str]]:
    """(file below the site's root, HTML) for each page that is gone, in both languages."""
    for entry in guide.redirects.redirects:
        if "#" not in entry.old:
            for lang in LANGS:
                yield f"{_prefix(lang)}{entry.old}/index.html", _page(guide, entry, lang, address)


def _page(guide: Guide, entry: Redirect, lang: Lang, address: str) -> str:
    path, _, id = entry.new.partition("#")
    url = _relative(entry.old, path) + (f"#{id}" if id else "")
    return _PAGE.format(
        lang="zh-Hans" if lang == "zh" else "en",
        label=escape(guide.ui.labels["moved"].say(lang)),
        canonical=escape(posixpath.join(address, _prefix(lang), path, "")),
        script="" if id else _SCRIPT.format(url=f'"{url}"'),
        url=escape(url),
        words=escape(f"/{_prefix(lang)}{entry.new}"),
    )


def with_aliases(html: str, path: str, guide: Guide, lang: Lang) -> str:
    """`html` of the page `path` in which ids that are gone still lead to what took their place."""
    for entry in guide.redirects.redirects:
        page, _, old = entry.old.partition("#")
        if page == path and old:
            to, _, new = entry.new.partition("#")
            html = _beside(html, old, new) if to == page else html + _note(guide, entry, lang)
    return html


def _beside(html: str, old: str, new: str) -> str:
    """The old id on an empty anchor within the element that has the new one."""
    return re.sub(rf'<[^<>]*\bid="{re.escape(new)}"[^<>]*>', rf'\g<0><a id="{old}"></a>', html, count=1)


def _note(guide: Guide, entry: Redirect, lang: Lang) -> str:
    """A line at the end of the page that names the other page."""
    page, _, old = entry.old.partition("#")
    path, _, id = entry.new.partition("#")
    url = _relative(page, path) + (f"#{id}" if id else "")
    words = f"/{_prefix(lang)}{entry.new}"
    return (
        f'\n<p id="{old}">{escape(guide.ui.labels["moved"].say(lang))} <a href="{escape(url)}">{escape(words)}</a></p>'
    )


def _relative(page: str, to: str) -> str:
    """The link from one page's folder to another's; both stand in the same language."""
    return posixpath.relpath(f"/{to}", f"/{page}") + "/"


def _prefix(lang: Lang) -> str:
    return "zh/" if lang == "zh" else ""
