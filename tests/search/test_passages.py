"""Where a page is cut, and what of it is searched."""

from __future__ import annotations

from study.search.passages import Passage, passages


def test_a_passage_a_heading() -> None:
    html = (
        '<h1 id="top">Data<a class="headerlink" href="#top">¶</a></h1><p>Top<br>text.</p>'
        '<h2 id="ask">Ask <em>this</em></h2><ul><li>One</li><li>Two</li></ul><h3 id="more">More</h3>'
    )
    assert passages(html) == [
        Passage("", "Data", "Top text."),
        Passage("ask", "Ask this", "One Two"),
        Passage("more", "More", ""),
    ]


def test_a_term_is_found_by_both_its_names() -> None:
    html = '<p class="term" id="cache"><strong>cache</strong> · <strong>缓存</strong> — Kept near.</p><p>After.</p>'
    top, term = passages(html)
    assert (term.anchor, term.heading) == ("cache", "cache · 缓存")
    assert term.text.startswith("cache · 缓存 — Kept near.")
    assert top.text == ""


def test_drawings_controls_and_computed_numbers_are_not_searched() -> None:
    html = (
        "<p>Said &amp; read</p><svg><text>drawn</text></svg><button>press</button><pre>source</pre><math><mi>x</mi></math>"
        '<img src="a.png" alt="alt"><div class="figs"><p>hidden</p></div><p hidden>shown by a script</p>'
        '<details data-search-exclude><summary>source</summary></details><h2 id="figures">Numbers</h2><p>hidden</p>'
    )
    assert passages(html) == [Passage("", "", "Said & read")]


def test_a_name_of_both_languages_stands_once() -> None:
    html = '<p class="term" id="p99"><strong><span>p99</span></strong> · <strong><span>p99</span></strong> — x</p>'
    assert passages(html)[1].heading == "p99"
