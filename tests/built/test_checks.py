"""Each rule on built HTML: a small site of HTML strings, one fault in it, the words that answer it."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.built.checks import faults
from study.built.page import read_site

ADDRESS = "https://site.example/guide/"
PAGES = ("", "a/", "a/b/")
Files = dict[str, str]


def page(path: str, body: str = "", *, lang: str = "", canonical: str = "", twins: str = "") -> str:
    """A page with everything that a page must declare, and `body`."""
    chinese = path.startswith("zh/")
    en, zh = path.removeprefix("zh/"), "zh/" + path.removeprefix("zh/")
    links = [("en", en), ("zh-Hans", zh), ("x-default", en)]
    twins = twins or "".join(f'<link rel="alternate " href="{ADDRESS}{url}" hreflang="{name}">' for name, url in links)
    return (
        f'<html lang="{lang or ("zh-Hans" if chinese else "en")}"><head>'
        f'<link rel="canonical" href="{canonical or ADDRESS + path}">{twins}</head>'
        f'<body><article><h1 id="top">T</h1>{body}</article></body></html>'
    )


def site(**bodies: str) -> Files:
    """Three pages a language; `bodies` by path with `_` for `/`: `zh_a_` is the Chinese page a/."""
    paths = [prefix + path for prefix in ("", "zh/") for path in PAGES]
    files = {f"{path}index.html": page(path, bodies.get(path.replace("/", "_") or "home", "")) for path in paths}
    urls = "".join(
        f"<url><loc>{ADDRESS}{prefix}{path}</loc>"
        f'<x:link rel="alternate" hreflang="en" href="{ADDRESS}{path}"/>'
        f'<x:link rel="alternate" hreflang="zh-Hans" href="{ADDRESS}zh/{path}"/>'
        f'<x:link rel="alternate" hreflang="x-default" href="{ADDRESS}{path}"/></url>'
        for prefix in ("", "zh/")
        for path in PAGES
    )
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:x="http://www.w3.org/1999/xhtml"'
    return files | {"sitemap.xml": f"<urlset {space}>{urls}</urlset>", "pic.svg": "<svg/>"}


def said(root: Path, files: Files, address: str = ADDRESS) -> list[str]:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return [f"{fault.rule}: {fault.message} | {fault.help}" for fault in faults(read_site(root, address))]


GOOD = (
    '<a href="../a/b/#top">x</a> <a href="#top">y</a> <a href="https://other.example/zh/">z</a> <a href="#">up</a>'
    '<img src="../pic.svg"><img srcset="../pic.svg 1x, ../pic.svg 2x"><a href="/guide/a/">w</a>'
    '<a href="../zh/a/" hreflang="zh">中文</a><a href="mailto:a@b.example">m</a>'
    '<a href="../a/b/"><img src="../pic.svg" alt="pic"></a><code>https://bare.example/</code>'
)


@pytest.mark.parametrize("address", [ADDRESS, ""])
def test_a_sound_site_has_no_faults(tmp_path: Path, address: str) -> None:
    assert said(tmp_path, site(a_=GOOD), address) == []


@pytest.mark.parametrize(
    ("where", "body", "message"),
    [
        (
            "a_",
            '<a href="../a/c/">x</a>',
            "L01: /a/ has a link to `../a/c/`, which is not in the site | did you mean `/a/b/`?",
        ),
        (
            "zh_a_b_",
            '<img src="../pic.svg">',
            "L01: /zh/a/b/ has a link to `../pic.svg`, which is not in the site | did you mean `/zh/a/`?",
        ),
        (
            "a_",
            '<a href="/a/">x</a>',
            "L01: /a/ has a link to `/a/`, which is not in the site | "
            "it leads out of the site's folder: write a relative link",
        ),
        (
            "zh_a_",
            '<a href="b/#toop">x</a>',
            "L02: /zh/a/ has a link to `b/#toop`, but /zh/a/b/ has no id `toop` | did you mean `top`?",
        ),
        (
            "zh_a_",
            '<a href="../../a/b/">x</a>',
            "L03: the Chinese page /zh/a/ links to /a/b/ in the other language | "
            "link to the Chinese page, /zh/a/b/; only the language switch changes languages",
        ),
        (
            "a_",
            '<a href="../zh/a/b/">x</a>',
            "L03: the English page /a/ links to /zh/a/b/ in the other language | "
            "link to the English page, /a/b/; only the language switch changes languages",
        ),
        (
            "a_",
            '<p id="one"></p><p id="one"></p>',
            "L04: /a/ has the id `one` 2 times | give each heading or element an id of its own",
        ),
        (
            "a_",
            '<a href="#top"> <b></b></a>',
            "L04: /a/ has a link to `#top` without any text | write between the brackets what the link leads to",
        ),
        (
            "a_",
            "<p>see https://bare.example/x.</p>",
            "L04: /a/ shows the bare address `https://bare.example/x` | write [what it is](https://bare.example/x)",
        ),
    ],
)
def test_a_fault_in_the_body(where: str, body: str, message: str, tmp_path: Path) -> None:
    assert said(tmp_path, site(**{where: body})) == [message]


@pytest.mark.parametrize(
    ("html", "message"),
    [
        (page("zh/a/", lang="en"), 'T45: /zh/a/ declares lang="en"; it is `zh-Hans` | '),
        (
            page("zh/a/", canonical=ADDRESS + "a/"),
            "T45: /zh/a/ gives `https://site.example/guide/a/` as its canonical address | "
            "it is https://site.example/guide/zh/a/; ",
        ),
    ],
)
def test_a_fault_in_the_head(html: str, message: str, tmp_path: Path) -> None:
    found = said(tmp_path, site() | {"zh/a/index.html": html})
    assert found == [
        f"{message}no text causes this: whoever keeps the theme looks at overrides/main.html and hooks/meta.py"
    ]


def test_twins_must_name_each_other(tmp_path: Path) -> None:
    one_sided = page("zh/a/", twins=f'<link rel="alternate" href="{ADDRESS}zh/a/" hreflang="zh-Hans">')
    found = said(tmp_path, site() | {"zh/a/index.html": one_sided})
    assert found[0].startswith(
        "T45: /zh/a/ names its twins wrongly: en https://site.example/guide/a/, "
        "x-default https://site.example/guide/a/ | "
    )
    assert found[1] == (
        "T45: the sitemap gives https://site.example/guide/zh/a/ other twins than the page does | "
        "no text causes this: whoever keeps the theme looks at overrides/sitemap.xml"
    )


def test_the_sitemap_lists_the_pages(tmp_path: Path) -> None:
    files = site()
    del files["a/b/index.html"], files["zh/a/b/index.html"]
    assert said(tmp_path, files) == [
        f"T45: {ADDRESS}a/b/ is in the sitemap, but is no page | no text causes this: whoever keeps the theme looks at overrides/sitemap.xml",
        f"T45: {ADDRESS}zh/a/b/ is in the sitemap, but is no page | no text causes this: whoever keeps the theme looks at overrides/sitemap.xml",
    ]


def test_a_page_that_sends_on_needs_no_twins(tmp_path: Path) -> None:
    html = '<html lang="en"><meta http-equiv="refresh" content="0; url=../a/"><a href="../a/">x</a></html>'
    assert said(tmp_path, site() | {"old/index.html": html}) == []
