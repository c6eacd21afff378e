from __future__ import annotations

import pytest

from study.tables import name_tables

BOX = '<div class="md-typeset__scrollwrap"><div class="md-typeset__table">'


@pytest.mark.parametrize(
    ("html", "named"),
    [
        (
            '<h2 id="a">Data &amp; <em>labels</em><a class="headerlink" href="#a">¶</a></h2><table><tr><th>x</th></tr></table>',
            '<table><caption class="hushed">Data &amp; labels</caption><tr><th scope="col">x</th></tr></table></div></div>',
        ),
        (
            "<h3>a</h3><table></table><h2>b</h2><table></table>",
            '<table><caption class="hushed">b</caption></table></div></div>',
        ),
        ("<table></table>", f"{BOX}<table></table></div></div>"),
        ('<h2>a</h2><table class="x"><caption>b</caption></table>', '<table class="x"><caption>b</caption></table>'),
        ('<th style="text-align: right;">x</th>', '<th scope="col" style="text-align: right;">x</th>'),
        ('<th scope="row">x</th>', '<th scope="row">x</th>'),
        ("<thead><tr></tr></thead>", "<thead><tr></tr></thead>"),
        ("<tr>\n<td><strong>x</strong></td>", '<tr>\n<th scope="row"><strong>x</strong></th>'),
        ("<tr>\n<td><strong>x</strong>: more</td>", "<tr>\n<td><strong>x</strong>: more</td>"),
        ("<tr>\n<td>a</td><td><strong>x</strong></td>", "<tr>\n<td>a</td><td><strong>x</strong></td>"),
    ],
)
def test_tables_are_named(html: str, named: str) -> None:
    assert name_tables(html).endswith(named)
