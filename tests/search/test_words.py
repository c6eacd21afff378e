"""Words of the index, and of a query as the browser cuts it."""

from __future__ import annotations

import json
import re

import pytest
import quickjs

import tiny
from study.search.words import STOP, words

SCRIPT = (tiny.ROOT / "overrides/assets/js/search-words.js").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("检索增强", ["检索", "索增", "增强"]),
        ("率", ["率"]),
        ("KV缓存命中", ["kv", "缓存", "存命", "命中"]),
        ("用 PagedAttention", ["用", "pagedattention", "paged", "attention"]),
        ("pre-training", ["pre", "training", "pretraining"]),
        ("The p99 of A/B tests", ["p99", "b", "tests"]),
        ("ＫＶ　ﬁle", ["kv", "file"]),
        ("……！", []),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    "text", ["检索增强生成", "KV 缓存", "two-tower model", "p99 延迟", "ＫＶ", "C++", "", "1 亿文档", "IVF-PQ"]
)
def test_the_browser_cuts_a_query_into_words_of_the_index(text: str) -> None:
    js = quickjs.Context()
    js.eval(re.sub(r"^export ", "", SCRIPT, flags=re.MULTILINE))
    cut = json.loads(js.eval(f"JSON.stringify(words({json.dumps(text)}))"))
    assert set(cut) - STOP <= set(words(text))
    assert bool(cut) == bool(words(text))
