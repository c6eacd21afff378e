"""How long a page takes to read."""

from __future__ import annotations

import re

LABELS = ("reading_time",)
"""The label of data/ui.yml that the theme prints with it."""
WORDS, CHARACTERS = 220, 400
"""Read in a minute, of English words and of Han characters; technical text goes slower than a novel."""

_BESIDE = re.compile(
    r'<svg\b.*?</svg>|<details class="board-source".*?</details>|<ol class="board-captions".*?</ol>'
    r'|<div class="figs">.*|<a class="headerlink".*?</a>|<[^>]+>',
    re.DOTALL,
)
"""Drawings, what repeats them, the cards of numbers at the end: looked at or looked up, not read through."""


def minutes(html: str) -> int:
    """Minutes to read the words of a page's content, rounded up; its drawings are extra."""
    text = _BESIDE.sub(" ", html)
    words = len(re.findall(r"[A-Za-z0-9][\w'’.,-]*", text)) / WORDS
    characters = len(re.findall(r"[\u4e00-\u9fff]", text)) / CHARACTERS
    return -int(-(words + characters) // 1)
