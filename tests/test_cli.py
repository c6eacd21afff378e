"""The `study` command and its exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from study.cli import main
from study.lock import LOCK


def test_clean_data(site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(site)
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "no problems\n"


def test_as_a_process_of_its_own(site: Path) -> None:
    """Where, unlike in a test, half of the work is done by a copy of the process."""
    command = [sys.executable, "-m", "study", "check"]
    clean = subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)
    assert (clean.returncode, clean.stdout, clean.stderr) == (0, "no problems\n", "")
    (site / "data/topics.yml").write_text("topics:\n- id: topic-1\n  name: Topic\n", "utf-8")
    wrong = subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)
    assert (wrong.returncode, wrong.stderr) == (1, "")
    assert "data/topics.yml:3:9: T02" in wrong.stdout


def test_who_reads_may_stop_early(site: Path) -> None:
    """`study check | head`."""
    (site / "data/topics.yml").write_text("topics:\n" + "- id: A\n" * 2000, "utf-8")
    command = [sys.executable, "-m", "study", "check"]
    with subprocess.Popen(command, cwd=site, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline().startswith("data/")
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 1


@pytest.mark.parametrize(
    ("wrong", "code", "said"),
    [
        ("OSError(30, 'Read-only file system', 'data/x.yml')", 2, "study: data/x.yml: Read-only file system\n"),
        ("KeyboardInterrupt", 130, ""),
    ],
)
def test_what_stops_it_is_no_traceback(wrong: str, code: int, said: str) -> None:
    source = f"from study import cli, __main__\ndef stopped(): raise {wrong}\ncli.main = stopped\nexit(__main__.main())"
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (code, said)


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


def test_a_site_that_is_not_there(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(site)
    assert main(["check", "--site", "nowhere"]) == 1
    assert "no site in nowhere" in capsys.readouterr().out


def test_outside_a_guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 2
    assert "no data/ folder" in capsys.readouterr().err


def test_render_writes_a_tree(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site)
    assert main(["render", "out"]) == 0
    assert (site / "out/zh/framework/data.md").read_text("utf-8").startswith("---\ntitle:")
    assert (site / "out/en/start.md").exists(), "hand-written pages come along, so that the tree is the whole site"


def test_github_writes_the_summary_of_its_step(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(site)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    (site / "data/topics.yml").write_text("topics:\n- id: topic-1\n  name: Topic\n", "utf-8")
    assert main(["check", "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith("::error file=data/topics.yml,line=3,")
    assert "| data/topics.yml:3:9 |" in (tmp_path / "summary.md").read_text("utf-8")


def test_sarif_is_one_document(site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(site)
    assert main(["check", "--format", "sarif"]) == 0
    assert json.loads(capsys.readouterr().out)["runs"][0]["results"] == []


def test_an_edit_of_one_side_waits_for_the_other(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(site)
    topics = site / "data/topics.yml"
    topics.write_text(topics.read_text("utf-8").replace("en: Topic", "en: The Topic"), "utf-8")
    assert main(["check"]) == 1
    assert capsys.readouterr().out == (
        "data/topics.yml:5:9: T41: the English has changed since this Chinese was accepted\n"
        "        4 |     en: The Topic\n"
        "          |         ^\n"
        "        5 |     zh: 词 Topic\n"
        "          |         ^\n"
        "    fix: bring the Chinese up to date and run `study accept`; "
        "if it still holds as it is, name it: study accept 'data/topics.yml#topics/topic-1/name'\n"
        "    rule: /quality/rules/#t41\n"
        "1 error, 0 warnings in 1 file\n"
    )
    assert main(["accept"]) == 1
    assert "left: English changed: study accept 'data/topics.yml#topics/topic-1/name'" in capsys.readouterr().out
    assert main(["accept", "data/topics.yml"]) == 0
    assert main(["check"]) == 0


def test_nothing_is_accepted_while_a_check_fails(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(site)
    topics = site / "data/topics.yml"
    topics.write_text(topics.read_text("utf-8").replace("zh: 词 Topic", "zh: 5 个词 Topic"), "utf-8")
    before = (site / LOCK).read_bytes()
    assert main(["accept", "data/topics.yml"]) == 1
    out = capsys.readouterr().out
    assert "T19" in out
    assert out.endswith("nothing accepted: mend these first\n")
    assert (site / LOCK).read_bytes() == before


def test_status_counts_each_file(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(site)
    main(["accept", "data/topics.yml", "--status", "reviewed"])
    capsys.readouterr()
    assert main(["status"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["file", "pairs", "ok", "machine", "reviewed", "stale", "new"]
    assert ["data/topics.yml", "1", "0", "0", "1", "0", "0"] in [line.split() for line in lines]
    assert lines[-1].startswith("all")


def test_fix_shows_first_and_then_mends(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(site)
    topics = site / "data/topics.yml"
    wrong = topics.read_text("utf-8").replace("zh: 词 Topic", "zh: 词 Topic,語  # 注,释")
    topics.write_text(wrong, "utf-8")
    main(["accept"])
    capsys.readouterr()
    assert main(["fix", "--dry-run"]) == 0
    out = capsys.readouterr().out
    assert "-    zh: 词 Topic,語  # 注,释\n+    zh: 词 Topic，语  # 注,释\n" in out
    assert out.endswith("1 file would change\n")
    assert topics.read_text("utf-8") == wrong
    assert main(["fix"]) == 0
    assert topics.read_text("utf-8") == wrong.replace(",語", "，语")
    assert main(["fix"]) == 0
    assert capsys.readouterr().out.endswith("nothing to mend\n")
