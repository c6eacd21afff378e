"""Text → the words that search knows. `overrides/assets/js/search-words.js` cuts queries the same way."""

from __future__ import annotations

import re
import unicodedata

STOP = frozenset(
    re.findall(
        r"\w+",
        "a an and are as at be by can do does for from has have how if in into is it its may not of on or so such than that "
        "the their them then there these they this to was what when which who will with you your",
    )
)
"""English words that every passage holds."""
_RUN = re.compile(r"[\u3400-\u9fff]+|[^\W_\u3400-\u9fff]+")
_HUMP = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_HYPHENED = re.compile(r"[^\W_\u3400-\u9fff]+(?:[-\u2010\u2011][^\W_\u3400-\u9fff]+)+")


def words(text: str) -> list[str]:
    """Latin words in lower case and every two neighbouring Han characters: no dictionary, so no word is cut wrongly.

    `PagedAttention` is also `paged` and `attention`; `pre-training` is also `pretraining`; a lone Han character is itself.
    """
    plain = unicodedata.normalize("NFKC", text)
    found = [word for run in _RUN.findall(plain) for word in (_pairs(run) if is_han(run) else _latin(run))]
    joined = (re.sub(r"[-\u2010\u2011]", "", word).lower() for word in _HYPHENED.findall(plain))
    return [word for word in (*found, *joined) if word not in STOP]


def is_han(word: str) -> bool:
    """Whether a word begins with a Han character."""
    return "\u3400" <= word[0] <= "\u9fff"


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(max(1, len(run) - 1))]


def _latin(run: str) -> list[str]:
    humps = [hump.lower() for hump in _HUMP.findall(run)]
    return [run.lower(), *(hump for hump in humps if len(hump) > 2 and len(humps) > 1)]
