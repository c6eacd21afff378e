"""A fault on a built page is reported at its source."""

from __future__ import annotations

from pathlib import Path

from study.built.checks import Fault
from study.built.trace import traced

SOURCES = {"a/": "docs/en/a.md", "zh/a/": "docs/zh/a.md"}


def fault(page: str, needle: str) -> Fault:
    return Fault(page, "L01", f"/{page} has a link to `{needle}`", "fix it", needle)


def lines(root: Path, *faults: Fault) -> list[str]:
    (root / "docs/en").mkdir(parents=True)
    (root / "docs/en/a.md").write_text("# A\n\nSee [b](b.md#cd) and [x](@y/z).\n", "utf-8")
    return [str(problem).splitlines()[0] for problem in traced(root, SOURCES, faults)]


def test_the_line_that_names_the_target(tmp_path: Path) -> None:
    found = lines(tmp_path, fault("a/", "../b/#cd"), fault("a/", "../y/z/"), fault("a/", "../nowhere/"))
    assert found == [
        "docs/en/a.md:3:14: L01: /a/ has a link to `../b/#cd`",
        "docs/en/a.md:3:29: L01: /a/ has a link to `../y/z/`",
        "docs/en/a.md:1:1: L01: /a/ has a link to `../nowhere/`",
    ]


def test_what_every_page_has_is_told_once(tmp_path: Path) -> None:
    found = lines(tmp_path, fault("a/", "x.css"), fault("b/", "x.css"), fault("c/", "x.css"))
    assert found == ["docs/en/a.md:1:1: L01: /a/ has a link to `x.css` (and 2 other pages)"]


def test_a_page_without_a_source_is_the_theme(tmp_path: Path) -> None:
    assert lines(tmp_path, fault("404.html", "x.css")) == ["mkdocs.yml:1:1: L01: /404.html has a link to `x.css`"]
