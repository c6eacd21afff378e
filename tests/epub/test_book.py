"""The books of the real site."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

import tiny
from study.epub.book import FOLDER, Chapter, book, name
from study.load import load
from study.models.base import LANGS, Lang
from study.output import Output


@pytest.mark.parametrize("lang", LANGS)
def test_epubcheck_finds_nothing(real: Path, lang: Lang) -> None:
    checker = shutil.which("epubcheck")
    assert checker, "no epubcheck: run `make browser`"
    command = ["java", "-jar", checker, "--failonwarnings", str(real / FOLDER / name(lang))]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("lang", LANGS)
def test_a_book_holds_every_page_and_drawing(real: Path, lang: Lang) -> None:
    root = real if lang == "en" else real / "zh"
    boards = sum(len(re.findall("<svg[^>]+board-svg", page.read_text("utf-8"))) for page in _pages(root))
    with zipfile.ZipFile(real / FOLDER / name(lang)) as archive:
        assert archive.namelist()[0] == "mimetype"
        chapters = [each for each in archive.namelist() if each.endswith(".xhtml")]
        text = {each: archive.read(each).decode() for each in chapters}
    assert len(chapters) == len(list(_pages(root))) + 2, "title and contents"
    assert sum(len(re.findall("<svg[^>]+board-svg", each)) for each in text.values()) == boards
    for each in chapters:
        assert (
            each == "OEBPS/nav.xhtml"
            or f'"{each.removeprefix("OEBPS/")}"' in text["OEBPS/nav.xhtml"]
            or "title" in each
        )


def _pages(root: Path) -> list[Path]:
    """The pages of one language but for its home page, which is a way in and no chapter."""
    found = [path for path in root.rglob("index.html") if path != root / "index.html"]
    return [path for path in found if "zh" not in path.relative_to(root).parts]


def test_links_lead_to_chapters_or_to_the_site(tmp_path: Path) -> None:
    """And the same pages give the same bytes."""
    it = tiny.guide(load(tiny.write(tmp_path, tiny.data()))[0])
    html = '<p><a href="../plan/#x">p</a> <a href="../about/">a</a> <a href="#y">y</a>'
    html += '<a href="../epub/whiteboard-en.epub">e</a> <a href="../about/#z">z</a> <a href="../">h</a></p>'
    chapters = {"start.md": Chapter("start/", "Start", html), "plan.md": Chapter("plan/", "Plan", "<p>x</p>")}
    first, second = (book(it, Output("https://example.org/"), "en", chapters) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        found = re.findall('href="([^"]+)">', archive.read("OEBPS/start.xhtml").decode())
    site = "https://example.org/"
    files = [f"{site}epub/whiteboard-en.epub", f"{site}about/#z", site]
    assert found == ["plan.xhtml#x", f"{site}about/", "#y", *files]
