"""Every PDF of the real guide, looked at; and what happens when one is too long."""

from __future__ import annotations

import hashlib
import io
import os
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest

import paper
import tiny
from study.guide import Guide
from study.load import load
from study.models.sheets import Sheet
from study.output import Output
from study.sheets import press as pressing
from study.sheets.content import content
from study.sheets.jobs import FOLDER, PAPERS, VARIANTS, Job, jobs, sheet_name
from study.sheets.press import press
from study.store import AN_HOUR, Store

REAL = tiny.guide(load(tiny.ROOT)[0])
WHERE = Output("http://127.0.0.1/guide/")
ALL = [(id, variant, size) for id in REAL.sheets.sheets for variant in VARIANTS for size in PAPERS]


@pytest.fixture(scope="module")
def printed() -> Mapping[str, bytes]:
    """The real guide's files, out of the cache that the build keeps."""
    done = press(tiny.ROOT, jobs(REAL, WHERE), Store(tiny.ROOT / ".cache" / "sheets"))
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


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Guide]:
    """A tiny guide and its folder."""
    root = tiny.write(tmp_path_factory.mktemp("small") / "guide", tiny.data())
    return root, tiny.guide(load(root)[0])


def _with(it: Guide, lines: int) -> list[Job]:
    """What is printed of `it` when its sheet has so many lines."""
    sheet = Sheet.model_validate(tiny.sheet(lines=lines))
    return list(jobs(replace(it, cheats={sheet.id: sheet}), WHERE))


def test_the_same_sheet_gives_the_same_bytes(tmp_path: Path, small: tuple[Path, Guide]) -> None:
    work = _with(small[1], 3)
    first, second = (press(tmp_path, work, Store(tmp_path / name)).files for name in ("one", "two"))
    assert first
    assert {name: hashlib.sha256(it).digest() for name, it in first.items()} == {
        name: hashlib.sha256(it).digest() for name, it in second.items()
    }


def test_what_is_stored_is_not_printed_again(
    tmp_path: Path, small: tuple[Path, Guide], monkeypatch: pytest.MonkeyPatch
) -> None:
    work = _with(small[1], 3)
    store = Store(tmp_path / "store")
    first = press(tmp_path, work, store)
    monkeypatch.setattr("typst.Compiler", None)  # printing would call it
    assert press(tmp_path, work, store).files == first.files


def test_too_long_names_sheet_language_paper_and_lines(tmp_path: Path, small: tuple[Path, Guide]) -> None:
    """The number is true: so many lines fewer and the sheet fits."""
    root, it = small

    def said(lines: int) -> list[str]:
        work = [job for job in _with(it, lines) if job.name == sheet_name("sheet-1", "both", "letter")]
        return list(map(str, press(root, work, Store(tmp_path)).problems))

    fits = next(lines for lines in range(60, 30, -1) if not said(lines))
    line = (root / "data/sheets/sheet-1.yml").read_text("utf-8").splitlines().index("sections:") + 1
    assert said(fits + 3) == [
        f"data/sheets/sheet-1.yml:{line}:1: overflow: `sheet-1` in both languages on US Letter is too long: "
        "3 lines of English too many and 3 lines of Chinese too many\n    fix: cut lines in `sections`; type is never made smaller"
    ]


def test_a_glyph_that_the_font_lacks_is_a_problem_at_its_line(tmp_path: Path) -> None:
    data = tiny.data()
    data["sheets/sheet-1"]["sections"][0]["cheat"][1]["zh"] = "词 \ue001"
    root = tiny.write(tmp_path / "guide", data)
    work = jobs(tiny.guide(load(root)[0]), WHERE)
    lines = (root / "data/sheets/sheet-1.yml").read_text("utf-8").splitlines()
    line, column = next((n, text.index("\ue001") + 1) for n, text in enumerate(lines, 1) if "\ue001" in text)
    (problem,) = press(root, work, Store(tmp_path / "store")).problems
    assert (problem.path, problem.line, problem.column) == ("data/sheets/sheet-1.yml", line, column)
    assert problem.message == "the font for paper has no `\\ue001`"


def test_a_cache_that_cannot_be_written_is_a_problem(tmp_path: Path, small: tuple[Path, Guide]) -> None:
    (tmp_path / "file").write_text("")
    work = _with(small[1], 3)
    (problem,) = press(tmp_path, work, Store(tmp_path / "file" / "sheets")).problems
    assert str(problem).startswith("file/sheets:1:1: cache: printed sheets cannot be kept here (")


def test_the_store_drops_what_the_last_build_did_not_use(tmp_path: Path, small: tuple[Path, Guide]) -> None:
    store = Store(tmp_path / "store")
    kept = press(tmp_path, _with(small[1], 3), store).kept
    press(tmp_path, _with(small[1], 4), store)
    for name, age in (("left.part", 2 * AN_HOUR), ("young.part", 0)):
        store.put(name, b"")
        os.utime(store.folder / name, (time.time() - age,) * 2)
    store.keep(kept)
    assert {path.name for path in store.folder.iterdir()} == kept | {"young.part"}


def test_without_a_font_the_message_names_the_way_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pressing, "find", lambda: None)
    (problem,) = press(tmp_path, [], Store(tmp_path)).problems
    assert problem.rule == "no-font"
    assert "STUDY_PDF=off" in problem.help


def test_the_site_has_every_file(real: Path, printed: Mapping[str, bytes]) -> None:
    found = {path.name: path.read_bytes() for path in (real / FOLDER).iterdir()}
    assert found == dict(printed)
