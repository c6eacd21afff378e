"""What a first visit costs: requests, and bytes as a server with gzip sends them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from browser.conftest import Watched
from browser.weigh import weighed
from study.models.base import STAGES

pytestmark = pytest.mark.browser
REQUESTS = 10
STAGE, PATTERN = 75_000, 120_000
"""Bytes of a stage page, and of any pattern page."""


def heaviest(real: Path, lang: str, section: str, names: Iterable[str]) -> str:
    """The address of the largest of the pages `names` of a section."""
    largest = max(names, key=lambda name: (real / lang / section / name / "index.html").stat().st_size)
    return f"{lang}{section}/{largest}/"


@pytest.mark.parametrize("lang", ["", "zh/"])
def test_first_view(watched: Watched, base: str, real: Path, lang: str) -> None:
    patterns = [page.parent.name for page in (real / "patterns").glob("*/index.html")]
    stage, pattern = heaviest(real, lang, "framework", STAGES), heaviest(real, lang, "patterns", patterns)
    for address, bytes in ((stage, STAGE), (pattern, PATTERN)):
        with weighed(watched.page) as weight:
            watched.page.goto(base + address, wait_until="networkidle")
        each = weight.each()
        assert len(each) <= REQUESTS, each
        assert weight.total <= bytes, each
    assert watched.wrong == []


def test_navigation_is_not_repeated_on_every_page(real: Path) -> None:
    """A page links to its own section and to the others' fronts, not to all pages of all sections."""
    html = (real / "framework/data/index.html").read_text("utf-8")
    navigation = html[html.index('class="md-nav md-nav--primary') : html.index("<article")]
    assert navigation.count('href="../../patterns/') <= 1
    assert navigation.count('href="../../resources/') <= 1
