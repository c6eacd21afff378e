"""Checks of the built HTML. Each yields faults of a page; `trace.py` finds the source of each."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from study.built.page import Built, BuiltSite, Link, below
from study.problem import nearest
from study.seal.publish import LOST, OFFLINE

HREFLANG = {False: "en", True: "zh-Hans"}
"""Whether a page is Chinese → the language it declares."""
BILINGUAL = (LOST, OFFLINE)
"""Pages of the theme that speak both languages and are listed nowhere."""


class Fault(NamedTuple):
    """Something wrong on a built page; `needle` is what to look for in the page's source."""

    page: str
    rule: str
    message: str
    help: str
    needle: str


class Target(NamedTuple):
    """Where a link leads within the site: a path below its root, and a fragment."""

    path: str
    fragment: str


def faults(site: BuiltSite) -> Iterator[Fault]:
    """Everything wrong in the built site."""
    ids = {path: frozenset(page.ids) for path, page in site.pages.items()}
    for page in site.pages.values():
        for link in dict.fromkeys(page.links):  # the same link twice on a page is one fault
            if target := _target(site, page, link.url):
                yield from _dead(site, page, link, target)
                yield from _adrift(site, page, link, target, ids.get(target.path, frozenset()))
                yield from _strays(site, page, link, target)
        yield from chain(_twice(page), _nameless(page), _bare(page), _languages(site, page))
    yield from _sitemap(site)


def _target(site: BuiltSite, page: Built, url: str) -> Target | None:
    """Where `url` on `page` leads; None for another site or a scheme that is no address (`mailto:`, `data:`)."""
    if url.startswith("#"):
        return Target(page.path, unquote(url[1:]))
    if url.startswith(("https:", "http:")) and not url.startswith(site.address):
        return None
    absolute = urljoin(site.address + page.path, url)
    parts = urlsplit(absolute)
    home = urlsplit(site.address)
    if (parts.scheme, parts.netloc) != (home.scheme, home.netloc):
        return None
    inside = below(site.address, absolute)
    return Target(f"/{parts.path}" if inside is None else unquote(inside), unquote(parts.fragment))


def _dead(site: BuiltSite, page: Built, link: Link, target: Target) -> Iterator[Fault]:
    """L01: what a link leads to is in the site."""
    if target.path not in site.pages and not _exists(site, target.path):
        message = f"{_at(page)} has a link to `{link.url}`, which is not in the site"
        yield Fault(page.path, "L01", message, _nearest(site, target.path), link.url)


def _adrift(site: BuiltSite, page: Built, link: Link, target: Target, ids: frozenset[str]) -> Iterator[Fault]:
    """L02: the anchor that a link names is on its page; every page has a top."""
    if target.path in site.pages and target.fragment not in ids and target.fragment not in ("", "top"):
        message = f"{_at(page)} has a link to `{link.url}`, but /{target.path} has no id `{target.fragment}`"
        yield Fault(page.path, "L02", message, nearest(target.fragment, ids), target.fragment)


def _strays(site: BuiltSite, page: Built, link: Link, target: Target) -> Iterator[Fault]:
    """L03: a link stays in its language where the other page exists in both, unless it declares `hreflang`."""
    there = site.pages.get(target.path)
    if there is None or link.tag != "a" or link.switches or not {page.path, there.path}.isdisjoint(BILINGUAL):
        return
    if page.chinese != there.chinese and _other(there.path) in site.pages:
        here = "Chinese" if page.chinese else "English"
        message = f"the {here} page {_at(page)} links to {_at(there)} in the other language"
        fix = f"link to the {here} page, /{_other(there.path)}; only the language switch changes languages"
        yield Fault(page.path, "L03", message, fix, link.url)


def _exists(site: BuiltSite, path: str) -> bool:
    return path in site.files or posixpath.join(path, "index.html") in site.files


def _nearest(site: BuiltSite, path: str) -> str:
    if path.startswith("/"):
        return "it leads out of the site's folder: write a relative link"
    known = (name for name in (site.files | site.pages.keys()) if name.startswith("zh/") == path.startswith("zh/"))
    return nearest(path, (f"/{name}" for name in known))


def _twice(page: Built) -> Iterator[Fault]:
    """L04: an id stands once on a page."""
    for id, count in Counter(page.ids).items():
        if count > 1:
            message = f"{_at(page)} has the id `{id}` {count} times"
            yield Fault(page.path, "L04", message, "give each heading or element an id of its own", id)


def _nameless(page: Built) -> Iterator[Fault]:
    """L04: a link says where it leads."""
    for link in page.links:
        if link.tag == "a" and not link.name:
            message = f"{_at(page)} has a link to `{link.url}` without any text"
            yield Fault(page.path, "L04", message, "write between the brackets what the link leads to", link.url)


def _bare(page: Built) -> Iterator[Fault]:
    """L04: a web address in prose is a link with words."""
    for url in page.bare:
        message = f"{_at(page)} shows the bare address `{url}`"
        yield Fault(page.path, "L04", message, f"write [what it is]({url})", url)


def _languages(site: BuiltSite, page: Built) -> Iterator[Fault]:
    """T45: a page declares its language, its own address and its twins, and the twins agree."""
    if page.refresh or page.path in BILINGUAL:
        return
    fix = "no text causes this: whoever keeps the theme looks at overrides/main.html and hooks/meta.py"
    lang = HREFLANG[page.chinese]
    if page.lang != lang:
        yield Fault(page.path, "T45", f'{_at(page)} declares lang="{page.lang}"; it is `{lang}`', fix, "")
    if page.canonical != site.address + page.path:
        message = f"{_at(page)} gives `{page.canonical}` as its canonical address"
        yield Fault(page.path, "T45", message, f"it is {site.address}{page.path}; {fix}", "")
    if dict(page.alternates or {}) != (expected := _twins(site, page)):
        different = sorted(expected.items() ^ (page.alternates or {}).items())
        message = f"{_at(page)} names its twins wrongly: {', '.join(f'{lang} {url}' for lang, url in different)}"
        yield Fault(page.path, "T45", message, fix, "")


def _twins(site: BuiltSite, page: Built) -> dict[str, str]:
    """hreflang → address of `page` in each language that has it; reciprocal because both pages must name the same."""
    found = {HREFLANG[path.startswith("zh/")]: path for path in (page.path, _other(page.path)) if path in site.pages}
    default = {"x-default": found["en"]} if "en" in found else {}
    return {lang: site.address + path for lang, path in (found | default).items()}


def _sitemap(site: BuiltSite) -> Iterator[Fault]:
    """T45: the sitemap lists every page with the twins that the page itself names."""
    pages = {site.address + p.path: p for p in site.pages.values() if not p.refresh and p.path not in BILINGUAL}
    fix = "no text causes this: whoever keeps the theme looks at overrides/sitemap.xml"
    for address in sorted(pages.keys() ^ site.sitemap.keys()):
        said = "is not in the sitemap" if address in pages else "is in the sitemap, but is no page"
        yield Fault("", "T45", f"{address} {said}", fix, "")
    for address in sorted(pages.keys() & site.sitemap.keys()):
        if site.sitemap[address] != pages[address].alternates:
            yield Fault("", "T45", f"the sitemap gives {address} other twins than the page does", fix, "")


def _other(path: str) -> str:
    """The same page in the other language."""
    return path.removeprefix("zh/") if path.startswith("zh/") else f"zh/{path}"


def _at(page: Built) -> str:
    return f"/{page.path}"
