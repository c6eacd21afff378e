"""Golden messages: every mistake a maintainer can make in data/, and the words that answer it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import tiny
from study.build import make

GOLDEN = Path(__file__).parent / "golden" / "problems.yml"
CASES: list[dict[str, Any]] = yaml.safe_load(GOLDEN.read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_says(case: dict[str, Any], tmp_path: Path) -> None:
    root = broken(case, tmp_path)
    site, problems = make(root)
    assert [str(p) for p in sorted(problems)] == [placed(said, case, root).rstrip("\n") for said in case["says"]]
    assert site is None


def test_every_case_has_its_name_once() -> None:
    names = [case["name"] for case in CASES]
    assert len(names) == len(set(names))


def placed(said: str, case: dict[str, Any], root: Path) -> str:
    """`said` with each `{key}` that the case sets as the line of that key: other lines of the file come and go."""
    for key in (path.rpartition(".")[2] for path in case.get("set", {})):
        if f"{{{key}}}" in said:
            lines = (root / f"data/{case['file']}.yml").read_text("utf-8").splitlines()
            said = said.replace(f"{{{key}}}", str(1 + next(n for n, line in enumerate(lines) if f"{key}:" in line)))
    return said


def broken(case: dict[str, Any], root: Path) -> Path:
    """A tiny site with the mistake of `case`: a file's whole `text` or `bytes`, or values to `set` or `drop`."""
    data = tiny.data()
    for path, value in case.get("set", {}).items():
        *steps, last = _steps(path)
        _at(data[case["file"]], steps)[last] = value
    for path in case.get("drop", []):
        *steps, last = _steps(path)
        del _at(data[case["file"]], steps)[last]
    tiny.write(root, data)
    path = root / case.get("path", f"data/{case.get('file')}.yml")
    if "text" in case:
        path.write_text(case["text"], "utf-8")
    if "bytes" in case:
        path.write_bytes(case["bytes"].encode("latin-1"))
    if case.get("delete"):
        path.unlink()
    return root


def _steps(path: str) -> list[str | int]:
    return [int(step) if step.isdecimal() else step for step in path.split(".")]


def _at(value: Any, steps: list[str | int]) -> Any:
    for step in steps:
        value = value[step]
    return value
