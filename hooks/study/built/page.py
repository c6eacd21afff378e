"""Built HTML → values: what a page links to, which ids it has, which twins it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

from selectolax.lexbor import LexborHTMLParser, LexborNode

from study.aside import aside

_SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
_ADDRESSES = ("href", "src", "srcset", "poster")
_BARE = re.compile(r"https?://[^\s<>“”「」（）(),;，。；]+")
_NOT_PROSE = "script, style, pre, code, kbd, samp, textarea, svg, math, a[href]"


@dataclass(frozen=True)
class Link:
    """One address in a page's HTML."""

    tag: str
    url: str
    """As written."""
    name: str = ""
    """What a screen reader would say for it; only of `a`."""
    switches: bool = False
    """It declares the other language on purpose (`hreflang`)."""


@dataclass(frozen=True)
class Built:
    """A page of the built site."""

    path: str
    """Its address below the site's root: `""`, `zh/framework/data/`, `404.html`."""
    lang: str
    links: tuple[Link, ...] = ()
    ids: tuple[str, ...] = ()
    canonical: str = ""
    alternates: Mapping[str, str] | None = None
    """hreflang → address, of `<link rel="alternate">`."""
    refresh: bool = False
    """It only sends the reader on to another page."""
    bare: tuple[str, ...] = ()
    """Web addresses that stand in the prose without being links."""

    @property
    def chinese(self) -> bool:
        """Whether it stands below /zh/."""
        return self.path.startswith("zh/")


@dataclass(frozen=True)
class BuiltSite:
    """Every page by its path, every file, and the sitemap: address → hreflang → address."""

    address: str
    """Where the site will stand, with a slash at the end."""
    pages: Mapping[str, Built]
    files: frozenset[str]
    sitemap: Mapping[str, Mapping[str, str]]


def read_site(folder: Path, address: str = "") -> BuiltSite:
    """The site in `folder`; without `address`, the home page's canonical address is taken."""
    files = frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    names = sorted(name for name in files if name.endswith(".html"))
    others = aside(lambda: _read(folder, names[1::2]))
    pages = {page.path: page for page in sorted([*_read(folder, names[::2]), *others()], key=lambda page: page.path)}
    address = address or (pages[""].canonical if "" in pages else "")
    sitemap = _sitemap((folder / "sitemap.xml").read_bytes()) if "sitemap.xml" in files else {}
    return BuiltSite(address.rstrip("/") + "/", pages, files, sitemap)


def _read(folder: Path, names: Iterable[str]) -> list[Built]:
    return [read_page(name, (folder / name).read_bytes()) for name in names]


def read_page(name: str, html: bytes) -> Built:
    """The page in the file `name` of the site."""
    tree = LexborHTMLParser(html)
    root = tree.css_first("html")
    links = tuple(_links(tree))
    canonical = tree.css_first('link[rel~="canonical"]')
    return Built(
        path=name.removesuffix("index.html") if Path(name).name == "index.html" else name,
        lang=(root.attributes.get("lang") or "") if root else "",
        links=links,
        ids=tuple(node.attributes.get("id") or "" for node in tree.css("[id]")),
        canonical=(canonical.attributes.get("href") or "") if canonical else "",
        alternates={
            node.attributes.get("hreflang") or "": node.attributes.get("href") or ""
            for node in tree.css('link[rel~="alternate"]')
        },
        refresh=tree.css_first('meta[http-equiv="refresh"]') is not None,
        bare=tuple(_bare(tree)),  # last: it takes the tree apart
    )


def _links(tree: LexborHTMLParser) -> Iterator[Link]:
    for node in tree.css(", ".join(f"[{name}]" for name in _ADDRESSES)):
        attributes = node.attributes
        tag, switches = node.tag or "", "hreflang" in attributes
        name = _name(node) if tag == "a" else ""
        for attribute in _ADDRESSES:
            if attribute in attributes:
                for url in _urls(attribute, attributes[attribute] or ""):
                    yield Link(tag, url, name, switches)


def _urls(attribute: str, value: str) -> list[str]:
    """The addresses in an attribute's value; `srcset` holds several, each with a width."""
    if attribute != "srcset":
        return [value.strip()]
    return [part.split()[0] for part in value.split(",") if part.strip()]


def _name(node: LexborNode) -> str:
    """The accessible name of a link, near enough: its text, label, title, or the text of an image in it."""
    attributes = node.attributes
    own = (attributes.get("aria-label"), attributes.get("title"), node.text().strip())
    if name := next(filter(None, own), ""):
        return name
    images = (image.attributes.get("alt") or image.attributes.get("aria-label") or "" for image in node.css("img, svg"))
    return next(filter(None, images), "")


def _bare(tree: LexborHTMLParser) -> Iterator[str]:
    """Web addresses in the text of the article, outside links and code."""
    if article := tree.css_first("article"):
        for node in article.css(_NOT_PROSE):
            node.decompose()
        yield from (url.rstrip(".:!?") for url in _BARE.findall(article.text(separator=" ")))


def _sitemap(xml: bytes) -> dict[str, dict[str, str]]:
    root = ElementTree.fromstring(xml)  # noqa: S314 the build's own file
    return {
        url.findtext("s:loc", "", _SITEMAP): {
            link.get("hreflang", ""): link.get("href", "") for link in url.findall("x:link", _SITEMAP)
        }
        for url in root
    }


def below(address: str, url: str) -> str | None:
    """The path of an absolute `url` below the site's `address`; None when it leads elsewhere."""
    site, it = urlsplit(address), urlsplit(url)
    if (it.scheme, it.netloc) != (site.scheme, site.netloc) or not it.path.startswith(site.path):
        return None
    return it.path.removeprefix(site.path)
