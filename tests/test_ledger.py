"""A link is dead only when it is gone on two days."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import tiny
from study.build import make
from study.cli import main
from study.ledger import Answer, Entry, addresses, answers, dead, dump, read, update

A, B, C, D = (f"https://{name}.example" for name in "abcd")
REPORT: dict[str, Any] = {
    "error_map": {
        "links.txt": [
            {"url": f"{A}/", "status": {"text": "404 Not Found", "code": 404}},
            {"url": f"{B}/", "status": {"text": "429 Too Many Requests", "code": 429}},
        ]
    },
    "timeout_map": {"links.txt": [{"url": f"{C}/", "status": {"text": "Timeout"}}]},
    "success_map": {"links.txt": [{"url": f"{D}/x%20y", "status": {"text": "200 OK", "code": 200}}]},
}


def run(ledger: dict[str, Entry], answer: Answer, day: str) -> dict[str, Entry]:
    return update(ledger, [A], {A: answer}, day)


OK, GONE, BUSY, LATE = Answer(200, True), Answer(404, False), Answer(503, False), Answer("Timeout", False)


def test_lychees_report() -> None:
    assert answers(REPORT) == {
        A: Answer(404, False),
        B: Answer(429, False),
        C: Answer("Timeout", False),
        f"{D}/x y": Answer(200, True),
    }


def test_redirects_are_told_in_two_ways() -> None:
    """As answers by versions 0.21 to 0.22, as ways by later ones, which give the answer elsewhere."""
    answered = {"redirect_map": {"x": [{"url": A, "status": {"text": "Redirect", "code": 200, "redirects": []}}]}}
    told = {"redirect_map": {"x": [{"origin": A, "redirects": [{"url": B, "code": 308}]}]}}
    assert (answers(answered), answers(told)) == ({A: OK}, {})


def test_an_answer_is_dated() -> None:
    first = run({}, OK, "2026-11-21")
    assert run(first, OK, "2026-11-28")[A] == Entry(first_ok="2026-11-21", last_ok="2026-11-28", status=200)


def test_two_days_make_it_dead() -> None:
    first = run(run({}, OK, "2026-11-14"), GONE, "2026-11-21")
    assert list(dead(first)) == []
    assert list(dead(run(first, GONE, "2026-11-21"))) == [], "the same day again proves nothing"
    second = run(first, GONE, "2026-11-28")
    assert list(dead(second)) == [f"{A}: 404 since 2026-11-21; replace it, or link to an archived copy"]
    assert second[A].last_ok == "2026-11-14"
    assert run(second, OK, "2026-12-05")[A].fails == ()


@pytest.mark.parametrize("answer", [BUSY, LATE, Answer(403, False), Answer(429, False)])
def test_a_hiccup_neither_kills_nor_heals(answer: Answer) -> None:
    ledger: dict[str, Entry] = {}
    for day in range(10, 20):
        ledger = run(ledger, answer, f"2026-11-{day}")
    assert list(dead(ledger)) == []
    assert ledger[A].status == answer.status
    after = run(run(run({}, GONE, "2026-11-20"), answer, "2026-11-21"), GONE, "2026-11-22")
    assert after[A].dead


def test_what_no_page_links_to_leaves() -> None:
    first = run({}, OK, "2026-11-21")
    assert update(first, [B], {}, "2026-11-28") == {}
    assert update(first, [A], {}, "2026-11-28") == first, "not asked this time: what we know stays"


def test_addresses() -> None:
    text = 'see [x](https://a.example/b_(c)), <a href="https://c.example/?q=1">, 见 https://d.example/e。'
    assert addresses(text) == {"https://a.example/b_(c)", "https://c.example/?q=1", "https://d.example/e"}


def test_the_file_has_one_address_a_line(tmp_path: Path) -> None:
    ledger = run({}, OK, "2026-11-21")
    (tmp_path / "data").mkdir()
    (tmp_path / "data/links.lock.json").write_text(dump(ledger), "utf-8")
    assert dump(ledger).count("\n") == 3
    assert read(tmp_path) == (ledger, [])
    assert dump({}) == "{}\n"


def test_a_broken_file_is_a_problem(site: Path) -> None:
    (site / "data/links.lock.json").write_text("[]", "utf-8")
    assert [str(problem) for problem in make(site)[1]] == [
        "data/links.lock.json:1:1: L06: the ledger of links cannot be read\n"
        "    fix: restore it from git; only the weekly job writes it"
    ]


def test_command(site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(site)
    report = {"error_map": {"x": [{"url": "https://example.org/", "status": {"code": 404}}]}}
    (site / "report.json").write_text(json.dumps(report))
    old = {"https://example.org/": Entry(status=404, fails=("2020-01-01",), last_ok="2019-12-25")}
    (site / "data/links.lock.json").write_text(dump(old))
    assert main(["links", "--report", "report.json"]) == 1
    assert capsys.readouterr().out.startswith("https://example.org/: 404 since 2020-01-01")
    assert len(read(site)[0]["https://example.org/"].fails) == 2
    assert main(["links"]) == 0
    assert "https://example.org/" in capsys.readouterr().out.splitlines()


def test_the_shelf_says_when_a_link_last_worked(site: Path) -> None:
    def books() -> str:
        it, problems = make(site)
        assert it, problems
        return it.pages["en"]["resources/books.md"]

    address = "https://example.org/"
    assert "link worked" not in books()
    ledger = {address: Entry(status=200, last_ok="2026-11-20")}
    (site / "data/links.lock.json").write_text(dump(ledger))
    assert 'link worked <time datetime="2026-11-20">2026-11-20</time>' in books()
    ledger = {address: Entry(status=404, last_ok="2026-11-20", fails=("2026-11-21", "2026-11-28"))}
    (site / "data/links.lock.json").write_text(dump(ledger))
    assert "page gone since" in books()


def test_the_real_ledger_is_sound() -> None:
    ledger, problems = read(tiny.ROOT)
    assert problems == []
    assert list(ledger) == sorted(ledger)
