"""What became of the links to other sites: a page that cannot be found on two days is dead, all else is a hiccup."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

from pydantic import TypeAdapter, ValidationError

from study.models.base import Model
from study.problem import Problem

LEDGER = "data/links.lock.json"
DEAD = (404, 410)
"""Answers that say the page is gone; 403, 429, 5xx and time-outs only say that a robot may not look now."""
DAYS = 2
"""On how many different days a page must be gone before its link counts as dead."""


class Entry(Model):
    """What is known of one address. Dates are ISO days."""

    first_ok: str = ""
    last_ok: str = ""
    """The last day on which the page answered well; empty when it never has."""
    status: int | str
    """The last answer: an HTTP status, or words such as `Timeout`."""
    fails: tuple[str, ...] = ()
    """The days since then on which the page was gone."""

    @property
    def dead(self) -> bool:
        """Gone on enough different days."""
        return len(self.fails) >= DAYS


Ledger = Mapping[str, Entry]
"""Address, as our pages write it → its entry."""
_FILE = TypeAdapter(dict[str, Entry])


class Answer(NamedTuple):
    """What an address answered this time."""

    status: int | str
    ok: bool


def read(root: Path) -> tuple[Ledger, list[Problem]]:
    """The ledger of the folder `root`; empty where there is none."""
    path = root / LEDGER
    if not path.exists():
        return {}, []
    try:
        return _FILE.validate_json(path.read_bytes()), []
    except ValidationError:
        fix = "restore it from git; only the weekly job writes it"
        return {}, [Problem(LEDGER, 1, 1, "L06", "the ledger of links cannot be read", fix)]


def dump(ledger: Ledger) -> str:
    """The ledger as a file: sorted, one address a line, so that branches merge."""
    lines = [f" {json.dumps(url)}: {json.dumps(entry.model_dump())}" for url, entry in sorted(ledger.items())]
    return "{\n" + ",\n".join(lines) + "\n}\n" if lines else "{}\n"


def answers(report: Mapping[str, Any]) -> dict[str, Answer]:
    """Address → answer, from lychee's JSON report; run it with `--verbose`, or it leaves out what went well.

    Some versions list what answered after a redirect apart; others list there only the ways, which are no answers.
    """
    found: dict[str, Answer] = {}
    for name in ("error_map", "timeout_map", "redirect_map", "success_map"):
        for each in (each for listed in report.get(name, {}).values() for each in listed if "status" in each):
            status = each["status"] or {}
            ok = name in ("redirect_map", "success_map")
            found[_same(each["url"])] = Answer(status.get("code") or status.get("text") or "no answer", ok)
    return found


def update(ledger: Ledger, links: Iterable[str], found: Mapping[str, Answer], today: str) -> dict[str, Entry]:
    """The ledger after a run on `today`; addresses that no page links to any longer leave it."""
    return {
        url: entry
        for url in sorted(links)
        if (entry := _after(ledger.get(url), found.get(_same(url)), today)) is not None
    }


def _after(before: Entry | None, answer: Answer | None, today: str) -> Entry | None:
    """The entry of one address after its answer."""
    if answer is None:
        return before
    old = before or Entry(status="")
    if answer.ok:
        return Entry(first_ok=old.first_ok or today, last_ok=today, status=answer.status)
    gone = answer.status in DEAD and today not in old.fails
    fails = (*old.fails, today) if gone else old.fails
    return Entry(first_ok=old.first_ok, last_ok=old.last_ok, status=answer.status, fails=fails)


def _same(url: str) -> str:
    """The address without what a link checker may write differently."""
    return unquote(url).rstrip("/")


def dead(ledger: Ledger) -> Iterator[str]:
    """L06: a line for each link that was gone on two different days."""
    for url, entry in ledger.items():
        if entry.dead:
            yield f"{url}: {entry.status} since {entry.fails[0]}; replace it, or link to an archived copy"


def addresses(markdown: str) -> set[str]:
    """Every web address that a page links to."""
    return {match.group().rstrip(".,;:") for match in ADDRESS.finditer(markdown)}


ADDRESS = re.compile(r"https?://(?:[^\s()<>\"'|`，。；（）]|\([^\s()]*\))+")  # one pair of parentheses may stand inside
