"""Any pair of strings, pages and data gives problems or nothing; benchmarks/check.py says how soon."""

from __future__ import annotations

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from study.load import Files, Parsed
from study.pair import data_pairs
from study.rules import RULES
from study.source import parse
from study.translation import every
from study.translation.glossary import lexicon
from translation.test_rules import pair

MARKS = "` `` [ ]( ) {= } {{ <a <!-- $$ \\( ** _ “ ” （ ） \" ' 。 ， , . ? % $ %s https://a.b/"
WORDS = "1 1, 1.5 百 万 分之 第一 two half million ms GPU p99 H100 的 了了 測"
PIECES = st.sampled_from([*MARKS.split(), *WORDS.split(), "two ", "the the ", " ", "\n", "\n\n", "\u200b", "\0"])
TEXT = st.text(max_size=200) | st.lists(PIECES, max_size=60).map("".join)
LONG = st.builds(lambda piece, times: piece * times, PIECES, st.integers(1, 2000))
KIND = st.sampled_from(["heading", "label", "cell", "item", "paragraph", "sentence aloud", "term"])
CALM = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
NOTHING = lexicon({})
TERMS = "terms:\n- {id: a, en: half, zh: 百, avoid: [万, 測]}\n- {id: b, en: GPU (x), zh: 的, find_en: [', ']}\n"


def glossary(text: str) -> Files:
    """The data whose glossary is `text`; none where that cannot be read."""
    document, _ = parse(text, "data/reference/glossary.yml")
    return {"reference/glossary": Parsed("reference/glossary", document, None)} if document else {}


GLOSSARY = lexicon(glossary(TERMS))


@given(TEXT, TEXT, KIND)
@example("", "", "paragraph")
@CALM
def test_any_two_strings(en: str, zh: str, kind: str) -> None:
    for words in (NOTHING, GLOSSARY):
        for problem in every.check_pairs([pair({"en": en, "zh": zh}, {"kind": kind})], words):
            assert problem.rule in RULES
            assert problem.line >= 1


@given(LONG, LONG)
@settings(CALM, max_examples=40)
def test_any_long_strings(en: str, zh: str) -> None:
    assert list(every.check_pairs([pair({"en": en, "zh": zh}, {})], NOTHING)) is not None


@given(TEXT, TEXT)
@CALM
def test_any_two_pages(en: str, zh: str) -> None:
    for problem in every.check_pages({}, {"docs/en/a.md": en}, {"docs/zh/a.md": zh}):
        assert problem.line >= 1


@given(st.text(max_size=300) | st.lists(st.sampled_from(["en: a\n", "zh: b\n", "- ", "x:\n ", "{", "}"])).map("".join))
@CALM
def test_any_data(text: str) -> None:
    files = glossary(text)
    assert list(every.check_data(files, data_pairs(files))) is not None
