"""Headings are found as Markdown sees them."""

from __future__ import annotations

from study.checks.twins import headings, twin


def test_headings_outside_fences_and_front_matter() -> None:
    text = "---\ntitle: x\n# not: one\n---\n\n# A {#a}\n\n```sh\n# no\n```\n\n## B {: #b .x }\n~~~\n## no\n```\n~~~\n### C\n"
    assert headings(text) == [(6, "# A", "a"), (12, "## B", "b"), (17, "### C", "")]


def test_twin() -> None:
    assert twin("docs/en/a/b.md") == "docs/zh/a/b.md"
    assert twin("generated/zh/a.md") == "generated/en/a.md"
