"""Waivers: in force with a reason and for one text, errors otherwise."""

from __future__ import annotations

import pytest

from study.fix import content, fixed
from study.problem import Problem
from study.waivers import Waiver, idle, unwaived

DATA = "a:\n  en: One\n  zh: 一\n  l10n_ok: [{{id: {id}, reason: {reason}, src: {src}}}]\n"
PAGE = "# T {{#t}}\n\n<!-- l10n-ok {id} {src}: {reason} -->\n- One\n- Two\n\nThree\n"
TWIN = "# T {#t}\n\n- 一\n- 二\n\n三\n"


def of(text: str) -> list[Waiver]:
    return list(content({"data/x.yml": text}).waivers)


def of_page(text: str) -> list[Waiver]:
    return list(content({"docs/en/x.md": text, "docs/zh/x.md": TWIN}).waivers)


def problem(rule: str, key: str) -> Problem:
    return Problem("data/x.yml", 3, 7, rule, "wrong", key=key)


def test_one_in_force_covers_its_rule_at_its_pair() -> None:
    (it,) = of(DATA.format(id="T23", reason="Short.", src=""))
    it = of(DATA.format(id="T23", reason="Short.", src=it.now))[0]
    found = [problem("T23", "data/x.yml#a"), problem("T24", "data/x.yml#a"), problem("T23", "data/x.yml#b")]
    assert list(unwaived(found, [it])) == found[1:]
    assert list(idle(found, [it])) == []


@pytest.mark.parametrize(
    ("id", "reason", "src", "message"),
    [
        ("T23", "", "", "the waiver of T23 gives no reason"),
        ("T99", "Why.", "", "a waiver names no rule: `T99`"),
        ("T41", "Why.", "", "T41 cannot be waived"),
        ("T23", "Why.", "000000000000", "the waiver of T23 was given for another text, which has changed since"),
        ("T24", "Why.", "", "the waiver of T24 waives nothing here"),
        ("T23", "Why.", "", "the waiver of T23 does not say for which text"),
    ],
)
def test_one_that_does_not_hold_is_an_error(id: str, reason: str, src: str, message: str) -> None:
    (in_data,) = of(DATA.format(id=id, reason=reason, src=src))
    (in_page,) = of_page(PAGE.format(id=id, reason=reason, src=src))
    for it, place in ((in_data, ("data/x.yml", 4, 18)), (in_page, ("docs/en/x.md", 3, 14))):
        found = [problem("T23", key) for key in it.keys]
        (said,) = idle(found, [it])
        assert (said.rule, said.severity, said.message) == ("T43", "error", message)
        assert (said.path, said.line, said.column) == place
        assert said.marks[0].length == 3
        waived = "does not say" in message
        assert list(unwaived(found, [it])) == ([] if waived else found)


def test_a_comment_covers_the_block_below_it() -> None:
    (it,) = of_page(PAGE.format(id="T23", reason="Short.", src=""))
    assert sorted(key.partition("~")[0] for key in it.keys) == ["docs/en/x.md#t/*", "docs/en/x.md#t/*"]
    (in_chinese,) = content(
        {
            "docs/en/x.md": "# T {#t}\n\n- One\n- Two\n\nThree\n",
            "docs/zh/x.md": PAGE.format(id="T23", reason="a", src=""),
        }
    ).waivers
    assert in_chinese.keys
    assert in_chinese.place.path == "docs/zh/x.md"


def test_a_comment_is_no_part_of_the_page() -> None:
    """A page with a comment and its twin without one have the same blocks."""
    texts = {"docs/en/x.md": PAGE.format(id="T23", reason="Short.", src=""), "docs/zh/x.md": TWIN}
    assert [pair.zh.text for pair in content(texts).pairs] == ["T", "一", "二", "三"]


def test_a_comment_that_cannot_be_read_is_said_to_name_no_rule() -> None:
    (it,) = of_page("# T {#t}\n\n<!-- l10n-ok -->\n- One\n- Two\n\nThree\n")
    (said,) = idle([], [it])
    assert said.message == "a waiver names no rule: ``"


@pytest.mark.parametrize(
    "text",
    [
        "a:\n  en: One\n  zh: 一\n  l10n_ok: [{id: T23, reason: Why.}, {reason: Why., id: T24}]  # kept\n",
        "a:\n  en: One\n  zh: 一\n  l10n_ok:\n    - reason: Why.\n      id: T23\n    - id: T24\n      reason: Why.\n",
    ],
)
def test_fix_writes_the_hash(text: str) -> None:
    after = fixed({"data/x.yml": text})["data/x.yml"]
    assert [waiver.src for waiver in of(after)] == [waiver.now for waiver in of(text)]
    assert len(after.splitlines()) - len(text.splitlines()) in (0, 2)
    assert fixed({"data/x.yml": after}) == {}


def test_fix_writes_the_hash_into_a_comment() -> None:
    before = "# T {#t}\n\n<!-- l10n-ok T23: Short. -->\n- One\n- Two\n\nThree\n"
    now = of_page(before)[0].now
    after = fixed({"docs/en/x.md": before, "docs/zh/x.md": TWIN})
    assert after == {"docs/en/x.md": before.replace("T23:", f"T23 {now}:")}
