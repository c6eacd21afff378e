"""Every PDF of the real guide, looked at; and what happens when one is too long."""

from __future__ import annotations

import hashlib
import io
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pypdf
import pytest

import paper
import tiny
from study.guide import Guide, guide
from study.load import load
from study.output import Output
from study.sheets import press as pressing
from study.sheets.content import content
from study.sheets.jobs import FOLDER, PAPERS, VARIANTS, Job, jobs, sheet_name
from study.sheets.press import press
from study.state import State
from study.store import Store

REAL = guide(load(tiny.ROOT)[0], State())
WHERE = Output("http://127.0.0.1/guide/")
ALL = [(id, variant, size) for id in REAL.sheets.sheets for variant in VARIANTS for size in PAPERS]


@pytest.fixture(scope="module")
def printed() -> Mapping[str, bytes]:
    """The real guide's files, out of the cache that the build keeps."""
    done = press(jobs(REAL, WHERE), Store(tiny.ROOT / ".cache" / "sheets"))
    assert not done.problems, "\n".join(map(str, done.problems))
    return done.files


@pytest.mark.parametrize(("id", "variant", "size"), ALL)
def test_a_sheet_is_whole_on_its_paper(printed: Mapping[str, bytes], id: str, variant: str, size: str) -> None:
    looked = paper.look(printed[sheet_name(id, variant, size)], size)
    assert not looked.faults
    for lang in VARIANTS[variant]:  # type: ignore[index]
        for text in _lines(id, lang):
            assert paper.squeezed(text) in looked.text, text


def _lines(id: str, lang: str) -> list[str]:
    """The title and the last line of each section as they must stand on paper."""
    it = content(REAL.cheats[id], REAL, lang)  # type: ignore[arg-type]
    found = [it["title"]]
    for section in it["sections"]:
        last = [*section["rows"], *section["facts"], *section["cheat"]]
        if last:
            found.append(_words(last[-1] if section["cheat"] else last[-1].get("text") or last[-1]["value"]))
    return found


def _words(runs: list[tuple[str, str]]) -> str:
    return "".join(words for _, words in runs)


@pytest.mark.parametrize("variant", VARIANTS)
def test_a_pdf_is_tagged_titled_and_has_a_language(printed: Mapping[str, bytes], variant: str) -> None:
    for id in REAL.sheets.sheets:
        reader = pypdf.PdfReader(io.BytesIO(printed[sheet_name(id, variant, "a4")]))
        root: Any = reader.trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"]
        assert str(root["/Lang"]).startswith(VARIANTS[variant][0])  # type: ignore[index]
        assert reader.metadata
        assert reader.metadata.title
        assert (reader.metadata.creation_date_raw or "D:20261121").startswith(f"D:{REAL.sheets.edition:%Y%m%d}")


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("size", PAPERS)
def test_a_booklet_holds_every_sheet_and_an_outline(printed: Mapping[str, bytes], variant: str, size: str) -> None:
    reader = pypdf.PdfReader(io.BytesIO(printed[sheet_name("booklet", variant, size)]))
    assert len(reader.pages) == len(REAL.sheets.sheets) + 1
    assert not list(paper.not_embedded(reader))
    contents = paper.squeezed(reader.pages[0].extract_text())
    for id in REAL.sheets.sheets:
        for lang in VARIANTS[variant]:  # type: ignore[index]
            assert paper.squeezed(REAL.cheats[id].title.say(lang)) in contents


def _tiny(root: Path, lines: int) -> Guide:
    data = tiny.data() | {"sheets/sheet-1": tiny.sheet(lines=lines)}
    shutil.rmtree(root, ignore_errors=True)
    return guide(load(tiny.write(root, data))[0], State())


def test_the_same_sheet_gives_the_same_bytes(tmp_path: Path) -> None:
    work = list(jobs(_tiny(tmp_path / "guide", 3), WHERE))
    first, second = (press(work, Store(tmp_path / name)).files for name in ("one", "two"))
    assert first
    assert {name: hashlib.sha256(it).digest() for name, it in first.items()} == {
        name: hashlib.sha256(it).digest() for name, it in second.items()
    }


def test_what_is_stored_is_not_printed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work = list(jobs(_tiny(tmp_path / "guide", 3), WHERE))
    store = Store(tmp_path / "store")
    first = press(work, store)
    monkeypatch.setattr("typst.Compiler", None)  # printing would call it
    assert press(work, store).files == first.files


def test_too_long_names_sheet_language_paper_and_lines(tmp_path: Path) -> None:
    """The number is true: so many lines fewer and the sheet fits."""
    fits = next(n for n in range(60, 30, -1) if not press(_both(tmp_path, n), Store(tmp_path / "store")).problems)
    said = [str(problem) for problem in press(_both(tmp_path, fits + 3), Store(tmp_path / "store")).problems]
    assert said == [
        "data/sheets/sheet-1.yml:1:1: overflow: `sheet-1` in both languages on US Letter is too long: "
        "3 lines of English too many and 3 lines of Chinese too many\n    fix: cut lines in `sections`; type is never made smaller"
    ]


def _both(root: Path, lines: int) -> list[Job]:
    made = jobs(_tiny(root / "guide", lines), WHERE)
    return [job for job in made if job.name == sheet_name("sheet-1", "both", "letter")]


def test_a_glyph_that_the_font_lacks_is_a_problem(tmp_path: Path) -> None:
    data = tiny.data()
    data["sheets/sheet-1"]["line"]["en"] = "A glyph \ue000"
    work = jobs(guide(load(tiny.write(tmp_path / "guide", data))[0], State()), WHERE)
    problems = press(work, Store(tmp_path / "store")).problems
    assert any("sheets/sheet-1.yml" in p.path and "could not be displayed" in p.message for p in problems)


def test_without_a_font_the_message_names_the_way_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pressing, "find", lambda: None)
    (problem,) = press([], Store(tmp_path)).problems
    assert problem.rule == "no-font"
    assert "STUDY_PDF=off" in problem.help


def test_the_site_has_every_file(real: Path, printed: Mapping[str, bytes]) -> None:
    found = {path.name: path.read_bytes() for path in (real / FOLDER).iterdir()}
    assert found == dict(printed)
