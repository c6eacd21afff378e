"""Chapters → the bytes of an EPUB 3. The same guide gives the same bytes."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from uuid import NAMESPACE_URL, uuid5

from study.epub.xhtml import xhtml
from study.guide import Guide
from study.models.base import Lang
from study.output import Output
from study.pages import Nav, nav

CODES: Mapping[Lang, str] = {"en": "en", "zh": "zh-Hans"}
LABELS = ("epub_contents", "epub_rights")
"""The labels of data/ui.yml that a book bears."""
FOLDER = "epub"
"""Where the books stand in the site."""
STYLE = files("study") / "epub" / "book.css"
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip can hold; the book's own date is in its metadata."""


@dataclass(frozen=True)
class Chapter:
    """A page of the site: its address below the site's root, its title and its content as HTML."""

    url: str
    title: str
    html: str


def name(lang: Lang) -> str:
    """The file of the book in `lang`."""
    return f"whiteboard-{lang}.epub"


def book(guide: Guide, output: Output, lang: Lang, chapters: Mapping[str, Chapter]) -> bytes:
    """The book of all chapters, by Markdown path, in the order of the site's navigation."""
    order = [path for path in _paths(nav(guide, lang)) if path in chapters and path != "index.md"]
    names = {chapters[path].url: _file(path) for path in order}
    parts = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": _container(),
        "OEBPS/book.css": STYLE.read_text("utf-8"),
        "OEBPS/title.xhtml": _title(guide, output, lang),
    }
    for path in order:
        body = xhtml(chapters[path].html, _linker(chapters[path].url, names, output))
        parts[f"OEBPS/{_file(path)}"] = _page(chapters[path].title, body, lang)
    parts["OEBPS/nav.xhtml"] = _contents(guide, lang, chapters)
    parts["OEBPS/book.opf"] = _package(guide, output, lang, [_file(path) for path in order], parts)
    return _zip(parts)


def _paths(entries: Nav) -> Iterator[str]:
    for entry in entries:
        yield from _paths([each for inner in entry.values() for each in inner]) if isinstance(entry, dict) else [entry]


def _file(path: str) -> str:
    """`framework/data.md` → `framework-data.xhtml`."""
    return path.removesuffix(".md").replace("/", "-") + ".xhtml"


class _linker:  # noqa: N801 used like a function
    """Resolves a link of the page at `here`: to a chapter, or to the web."""

    def __init__(self, here: str, names: Mapping[str, str], output: Output) -> None:
        self._here, self._names, self._output = here, names, output

    def __call__(self, href: str) -> str:
        if href.startswith(("http:", "https:", "#", "mailto:")):
            return href
        target, _, anchor = href.partition("#")
        url = posixpath.normpath(posixpath.join(self._here, target))
        end = f"#{anchor}" if anchor else ""
        if f"{url}/" in self._names:
            return self._names[f"{url}/"] + end
        if "." in posixpath.basename(url).lstrip("."):
            return self._output.file(url)
        return self._output.url("" if url == "." else url) + end


def _page(title: str, body: str, lang: Lang, head: str = "") -> str:
    return (
        f'{_HEAD}<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        f'lang="{CODES[lang]}" xml:lang="{CODES[lang]}">\n<head><title>{escape(title)}</title>'
        f'<link rel="stylesheet" type="text/css" href="book.css"/>{head}</head>\n<body>\n{body}\n</body>\n</html>\n'
    )


def _title(guide: Guide, output: Output, lang: Lang) -> str:
    head, edition = guide.site.page, guide.sheets.edition.isoformat()
    body = (
        f'<section class="title"><h1>{escape(head.title.say(lang))}</h1><p>{escape(head.description.say(lang))}</p>'
        f"<p>{edition} · {escape(guide.ui.labels['epub_rights'].say(lang))}</p>"
        f'<p><a href="{escape(output.address)}">{escape(output.short(""))}</a></p></section>'
    )
    return _page(head.title.say(lang), body, lang)


def _contents(guide: Guide, lang: Lang, chapters: Mapping[str, Chapter]) -> str:
    title = guide.ui.labels["epub_contents"].say(lang)
    items = "".join(_items(nav(guide, lang), chapters))
    body = f'<nav epub:type="toc" id="toc"><h1>{escape(title)}</h1><ol>{items}</ol></nav>'
    return _page(title, body, lang)


def _items(entries: Nav, chapters: Mapping[str, Chapter]) -> Iterator[str]:
    """One list item a chapter; a section's first page heads the others."""
    for entry in entries:
        if isinstance(entry, dict):
            for title, (first, *others) in entry.items():
                inner = "".join(_items(others, chapters))
                below = f"<ol>{inner}</ol>" if inner else ""
                yield f'<li><a href="{_file(first)}">{escape(title)}</a>{below}</li>'
        elif entry in chapters and entry != "index.md":
            yield f'<li><a href="{_file(entry)}">{escape(chapters[entry].title)}</a></li>'


def _package(guide: Guide, output: Output, lang: Lang, spine: Sequence[str], parts: Mapping[str, str]) -> str:
    say, head = guide.ui.labels, guide.site.page
    id = uuid5(NAMESPACE_URL, output.url(f"{FOLDER}/{name(lang)}"))
    metadata = (
        f'<dc:identifier id="id">urn:uuid:{id}</dc:identifier><dc:title>{escape(head.title.say(lang))}</dc:title>'
        f"<dc:language>{CODES[lang]}</dc:language><dc:creator>{escape(head.title.say(lang))}</dc:creator>"
        f"<dc:description>{escape(head.description.say(lang))}</dc:description>"
        f"<dc:rights>{escape(say['epub_rights'].say(lang))}</dc:rights>"
        f'<meta property="dcterms:modified">{guide.sheets.edition.isoformat()}T00:00:00Z</meta>'
        '<meta property="schema:accessMode">textual</meta><meta property="schema:accessibilityFeature">MathML</meta>'
        '<meta property="schema:accessibilityHazard">none</meta>'
    )
    manifest = [
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
        '<item id="css" href="book.css" media-type="text/css"/>',
        *(_item(n, file, parts[f"OEBPS/{file}"]) for n, file in enumerate(["title.xhtml", *spine])),
    ]
    refs = "".join(f'<itemref idref="c{n}"/>' for n in range(len(spine) + 1))
    return (
        f'{_HEAD}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{CODES[lang]}">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata>'
        f"<manifest>{''.join(manifest)}</manifest><spine>{refs}</spine></package>\n"
    )


def _item(number: int, file: str, text: str) -> str:
    """A chapter in the manifest, which must say what stands in it besides text."""
    found = [kind for kind, mark in (("mathml", "<math "), ("svg", "<svg ")) if mark in text]
    properties = f' properties="{" ".join(found)}"' if found else ""
    return f'<item id="c{number}" href="{file}" media-type="application/xhtml+xml"{properties}/>'


def _container() -> str:
    return (
        f'{_HEAD}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n'
    )


def _zip(parts: Mapping[str, str]) -> bytes:
    """`mimetype` stands first and is not compressed, so that a reader knows the file by its first bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path, text in parts.items():
            info = zipfile.ZipInfo(path, _EPOCH)
            info.compress_type = zipfile.ZIP_STORED if path == "mimetype" else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, text)
    return out.getvalue()
