"""One template, two languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import UndefinedError

import tiny
from study.build import make
from study.checks.twins import headings
from study.guide import Guide
from study.models.base import LANGS, Text
from study.output import Output
from study.pages import nav, pages, paths, source
from study.render import environment, filters


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    site, problems = make(tiny.write(tmp_path_factory.mktemp("guide"), tiny.data()))
    assert site, problems
    return site.guide


def test_every_page_is_in_the_navigation_once(guide: Guide) -> None:
    def flat(entries: list[object]) -> list[object]:
        return [f for e in entries for f in (flat(next(iter(e.values()))) if isinstance(e, dict) else [e])]

    listed = flat(nav(guide, "en"))
    assert len(listed) == len(set(map(str, listed)))
    assert set(listed) == {source(page.path) for page in pages(guide)} | {"start.md", "about.md"}


def test_known_paths_are_the_pages(guide: Guide) -> None:
    assert {page.path for page in pages(guide)} | {"start", "about"} == paths() | {
        "patterns/pattern-1",
        "cheatsheets/sheet-1",
    }


def test_a_label_that_is_missing_is_an_error(guide: Guide) -> None:
    with pytest.raises(UndefinedError):
        environment(guide, "en", Output()).from_string("{{ ui.no_such_label }}").render()


def test_say_picks_the_language(guide: Guide) -> None:
    text = Text(en="one", zh="一")
    assert [filters(guide, lang)["say"](text) for lang in LANGS] == ["one", "一"]


def test_both_languages_have_the_same_headings(tmp_path: Path) -> None:
    site, _ = make(tiny.write(tmp_path, tiny.data()))
    assert site
    for uri, english in site.pages["en"].items():
        ids = [[(h[1].split()[0], h[2]) for h in headings(text)] for text in (english, site.pages["zh"][uri])]
        assert ids[0] == ids[1]
        assert ids[0]
