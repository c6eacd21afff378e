"""A link is dead only when it is gone on two days."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from study.cli import main
from study.ledger import addresses, dead, gone, update

REPORT = {
    "error_map": {
        "links.txt": [
            {"url": "https://a.example/", "status": {"text": "404 Not Found", "code": 404}},
            {"url": "https://b.example/", "status": {"text": "429 Too Many Requests", "code": 429}},
            {"url": "https://c.example/", "status": {"text": "Timeout"}},
            {"url": "https://d.example/", "status": {"text": "410 Gone", "code": 410}},
        ]
    }
}


def test_only_gone_pages_count() -> None:
    assert gone(REPORT) == {"https://a.example/": 404, "https://d.example/": 410}


def test_two_days_make_it_dead() -> None:
    first = update({}, gone(REPORT), "2026-11-21")
    assert list(dead(first)) == []
    assert list(dead(update(first, gone(REPORT), "2026-11-21"))) == [], "the same day again proves nothing"
    second = update(first, {"https://a.example/": 404}, "2026-11-28")
    assert list(dead(second)) == ["https://a.example/: 404 since 2026-11-21; replace it, or link to an archived copy"]
    assert list(dead(update(second, {}, "2026-12-05"))) == []


def test_addresses() -> None:
    text = 'see [x](https://a.example/b_(c)), <a href="https://c.example/?q=1">, 见 https://d.example/e。'
    assert addresses(text) == {"https://a.example/b_(c)", "https://c.example/?q=1", "https://d.example/e"}


def test_command(site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(site)
    (site / "report.json").write_text(json.dumps(REPORT))
    ledger = '{"https://a.example/": {"status": 404, "first_failed": "2020-01-01", "last_failed": "2020-01-01"}}'
    (site / "ledger.json").write_text(ledger)
    assert main(["links", "--report", "report.json", "--ledger", "ledger.json"]) == 1
    assert capsys.readouterr().out.startswith("https://a.example/: 404 since 2020-01-01")
    assert main(["links"]) == 0
    assert "https://example.org/" in capsys.readouterr().out.splitlines()
