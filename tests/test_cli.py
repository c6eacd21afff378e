"""The `study` command and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from study.cli import main


def test_clean_data(site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(site)
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "no problems\n"


def test_json_is_one_object_a_line(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(site)
    (site / "data/topics.yml").write_text("topics:\n- id: topic-1\n  name: Topic\n  x: 1\n", "utf-8")
    assert main(["check", "--format", "json"]) == 1
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(p["line"], p["rule"], p["severity"]) for p in found] == [
        (3, "T02", "error"),
        (4, "T03", "error"),
    ]
    assert {"path", "line", "column", "rule", "severity", "message", "help"} <= set(found[0])


def test_outside_a_guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 2
    assert "no data/ folder" in capsys.readouterr().err


def test_render_writes_a_tree(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site)
    assert main(["render", "out"]) == 0
    assert (site / "out/zh/framework/data.md").read_text("utf-8").startswith("---\ntitle:")
    assert (site / "out/en/start.md").exists(), "hand-written pages come along, so that the tree is the whole site"
