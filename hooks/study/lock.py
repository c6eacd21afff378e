"""The lock of the translations: what each side of each pair said when somebody last stood by both.

`data/translations.lock.json` holds one unit a line, sorted: the pair's unit, a hash of its English, a hash of its
Chinese and its status. Items without an id share a unit and are told apart by their hashes.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from study.pair import Pair
from study.problem import Mark, Problem

LOCK = "data/translations.lock.json"
HEAD = '["unit; hash of the English; hash of the Chinese; status. Written by: study accept",'
FOOT = "[]]"
"""Ends the list after the comma of the last unit, so that adding a unit changes one line."""

Status = Literal["ok", "machine", "reviewed"]
STATUSES: tuple[Status, ...] = get_args(Status)
State = Literal["same", "English changed", "Chinese changed", "both changed", "new", "gone"]


class Unit(NamedTuple):
    """A line of the lock."""

    unit: str
    en: str
    zh: str
    status: Status = "ok"

    @property
    def sides(self) -> tuple[str, str]:
        """Both hashes, by which items that share a unit are told apart."""
        return self.en, self.zh


@dataclass(frozen=True)
class Lock:
    """The lock as read: its units with their lines, and the lines that could not be read or are out of order."""

    lines: Mapping[int, Unit]
    faults: Mapping[int, str]

    @property
    def units(self) -> list[Unit]:
        """The units, as they stand."""
        return list(self.lines.values())


@dataclass(frozen=True)
class Change:
    """How a pair stands to the lock: `pair` is None for a unit that is gone, `unit` for a pair that is new."""

    state: State
    pair: Pair | None
    unit: Unit | None


def digest(*texts: str) -> str:
    """12 hexadecimal digits that change when a text does, but not with its folding into lines."""
    folded = [" ".join(unicodedata.normalize("NFC", text).split()) for text in texts]
    return hashlib.sha256("\0".join(folded).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def unit_of(pair: Pair, status: Status = "ok") -> Unit:
    """The pair as the lock would hold it now."""
    return Unit(pair.unit, digest(pair.en.text), digest(pair.zh.text), status)


def read(text: str) -> Lock:
    """The lock in `text`, the file's content."""
    units: dict[int, Unit] = {}
    faults: dict[int, str] = {}
    last: Unit | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if line.rstrip("\r") in (HEAD, FOOT, ""):
            continue
        unit = _unit(line)
        if unit is None:
            faults[number] = "this line is no unit of the lock (a merge may have left it)"
            continue
        if last and unit <= last:
            faults[number] = "this unit is out of order, or stands twice"
        units[number], last = unit, unit
    return Lock(units, faults)


def _unit(line: str) -> Unit | None:
    try:
        value = json.loads(line.rstrip().removesuffix(","))
    except ValueError:
        return None
    if isinstance(value, list) and len(value) == len(Unit._fields) and all(isinstance(part, str) for part in value):
        return Unit(*value) if value[-1] in STATUSES else None
    return None


def written(units: Iterable[Unit]) -> str:
    """The file that holds these units."""
    lines = (json.dumps(unit, ensure_ascii=False, separators=(",", ":")) + "," for unit in sorted(set(units)))
    return "\n".join([HEAD, *lines, FOOT, ""])


def changes(pairs: Iterable[Pair], units: Iterable[Unit]) -> Iterator[Change]:
    """Every pair, and every unit that has none, with its state."""
    now: defaultdict[str, list[tuple[Pair, Unit]]] = defaultdict(list)
    for pair in pairs:
        now[pair.unit].append((pair, unit_of(pair)))
    before: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        before[unit.unit].append(unit)
    for name in [*now, *(name for name in before if name not in now)]:
        yield from _matched(now.get(name, []), before.get(name, []))


def _matched(now: list[tuple[Pair, Unit]], before: list[Unit]) -> Iterator[Change]:
    """The pairs of one unit and what the lock holds of it: equal ones first, then those with one side in common."""
    known = {unit.sides: unit for unit in before}
    present = {unit.sides for _, unit in now}
    left = [unit for unit in before if unit.sides not in present]
    for pair, unit in now:
        if same := known.get(unit.sides):
            yield Change("same", pair, same)
            continue
        state, other = _nearest(unit, left)
        if other:
            left.remove(other)
        yield Change(state, pair, other)
    yield from (Change("gone", None, unit) for unit in left)


def _nearest(unit: Unit, left: list[Unit]) -> tuple[State, Unit | None]:
    for other in left:
        if other.en == unit.en:
            return "Chinese changed", other
        if other.zh == unit.zh:
            return "English changed", other
    if left and "*" not in unit.unit:
        return "both changed", left[0]
    return "new", None


def stale(lock: Lock | None, changes: Iterable[Change]) -> Iterator[Problem]:
    """Somebody stood by both sides of each pair as they are now: the lock says so, in order and without leftovers.

    `changes` are those of the lock's units.
    """
    if lock is None:
        yield Problem(LOCK, 1, 1, "T41", "is missing, so no translation has been accepted", "run `study accept`")
        return
    for number, fault in lock.faults.items():
        yield Problem(LOCK, number, 1, "T41", fault, "run `study fix`, which puts the lock in order")
    gone: set[Unit | None] = set()
    for change in changes:
        if change.pair is None:
            gone.add(change.unit)
        elif change.state != "same":
            yield _suspect(change.state, change.pair)
    for number, unit in lock.lines.items():
        if unit in gone:
            message = f"`{unit.unit}` is in the lock, and the guide no longer says it"
            yield Problem(LOCK, number, 1, "T41", message, "run `study accept`, which takes it out", key=unit.unit)


MESSAGES: Mapping[State, tuple[str, str]] = {
    "English changed": (
        "the English has changed since this Chinese was accepted",
        "bring the Chinese up to date and run `study accept`; if it still holds as it is, name it: study accept '{}'",
    ),
    "Chinese changed": (
        "the Chinese has changed since this English was accepted",
        "bring the English up to date and run `study accept`; if it still holds as it is, name it: study accept '{}'",
    ),
    "both changed": (
        "both sides have changed since they were accepted",
        "read them side by side; when they say the same, run `study accept`",
    ),
    "new": (
        "nobody has accepted yet that both sides say the same",
        "read them side by side; when they say the same, run `study accept`",
    ),
}


def _suspect(state: State, pair: Pair) -> Problem:
    """The problem stands at the side that may be behind."""
    en, zh = pair.en.mark(0, 0), pair.zh.mark(0, 0)
    marks: tuple[Mark, ...] = (en, zh) if state == "Chinese changed" else (zh, en)
    message, fix = MESSAGES[state]
    return Problem(*marks[0][:3], "T41", message, fix.format(pair.key), marks=marks, key=pair.key)


def accepted(
    pairs: Iterable[Pair], before: Sequence[Unit], named: Sequence[str], status: Status | None
) -> tuple[list[Unit], list[Change], list[Change]]:
    """The new lock; what it newly accepts; and what it leaves because only one side changed and nobody named it.

    `named` are keys, units or beginnings of them, such as a file's path. `status` is for what is named, or for
    everything newly accepted; without it, a changed pair is `ok` and the others keep theirs.
    """
    units: list[Unit] = []
    taken: list[Change] = []
    left: list[Change] = []
    for change in changes(pairs, before):
        if change.pair is None:
            continue
        chosen = any(name in (change.pair.key, change.pair.unit) or _below(change.pair, name) for name in named)
        one_sided = change.state in ("English changed", "Chinese changed")
        if change.unit and change.state == "same":
            units.append(change.unit._replace(status=status) if status and chosen else change.unit)
        elif chosen or (not named and not one_sided):
            units.append(unit_of(change.pair, status or "ok"))
            taken.append(change)
        else:
            units += [change.unit] if change.unit else []
            left.append(change)
    return units, taken, left


def _below(pair: Pair, name: str) -> bool:
    """Whether `name` is the file of the pair, or a folder or unit that holds it."""
    return pair.unit.startswith((f"{name.rstrip('/#')}/", f"{name.rstrip('/#')}#"))


def in_order(pairs: Iterable[Pair], text: str) -> str:
    """The lock without what is gone, unreadable or double, sorted. It accepts nothing."""
    units = read(text).units
    gone = {change.unit for change in changes(pairs, units) if change.state == "gone"}
    return written(unit for unit in units if unit not in gone)


class Standing(NamedTuple):
    """How the pairs of one file stand to the lock."""

    path: str
    ok: int
    machine: int
    reviewed: int
    stale: int
    new: int

    @property
    def pairs(self) -> int:
        """All pairs of the file."""
        return self.ok + self.machine + self.reviewed + self.stale + self.new


def standings(changes: Iterable[Change]) -> list[Standing]:
    """The standing of each file, by its path; a hand-written page goes by its English file."""
    counts: defaultdict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(Standing._fields[1:], 0))
    for change in changes:
        if change.pair:
            counts[change.pair.en.path][_field(change)] += 1
    return [Standing(path, **counts[path]) for path in sorted(counts)]


def total(rows: Iterable[Standing]) -> Standing:
    """The sum of the rows."""
    sums = [sum(counts) for counts in zip(*(row[1:] for row in rows), strict=True)]
    return Standing("all", *sums) if sums else Standing("all", 0, 0, 0, 0, 0)


def _field(change: Change) -> str:
    if change.state == "same" and change.unit:
        return change.unit.status
    return "new" if change.state == "new" else "stale"
