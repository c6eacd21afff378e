"""Addresses of other sites, judged by their form."""

from __future__ import annotations

import pytest

from study.checks.addresses import EXAMPLES, forms, spellings, written


def said(*lines: str, path: str = "docs/en/start.md") -> list[str]:
    found = written({path: "\n".join(lines)})
    return [str(problem) for check in (forms, spellings) for problem in check(found)]


@pytest.mark.parametrize(
    "line",
    [
        "[x](https://a.example/b?page=2#c)",
        "url: https://a.example:8443/%E4%B8%AD",
        "见 https://a-b.example/x（说明）。",
        "plain words, ftp://a.example and a.example/b",
    ],
)
def test_good_addresses(line: str) -> None:
    assert said(line, line) == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "url: http://a.example/b",
            "docs/en/start.md:1:6: L04: `http://a.example/b` is not secure\n"
            "    fix: use https://a.example/b if it answers",
        ),
        (
            "[x](https://a.example/b?utm_source=x&id=1&fbclid=)",
            "docs/en/start.md:1:5: L04: the address tracks readers: `utm_source`, `fbclid`\n"
            "    fix: delete `utm_source`, `fbclid` from the address",
        ),
        (
            "[x](https://example/b)",
            "docs/en/start.md:1:5: L04: `example` is no name of a host\n"
            "    fix: write the address whole: https://host/path",
        ),
        (
            "[x](https://me@a.example/b)",
            "docs/en/start.md:1:5: L04: `me@a.example` is no name of a host\n"
            "    fix: write the address whole: https://host/path",
        ),
    ],
)
def test_bad_addresses(line: str, message: str) -> None:
    assert said(line) == [message]


@pytest.mark.parametrize("other", ["https://www.a.example/b", "https://a.example/b/", "https://A.example/b"])
def test_one_page_one_spelling(other: str) -> None:
    found = [line for line in said("https://a.example/b", f"and {other}") if "is written" in line]
    assert found == [
        f"docs/en/start.md:2:5: L04: `{other}` is written `https://a.example/b` at docs/en/start.md:1\n"
        "    fix: use one spelling in both places"
    ]


def test_examples_of_the_rules_are_wrong_on_purpose() -> None:
    assert said("http://a.example/", path=EXAMPLES) == []
