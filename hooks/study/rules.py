"""The rules about translation and links: id, severity, and whether `study fix` can mend what breaks one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from study.problem import Severity

_IDS = [*(f"T{n:02}" for n in range(1, 46)), *(f"L{n:02}" for n in range(1, 7))]
_WARNINGS = frozenset(["T15", "T22", "T24", "T25", "T26", "T27", "T28", "T31", "T34", "T35", "T37", "T38", "L06"])
_FIXABLE = frozenset(["T29", "T30", "T31", "T33"])


@dataclass(frozen=True)
class Rule:
    """A rule of the reference at /quality/rules/; what it says stands in data/rules.yml."""

    id: str
    severity: Severity
    fixable: bool = False


RULES: Mapping[str, Rule] = {id: Rule(id, "warning" if id in _WARNINGS else "error", id in _FIXABLE) for id in _IDS}
"""Id → rule, in the order of the reference."""
