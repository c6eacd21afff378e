from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

import pytest

from study.seal.policy import policy, seal

HEAD = '<head><meta charset="utf-8"></head>'


def digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_inline_scripts_of_the_theme_are_allowed_by_their_hash() -> None:
    assert f"script-src 'self' {digest('a()')} {digest('b()')};" in policy(
        "<script>a()</script><script type='x'>b()</script><script>a()</script>"
    )


@pytest.mark.parametrize(
    "html",
    [
        "<article><script>evil()</script></article>",
        '<script type="application/json">{"a": 1}</script>',
        '<script src="assets/x.js"></script>',
        '<script type="module" src="assets/x.js"></script>',
    ],
)
def test_no_hash_for_what_is_no_inline_script_of_the_theme(html: str) -> None:
    assert "script-src 'self';" in policy(html)
    assert "unsafe-inline" not in policy(html).partition("style-src")[0]


def test_the_policy_comes_before_any_script() -> None:
    html = seal('<head><meta charset="utf-8"><script>a()</script></head>', {}, "../sw.js")
    assert html.startswith(
        '<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src'
    )
    assert html.index('<meta name="offline" content="../sw.js">') < html.index("<script>")


def test_without_a_worker_a_page_names_none() -> None:
    assert 'name="offline"' not in seal(HEAD, {}, None)


@pytest.mark.parametrize(
    ("link", "sealed"),
    [
        ('<a href="https://x.org/">', '<a rel="noopener" href="https://x.org/">'),
        ('<a class="b" href="http://x.org/">', '<a rel="noopener" class="b" href="http://x.org/">'),
        ('<a href="https://x.org/" rel="noopener">', '<a href="https://x.org/" rel="noopener">'),
        ('<a href="../data/">', '<a href="../data/">'),
        ('<abbr title="x"><a href="#https://">', '<abbr title="x"><a href="#https://">'),
    ],
)
def test_links_that_leave(link: str, sealed: str) -> None:
    assert sealed in seal(HEAD + link, {}, None)


def test_assets_are_named_as_published() -> None:
    names = {"assets/css/site.css": "assets/css/site.0a1b2c3d.css", "assets/js/": "assets/js.0a1b2c3d/"}
    html = seal(f'{HEAD}<link href="../assets/css/site.css"><script src="../assets/js/site.js"></script>', names, None)
    assert 'href="../assets/css/site.0a1b2c3d.css"' in html
    assert 'src="../assets/js.0a1b2c3d/site.js"' in html
