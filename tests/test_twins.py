"""Headings are found as Markdown sees them."""

from __future__ import annotations

from study.checks.twins import headings, twin


def test_headings_outside_fences_and_front_matter() -> None:
    text = "---\ntitle: x\n# not: one\n---\n\n# A {#a}\n\n```sh\n# no\n```\n\n## B {: #b .x }\n~~~\n## no\n```\n~~~\n### C\n"
    assert headings(text) == [(6, "# A", "a"), (12, "## B", "b"), (17, "### C", "")]


def test_a_fence_ends_at_a_line_of_marks_alone() -> None:
    text = "```\n```py is how one begins\n# no\n```\n# Yes {#yes}\n````\n```\n## no\n`````\n## Too {#too}\n"
    assert headings(text) == [(5, "# Yes", "yes"), (10, "## Too", "too")]


def test_twin() -> None:
    assert twin("docs/en/a/b.md") == "docs/zh/a/b.md"
    assert twin("generated/zh/a.md") == "generated/en/a.md"
