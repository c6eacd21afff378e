"""Units of measurement in both languages, each with one name."""

from __future__ import annotations

import re
from collections.abc import Mapping

SECONDS: Mapping[str, float] = {
    "ns": 1e-9,
    "µs": 1e-6,
    "ms": 1e-3,
    "s": 1,
    "min": 60,
    "h": 3600,
    "day": 86400,
    "week": 604800,
    "month": 2592000,
    "year": 31536000,
}
"""Units of time, folded so that 24 hours = 1 天."""
FRACTIONS: Mapping[str, float] = {"%": 1e-2, "‰": 1e-3}
"""Units of a share, folded so that 0.1% = 1‰."""
_FORMS: Mapping[str, str] = {
    "ns": r"ns|nanoseconds?|纳秒",
    "µs": r"[uµμ]s|microseconds?|微秒",
    "ms": r"ms|msec|milliseconds?|毫秒",
    "s": r"s|secs?|seconds?|秒(?!杀)",
    "min": r"mins?|minutes?|分钟",
    "h": r"h|hrs?|hours?|个?小时|个?钟头",
    "day": r"d|days?|天",
    "week": r"weeks?|周|个?星期",
    "month": r"months?|个月",
    "year": r"years?|yrs?|年(?![代级])",
    "%": r"%|％|percent(?!ile)",
    "‰": r"‰|千分点",
    "pp": r"pp|(?:percentage )?points?|个?百分点",
    "$": r"dollars?|USD|美元|美金",
    "¢": r"cents?|美分",
    "CNY": r"yuan|CNY|RMB|元|人民币",
    "€": r"euros?|EUR|欧元",
    "bit": r"bits?|比特|位(?=量化|整数|浮点|精度)",
    **{f"{letter}iB": f"{letter}iB" for letter in "KMGTP"},
    "KB": r"[kK]B|kilobytes?",
    "MB": r"MB|megabytes?|兆字节",
    "GB": r"GB|gigabytes?",
    "TB": r"TB|terabytes?",
    "PB": r"PB|petabytes?",
    "FLOP": r"FLOPs?|次浮点运算",
    **{f"{unit}/s": f"{unit}(?:/s|ps)" for unit in ("KB", "MB", "GB", "TB", "Gbit", "Mbit")},
    **{unit: unit for unit in ("Hz", "kHz", "MHz", "GHz", "kWh", "kW", "MW", "px", "rpm", "dB")},
    "km/h": r"km/h|公里每小时|公里/小时",
    "km": r"km|kilomet(?:er|re)s?|公里|千米",
    "cm": r"cm|centimet(?:er|re)s?|厘米",
    "mm": r"mm|millimet(?:er|re)s?|毫米",
    "m": r"m|met(?:er|re)s?|米",
    "W": r"W|watts?|瓦",
}
_KINDS = (
    frozenset(SECONDS),
    frozenset([*FRACTIONS, "pp"]),
    frozenset(["$", "¢", "CNY", "€"]),
    frozenset([f"{letter}{b}" for letter in "KMGTP" for b in ("B", "iB")]),
)
"""Units that measure the same; a number may have one or another."""
_ORDER = sorted(_FORMS, key=lambda unit: -len(unit))
_AFTER = re.compile(
    r"\+?[ -]?(?:" + "|".join(f"(?P<u{n}>{_FORMS[unit]})" for n, unit in enumerate(_ORDER)) + r")(?![A-Za-z/])"
)
_WHOLE = re.compile("|".join(_FORMS.values()))
_BEFORE: Mapping[str, str] = {"$": "$", "€": "€", "¥": "CNY", "￥": "CNY"}
_PERIODS = {"minute": "min", "hour": "h", "day": "day", "week": "week", "month": "month", "year": "year"}
_NAMED = re.compile(r"\b(minute|hour|day|week|month|year)s?[ -]$", re.IGNORECASE)
_RANGE = re.compile(r"\s?(?:[-–—~～至到]|to)\s?[$€¥]?[0-9][0-9,.]*\s?[十百千万亿KMBT]*(?![0-9])")


def rivals(unit: str) -> frozenset[str]:
    """The other units that measure what `unit` measures."""
    return frozenset().union(*(kind for kind in _KINDS if unit in kind)) - {unit}


def is_unit(word: str) -> bool:
    """Whether a word is a unit by itself."""
    return bool(_WHOLE.fullmatch(word))


def unit_before(before: str) -> str:
    """The unit that ends `before`, the text in front of a number: `$5`, `minute 20`."""
    if before[-1:] in _BEFORE:
        return _BEFORE[before[-1]]
    named = _NAMED.search(before) if before[-1:] in (" ", "-") else None
    return _PERIODS[named[1].lower()] if named else ""


def unit_after(after: str) -> str:
    """The unit that starts `after`, the text behind a number; of a range, the unit of its end."""
    if joined := _RANGE.match(after):
        after = after[joined.end() :]
    found = _AFTER.match(after)
    return _ORDER[int(found.lastgroup[1:])] if found and found.lastgroup else ""
