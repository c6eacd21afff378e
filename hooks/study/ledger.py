"""What became of the links to other sites: one bad answer is a hiccup, 404 or 410 on two days is a dead link."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import TypeAdapter

from study.models.base import Model

DEAD = (404, 410)
"""Answers that say the page is gone; 403, 429, 5xx and time-outs only say that a robot may not look now."""


class Entry(Model):
    """A link that answered `gone` the last time it was asked."""

    status: int
    first_failed: str
    last_failed: str
    """ISO dates; a link is dead when they differ."""


Ledger = Mapping[str, Entry]
"""Address → its entry; an address that answered well has none."""
LEDGER = TypeAdapter(dict[str, Entry])


def gone(report: Mapping[str, Any]) -> dict[str, int]:
    """Address → status, of the links that lychee's JSON report lists as 404 or 410."""
    failed = [failure for failures in report.get("error_map", {}).values() for failure in failures]
    codes = {failure["url"]: failure.get("status", {}).get("code") for failure in failed}
    return {url: code for url, code in codes.items() if code in DEAD}


def update(ledger: Ledger, failures: Mapping[str, int], today: str) -> dict[str, Entry]:
    """The ledger after a run on `today`: links that failed before keep their first date, the others leave."""
    return {
        url: Entry(status=status, first_failed=ledger[url].first_failed if url in ledger else today, last_failed=today)
        for url, status in sorted(failures.items())
    }


def dead(ledger: Ledger) -> Iterator[str]:
    """A line for each link that was gone on two different days."""
    for url, entry in ledger.items():
        if entry.first_failed != entry.last_failed:
            yield f"{url}: {entry.status} since {entry.first_failed}; replace it, or link to an archived copy"


def addresses(markdown: str) -> set[str]:
    """Every web address that a page links to."""
    return {url.rstrip(".,;:") for url in _ADDRESS.findall(markdown)}


_ADDRESS = re.compile(
    r"https?://(?:[^\s()<>\"'|`，。；（）]|\([^\s()]*\))+"
)  # one pair of parentheses may stand inside
