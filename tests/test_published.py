"""What was published stays, or is redirected."""

from __future__ import annotations

from pathlib import Path

import pytest

import tiny
from study import published
from study.build import make
from study.cli import main


def problems(root: Path, data: tiny.Data, before: str) -> list[str]:
    tiny.write(root, data)
    (root / "data/published.json").write_text(before, "utf-8")
    return [str(problem) for problem in sorted(make(root)[1])]


def redirects(*pairs: tuple[str, str]) -> tiny.Data:
    return tiny.data() | {"redirects": {"redirects": [{"from": old, "to": new} for old, new in pairs]}}


BEFORE = published.dump({"framework/date": frozenset(["top"]), "start": frozenset(["one", "tow", "top"])})


def test_what_is_gone_needs_a_redirect(tmp_path: Path) -> None:
    assert problems(tmp_path, tiny.data(), BEFORE) == [
        "data/published.json:2:1: L05: the page `framework/date` was published and is gone\n"
        "    fix: bring it back, or add to data/redirects.yml: {from: framework/date, to: …}; "
        "did you mean `framework/data`?",
        "data/published.json:3:1: L05: the heading `tow` of `start` was published and is gone\n"
        "    fix: bring it back, or add to data/redirects.yml: {from: start#tow, to: …}; did you mean `top`?",
    ]


def test_redirects_answer_for_it(tmp_path: Path) -> None:
    data = redirects(("framework/date", "framework/data"), ("start#tow", "framework/data#top"))
    assert problems(tmp_path, data, BEFORE) == []


def test_redirects_lead_from_what_is_gone_to_what_is_there(tmp_path: Path) -> None:
    data = redirects(("old", "start#onee"), ("old", "start"), ("about", "starts"))
    assert problems(tmp_path, data, "{}") == [
        "data/redirects.yml:3:7: L05: `start#onee` does not exist\n    fix: did you mean `one`?",
        "data/redirects.yml:4:9: L05: `old` is redirected twice\n    fix: keep one of the two",
        "data/redirects.yml:6:9: L05: `about` still exists\n"
        "    fix: delete this redirect, or rename what took its name",
        "data/redirects.yml:7:7: L05: `starts` does not exist\n    fix: did you mean `start`?",
    ]


@pytest.mark.parametrize("text", ["", "[]", '{"a": 1}', "\xff"])
def test_a_list_that_cannot_be_read(text: str, tmp_path: Path) -> None:
    assert problems(tmp_path, tiny.data(), text) == [
        "data/published.json:1:1: L05: the list of published addresses cannot be read\n"
        "    fix: restore it from git; only `study publish` writes it"
    ]


def test_publishing_only_adds(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site)
    assert main(["publish"]) == 0
    first, _ = published.read(site)
    assert first["start"] == {"top", "one"}
    page = site / "docs/en/start.md"
    for lang in ("en", "zh"):
        page = site / f"docs/{lang}/start.md"
        page.write_text(page.read_text("utf-8").replace("{#one}", "{#two}"), "utf-8")
    assert main(["check"]) == 1
    (site / "data/redirects.yml").write_text("redirects:\n- from: start#one\n  to: start#two\n", "utf-8")
    assert main(["publish"]) == 0
    assert published.read(site)[0]["start"] == {"top", "one", "two"}


def test_the_file_is_sorted_one_page_a_line() -> None:
    text = published.dump({"b": frozenset("zy"), "a": frozenset()})
    assert text == '{\n "a": [],\n "b": ["y", "z"]\n}\n'


def test_the_real_site_is_on_the_list() -> None:
    """Pages may be added between publications; the list never lags by a whole section."""
    now, found = published.read(tiny.ROOT)
    assert found == []
    assert {"", "framework/data", "resources/papers", "about"} <= now.keys()
