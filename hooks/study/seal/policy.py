"""What is done to each page of HTML: the policy, the links that leave the site, the names of the assets."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256

_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)
_DATA = re.compile(r'\btype="application/(?:ld\+)?json"')
_LEAVES = re.compile(r'<a\b(?![^>]*\srel=)(?=[^>]*\shref="https?://)')
_CHARSET = '<meta charset="utf-8">'


def seal(html: str, names: Mapping[str, str], worker: str | None) -> str:
    """The page as it is published. `names`: asset as built → as published; `worker`: its address seen from this page."""
    for built, published in names.items():
        html = html.replace(built, published)
    html = _LEAVES.sub('<a rel="noopener"', html)
    kept = f'<meta name="offline" content="{worker}">' if worker else ""
    return html.replace(
        _CHARSET, f'{_CHARSET}<meta http-equiv="Content-Security-Policy" content="{policy(html)}">{kept}', 1
    )


def policy(html: str) -> str:
    """Everything from this site only; of inline scripts, those that the theme put around the article.

    What stands in the article comes from data, where a script has no business: it is never allowed, whatever it is.
    Styles may be inline, for drawings and clock strips carry them; a style cannot run anything.
    """
    scripts = " ".join(["'self'", *(f"'sha256-{digest}'" for digest in _digests(_ARTICLE.sub("", html)))])
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        ]
    )


def _digests(html: str) -> list[str]:
    """The hash of each inline script that runs, once, in order; blocks of JSON do not run."""
    texts = [
        s["text"]
        for s in _SCRIPT.finditer(html)
        if " src=" not in s["attributes"] and not _DATA.search(s["attributes"])
    ]
    return list(dict.fromkeys(b64encode(sha256(text.encode()).digest()).decode() for text in texts))
