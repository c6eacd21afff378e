"""Tiny sites, built for real by MkDocs."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

import tiny
from conftest import build
from study.pages import paths

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
ADDRESS = "http://127.0.0.1/guide/"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tiny.write(tmp_path_factory.mktemp("tiny"), tiny.data())
    result = build(root)
    assert result.returncode == 0, result.stderr
    return root / "site"


def test_every_page_in_both_languages(built: Path) -> None:
    english = {
        p.relative_to(built).as_posix() for p in built.rglob("index.html") if "zh" not in p.relative_to(built).parts
    }
    chinese = {p.relative_to(built / "zh").as_posix() for p in (built / "zh").rglob("index.html")}
    assert english == chinese
    assert len(english) == len(paths()) + 2, "the fixed pages, the tiny pattern and the tiny sheet"


def test_language_of_the_page(built: Path) -> None:
    for path, lang in (
        ("framework/data", "en"),
        ("zh/framework/data", "zh-Hans"),
        ("start", "en"),
        ("zh/start", "zh-Hans"),
    ):
        assert f'<html lang="{lang}"' in (built / path / "index.html").read_text("utf-8")


@pytest.mark.parametrize("page", ["", "framework/data/", "start/"])
def test_alternates(built: Path, page: str) -> None:
    expected = {("en", ADDRESS + page), ("zh-Hans", f"{ADDRESS}zh/{page}"), ("x-default", ADDRESS + page)}
    for lang in ("", "zh/"):
        html = (built / lang / page / "index.html").read_text("utf-8")
        found = re.findall(r'<link rel="alternate " href="([^"]+)" hreflang="([^"]+)">', html)
        assert {(name, url) for url, name in found} == expected
        assert f'<link rel="canonical" href="{ADDRESS}{lang}{page}">' in html


def test_sitemap_lists_both_languages(built: Path) -> None:
    root = ElementTree.parse(built / "sitemap.xml").getroot()  # noqa: S314 our own file
    urls = {url.findtext("s:loc", "", SITEMAP): url for url in root}
    assert {f"{ADDRESS}framework/data/", f"{ADDRESS}zh/framework/data/", f"{ADDRESS}zh/start/"} <= set(urls)
    assert len(urls) == 2 * (len(paths()) + 2)
    for url in urls.values():
        assert [link.get("hreflang") for link in url.findall("x:link", SITEMAP)] == ["en", "zh-Hans", "x-default"]
        assert all(link.get("href") in urls for link in url.findall("x:link", SITEMAP))


def test_not_found_speaks_both_languages(built: Path) -> None:
    html = (built / "404.html").read_text("utf-8")
    assert '<html lang="en"' in html
    assert 'lang="zh-Hans"' in html
    assert ("/guide/zh/", "zh") in re.findall(r'href="([^"]+)" hreflang="(en|zh)"', html)
    assert "/guide/zh/framework/" not in html, "the links of the page built last"


def test_no_page_names_another_host_as_a_source(built: Path) -> None:
    for path in built.rglob("*.html"):
        found = re.findall(
            r'<(?:script|img|link rel="(?:stylesheet|preconnect|icon)")[^>]+(?:src|href)="(https?://[^"]+)',
            path.read_text("utf-8"),
        )
        assert not found, path


def test_broken_data_stops_the_build_and_leaves_the_site(site: Path) -> None:
    assert build(site).returncode == 0
    before = (site / "site/index.html").read_bytes()
    (site / "data/topics.yml").write_text("topics:\n- id: topic-1\n  name: Topic\n", "utf-8")
    result = build(site)
    assert result.returncode != 0
    assert "data/topics.yml:3:9: T02: `name` must say both languages" in result.stderr + result.stdout
    assert "Traceback" not in result.stderr
    assert (site / "site/index.html").read_bytes() == before


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("[x](framework/data.md#nowhere)", "does not contain an anchor '#nowhere'"),
        ("[x](nowhere.md)", "is not found among documentation files"),
        ("[x](/framework/)", "absolute link"),
    ],
)
def test_dead_links_of_written_pages_fail(site: Path, line: str, said: str) -> None:
    append(site, line)
    result = build(site)
    assert result.returncode != 0
    assert said in result.stderr + result.stdout


def test_the_built_html_is_read_back(site: Path) -> None:
    """What MkDocs does not look at: raw HTML."""
    append(site, '<p><a href="../../framework/">x</a> <img src="../no.png"></p>')
    result = build(site)
    assert result.returncode != 0
    said = result.stdout + result.stderr
    assert "docs/zh/start.md:11:13: L03: the Chinese page /zh/start/ links to /framework/ in the other language" in said
    assert "docs/zh/start.md:11:47: L01: /zh/start/ has a link to `../no.png`, which is not in the site" in said
    assert "Traceback" not in said


def test_redirects_become_pages_and_anchors(tmp_path: Path) -> None:
    entries = [("old/place", "framework/data"), ("start#gone", "start#one"), ("start#moved", "about#one")]
    data = tiny.data() | {"redirects": {"redirects": [{"from": old, "to": new} for old, new in entries]}}
    root = tiny.write(tmp_path, data)
    result = build(root)
    assert result.returncode == 0, result.stderr
    page = (root / "site/zh/old/place/index.html").read_text("utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../../framework/data/">' in page
    assert f'<link rel="canonical" href="{ADDRESS}zh/framework/data/">' in page
    assert '<a href="../../framework/data/">/zh/framework/data</a>' in page
    start = (root / "site/start/index.html").read_text("utf-8")
    assert '<h2 data-b="one" id="one"><a id="gone"></a>' in start
    assert '<p id="moved">Moved to <a href="../about/#one">/about#one</a></p>' in start


def append(site: Path, line: str) -> None:
    """Adds a line to a page in both languages, and stands by it."""
    for lang in ("en", "zh"):
        path = site / f"docs/{lang}/start.md"
        path.write_text(path.read_text("utf-8") + f"\n{line}\n", "utf-8")
    tiny.accept(site)


def test_make_build_keeps_the_old_site_when_it_fails(tmp_path: Path) -> None:
    """The recipe of `make build`, with a builder that fails half-way and one that works."""
    makefile = (tiny.ROOT / "Makefile").read_text("utf-8")
    recipe = re.search(r"^build:.*?\n((?:\t.*\n)+)", makefile, re.MULTILINE)
    assert recipe
    text = "BIN := .\n" + "build:\n" + recipe[1]
    (tmp_path / "Makefile").write_text(text)
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("old")
    mkdocs = tmp_path / "mkdocs"
    for code, expected in ((1, "old"), (0, "new")):
        mkdocs.write_text(f"#!/bin/sh\nmkdir -p .cache/site\necho new > .cache/site/index.html\nexit {code}\n")
        mkdocs.chmod(0o755)
        result = subprocess.run(["/usr/bin/make", "build"], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert (result.returncode == 0) == (code == 0)
        assert (tmp_path / "site/index.html").read_text().strip() == expected
