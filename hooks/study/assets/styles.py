"""One style sheet for the site: the theme's and ours, without the rules that no page can use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import tinycss2
from rcssmin import cssmin

NESTED = frozenset(["media", "supports", "layer", "container"])
"""At-rules that hold rules."""
_NOT = re.compile(r":(?:not|is|where|has)\(")
_CLASS = re.compile(r"\.((?:[\w-]|\\.)+)")
_OTHERS = re.compile(r"\[dir=\"?rtl\"?\]|\[data-md-color-(?:primary|accent)=")
"""Directions and colours that the site does not offer."""
_TOKEN = re.compile(r"[\w-]+")
_ATTRIBUTE = re.compile(r'class="([^"]*)"')
_VARIABLE = re.compile(r"(--[\w-]+)\s*:")


def words(pages: Iterable[str], scripts: Iterable[str]) -> set[str]:
    """Every class that a page has, and every word of a script, which may set it as a class."""
    values = {value for page in pages for value in _ATTRIBUTE.findall(page)}
    return {name for value in values for name in value.split()}.union(*(_TOKEN.findall(script) for script in scripts))


def sheet(parts: Iterable[str], used: set[str]) -> str:
    """`parts` in their order as one small sheet: rules whose classes are all in `used`, variables that a rule reads."""
    kept = "".join(_rules(tinycss2.parse_stylesheet("\n".join(parts), skip_comments=True, skip_whitespace=True), used))
    return str(cssmin(_without_idle(kept)))


def _rules(rules: Iterable[Any], used: set[str]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [text for text in _selectors(rule.prelude) if _usable(text, used)]
            if selectors:
                yield f"{','.join(selectors)}{{{tinycss2.serialize(rule.content)}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in NESTED and rule.content is not None:
            inner = "".join(
                _rules(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True), used)
            )
            if inner:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword != "charset":
            yield rule.serialize()


def _selectors(prelude: Iterable[Any]) -> Iterator[str]:
    """The selectors of a rule; a comma inside parentheses is part of one."""
    part: list[Any] = []
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            yield tinycss2.serialize(part).strip()
            part = []
        else:
            part.append(token)
    yield tinycss2.serialize(part).strip()


def _usable(selector: str, used: set[str]) -> bool:
    """Whether a page may match: what stands in `:is(…)` and the like is not judged."""
    plain = _NOT.split(selector)
    outside = plain[0] + "".join(part.partition(")")[2] for part in plain[1:])
    if _OTHERS.search(outside):
        return False
    return all(name.replace("\\", "") in used for name in _CLASS.findall(outside))


def _without_idle(css: str) -> str:
    """Without declarations of variables that nothing reads; what only they read goes too."""
    while True:
        read = set(re.findall(r"var\(\s*(--[\w-]+)", css))
        idle = {name for name in _VARIABLE.findall(css) if name.startswith("--md-") and name not in read}
        if not idle:
            return css
        names = "|".join(sorted(map(re.escape, idle), key=len, reverse=True))
        css = re.sub(
            rf"(?<![\w-])(?:{names})\s*:(?:url\((?:\"[^\"]*\"|'[^']*'|[^)]*)\)|\"[^\"]*\"|[^;{{}}])*(?:;|(?=\}}))",
            "",
            css,
        )
