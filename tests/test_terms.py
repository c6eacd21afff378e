"""Glossary terms are linked once, and only in prose."""

from __future__ import annotations

import re

import pytest

from study.markdown import plain
from study.models.base import Lang, Text
from study.models.reference import Term
from study.terms import Finder, link_terms

TERMS = [
    Term(
        id="cache", en="cache", zh="缓存", meaning=Text(en="Keeps **“it”** <close>.", zh="就近保存。"), group="systems"
    ),
    Term(
        id="kv-cache", en="KV cache", zh="KV cache", meaning=Text(en="k", zh="键"), group="llm", find_en=("KV caches",)
    ),
    Term(id="recall", en="recall", zh="召回率", meaning=Text(en="r", zh="率"), group="ml", find_zh=("查得全",)),
]


def linked(html: str, lang: Lang = "en") -> str:
    return link_terms(html, Finder(TERMS, lang), "../glossary/", plain)


def test_first_use_only_and_the_longest_form() -> None:
    made = linked("<p>A KV cache, a cache, KV caches and a cache.</p>")
    assert made.count('<a class="term"') == 2
    assert (
        '#kv-cache" data-twin="KV cache" data-meaning="k">KV cache</a>, a <a class="term" href="../glossary/#cache"'
        in made
    )


def test_attributes_are_escaped() -> None:
    assert 'data-meaning="Keeps “it” &lt;close&gt;."' in linked("<p>cache</p>")


@pytest.mark.parametrize(
    "html",
    [
        "<h2>cache</h2>",
        "<p><code>cache</code> <a href='x'>cache</a></p>",
        "<svg><text>cache</text></svg>",
        '<p lang="zh-Hans">cache</p>',
        "<p>caches, cached and my-cache</p>",
        '<p title="cache">x &amp; y &#8212; <br> <!-- cache --></p>',
        '<div class="figs"><p>cache</p></div>',
    ],
)
def test_everything_else_stays_as_it_is(html: str) -> None:
    assert linked(html) == html


def test_chinese() -> None:
    made = linked("<p>先看召回率，再看 KV cache 和缓存，查得全不全。</p>", "zh")
    assert 'data-twin="recall" data-meaning="率">召回率</a>' in made
    assert made.count('<a class="term"') == 3


def test_an_acronym_is_written_in_capitals() -> None:
    terms = [Term(id="map", en="MAP", zh="MAP", meaning=Text(en="m", zh="均"), group="ml")]
    made = link_terms("<p>A map of MAP.</p>", Finder(terms, "en"), "../glossary/", plain)
    assert made.startswith("<p>A map of <a")
    assert made.endswith(">MAP</a>.</p>")


def test_unclosed_elements_do_not_silence_the_rest() -> None:
    assert '<a class="term"' in linked("<ul><li><code>x</code><li>cache</ul><p>y</p>")


def test_a_chinese_term_that_begins_with_capitals() -> None:
    terms = [Term(id="ab-test", en="A/B test", zh="A/B 测试", meaning=Text(en="m", zh="均"), group="ml")]
    assert "#ab-test" in link_terms("<p>先做 A/B 测试。</p>", Finder(terms, "zh"), "../glossary/", plain)


def test_the_longest_form_wins() -> None:
    names = {"cache": "cache", "kv": "KV cache", "kvs": "KV cache size"}
    terms = [Term(id=id, en=en, zh="词", meaning=Text(en="m", zh="均"), group="ml") for id, en in names.items()]
    made = link_terms("<p>The KV cache sizes, the KV cache size.</p>", Finder(terms, "en"), "../glossary/", plain)
    assert re.findall(r'#(\w+)"[^>]*>([^<]+)<', made) == [("kv", "KV cache"), ("kvs", "KV cache size")]


def test_a_term_of_any_length() -> None:
    long = "word " * 2000 + "end"
    terms = [Term(id="long", en=long, zh="词", meaning=Text(en="m", zh="均"), group="ml")]
    assert "#long" in link_terms(f"<p>{long}</p>", Finder(terms, "en"), "../glossary/", plain)
