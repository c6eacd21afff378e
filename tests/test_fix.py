"""`study fix` on source text: only what is wrong changes, and what was accepted stays accepted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study import lock
from study.fix import content, fixed, fixes
from study.lock import LOCK
from study.problem import Mark, Problem

BEFORE = """\
# 注释,不动
a:
  en: One，two   # a comment, left alone
  zh: "一,二\\u200b三用Redis" # 说明,不动

b:
    en: >-
      Folded
      text
    zh: |
      緩存,
      用Redis做檢索
c: {en: 'it''s', zh: '一''二,三'}
d: {en: d, zh: 用A}
"""
AFTER = """\
# 注释,不动
a:
  en: One, two   # a comment, left alone
  zh: "一，二\\u200b三用 Redis" # 说明,不动

b:
    en: >-
      Folded
      text
    zh: |
      缓存，
      用 Redis 做检索
c: {en: 'it''s', zh: '一''二，三'}
d: {en: d, zh: 用 A}
"""
PAGE = "---\ntitle: 緩存\n---\n\n# 緩存 {#t}\n\n见`a,b`,再说.\n\n```text\n緩存,\n```\n\n| 甲,乙 |\n| --- |\n| 用A |\n"
PAGE_AFTER = (
    "---\ntitle: 缓存\n---\n\n# 缓存 {#t}\n\n见 `a,b`，再说。\n\n```text\n緩存,\n```\n\n| 甲，乙 |\n| --- |\n| 用 A |\n"
)
PAGE_TWIN = (
    "---\ntitle: Cache\n---\n\n# Cache {#t}\n\nSee `a,b`, say.\n\n```text\nx\n```\n\n| A, B |\n| --- |\n| Use A |\n"
)


def test_comments_and_layout_stay() -> None:
    assert fixed({"data/x.yml": BEFORE}) == {"data/x.yml": AFTER}
    assert fixed({"data/x.yml": AFTER}) == {}


def test_line_ends_stay() -> None:
    crlf = BEFORE.replace("\n", "\r\n")
    assert fixed({"data/x.yml": crlf}) == {"data/x.yml": AFTER.replace("\n", "\r\n")}


def test_a_page_with_its_front_matter_and_table() -> None:
    texts = {"docs/zh/x.md": PAGE, "docs/en/x.md": PAGE_TWIN}
    assert fixed(texts) == {"docs/zh/x.md": PAGE_AFTER}


def test_a_mend_that_would_change_the_meaning_of_the_file_is_not_made() -> None:
    """A space before `#` would make a comment of the rest."""
    text = "a: {en: a, zh: 见 `x`#一}\n"
    after = fixed({"data/x.yml": text}).get("data/x.yml", text)
    assert content({"data/x.yml": after}).pairs[0].zh.text.endswith("#一")


def test_a_file_that_cannot_be_read_is_left() -> None:
    assert fixed({"data/x.yml": "a: [", "data/y.yml": "a: {en: a, zh: 用A}\n"}) == {
        "data/y.yml": "a: {en: a, zh: 用 A}\n"
    }


def test_what_was_accepted_stays_accepted_and_what_was_not_does_not() -> None:
    old = content({"data/x.yml": "a: {en: a, zh: 用A}\nb: {en: b, zh: 甲}\n"}).pairs
    held = lock.written([*map(lock.unit_of, old), lock.Unit("data/x.yml#gone", "0", "0")])
    now = fixed({"data/x.yml": "a: {en: a, zh: 用A}\nb: {en: b, zh: 用B}\n", LOCK: held})
    before = lock.read(now[LOCK])
    found = list(lock.stale(before, lock.changes(content(now).pairs, before.units)))
    assert [problem.key for problem in found] == ["data/x.yml#b"]


@pytest.mark.parametrize("text", ["a: [", ""], ids=["broken", "empty"])
def test_what_was_accepted_outlives_a_file_that_cannot_be_read(text: str) -> None:
    """It comes back, and nobody has to read all of it again."""
    whole = {"data/x.yml": "a: {en: a, zh: 甲}\n", "data/y.yml": "a: {en: a, zh: 甲}\n"}
    held = lock.written(map(lock.unit_of, content(whole).pairs))
    assert fixed({**whole, "data/x.yml": text, LOCK: held}) == {}
    assert fixed({"data/y.yml": whole["data/y.yml"], LOCK: held}) == {}


def test_a_lock_is_never_made() -> None:
    assert LOCK not in fixed({"data/x.yml": BEFORE})


@pytest.mark.parametrize(
    ("problem", "texts"),
    [
        (Problem("data/x.yml", 4, 10, "T30", "m", marks=(Mark("data/x.yml", 4, 9, 1),), key="data/x.yml#a"), ["，"]),
        (Problem("data/x.yml", 14, 16, "T31", "m", marks=(Mark("data/x.yml", 14, 16, 2),), key="data/x.yml#d"), [" "]),
        (Problem("data/x.yml", 4, 10, "T30", "m", marks=(Mark("data/x.yml", 4, 20, 1),), key="data/x.yml#a"), None),
        (Problem("data/x.yml", 4, 10, "T19", "m", marks=(Mark("data/x.yml", 4, 9, 1),), key="data/x.yml#a"), None),
        (Problem(LOCK, 2, 1, "T41", "m"), []),
    ],
)
def test_what_it_would_do_about_a_problem(problem: Problem, texts: list[str] | None) -> None:
    found = fixes([problem], {"data/x.yml": BEFORE, LOCK: lock.written([])})
    assert [edit.text for edit in found[problem]] == texts if texts is not None else found == {}


YAML = st.lists(
    st.sampled_from(
        [
            "a:",
            "\n",
            "  ",
            "en: ",
            "zh: ",
            "l10n_ok: ",
            "[{id: T23}]",
            "- ",
            "id: T23",
            "'",
            '"',
            "用A,緩",
            "\u200b",
            "\u2028",
            "|",
            "{",
            "}",
            ", ",
            "#",
            "\\",
            "\r",
        ]
    ),
    max_size=30,
).map("".join)
MARKDOWN = st.lists(
    st.sampled_from(
        [
            "# T {#t}",
            "\n",
            "\n\n",
            "- ",
            "> ",
            "| a | 用A |",
            "| - | - |",
            "<!-- l10n-ok T23: why -->",
            "<!-- l10n-ok",
            "```",
            "`",
            "用A,緩",
            "\u200b",
            "**",
            "---",
            "    ",
            "<b>",
            "\r",
        ]
    ),
    max_size=30,
).map("".join)


@given(YAML, MARKDOWN, MARKDOWN)
@settings(deadline=None)
def test_any_text_is_mended_or_left(data: str, en: str, zh: str) -> None:
    """No traceback, and nothing but characters, widths, spaces and hashes of waivers changes."""
    texts = {"data/x.yml": data, "docs/en/x.md": en, "docs/zh/x.md": zh}
    now = {**texts, **fixed(texts)}
    assert len(content(now).pairs) == len(content(texts).pairs)
