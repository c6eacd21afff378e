"""What a machine mends, and what it leaves alone."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study.mend import mended, mends
from study.models.base import Lang


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("缓存,命中", "缓存，命中"),
        ("缓存 , 命中", "缓存 , 命中"),  # a comma that touches no Han is nobody's slip for certain
        ("为什么? 因为快.", "为什么？因为快。"),
        ("缓存 (命中) 之后", "缓存（命中）之后"),
        ("用Redis做缓存", "用 Redis 做缓存"),
        ("先说 “cache” 再说", "先说“cache”再说"),
        ("緩存與檢索", "缓存与检索"),
        ("乾隆的著作", "乾隆的著作"),
        ("缓\u200b存\u00a0A", "缓存 A"),
        ("Ａ１", "A1"),
        ("见`緩,存`处", "见 `緩,存` 处"),
        ("[緩存](https://a.org/緩,存)", "[缓存](https://a.org/緩,存)"),
        ("见 {=kv-cache}。", "见 {=kv-cache}。"),
        ("时间 12:30，比例 1:2", "时间 12:30，比例 1:2"),
        ("训练-服务偏差", "训练-服务偏差"),
        ("lost \ufffd", "lost \ufffd"),
    ],
)
def test_chinese(before: str, after: str) -> None:
    assert mended(mended(before, "zh"), "zh") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("fast，cheap", "fast, cheap"),
        ("fast （cheap） one。", "fast (cheap) one."),
        ("zero\u200bwidth", "zerowidth"),
        ("`a，b`", "`a，b`"),
        ("the word 缓存，which", "the word 缓存，which"),
    ],
)
def test_english(before: str, after: str) -> None:
    assert mended(before, "en") == after


@given(
    st.text(alphabet=st.sampled_from("中文缓,.;:!?() （）“”，。aB1%`緩與\u200b\u00a0Ａ[]*\n"), max_size=40),
    st.sampled_from(["en", "zh"]),
)
@settings(deadline=None)
def test_mending_ends(text: str, lang: Lang) -> None:
    """Each pass leaves mends that lie apart and in order, and soon there are none."""
    for _ in range(6):
        found = list(mends(text, lang))
        assert all(a.end <= b.start for a, b in itertools.pairwise(found))
        text = mended(text, lang)
    assert mended(text, lang) == text
