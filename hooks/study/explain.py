"""Turns pydantic's errors into problems a maintainer can act on: what, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from study.problem import Problem, nearest
from study.shape import keys, model_at
from study.source import Document, Loc


class _Said(NamedTuple):
    """A rule's name, its message, the fix, and whether the key rather than the value is at fault."""

    rule: str
    message: str
    help: str
    key: bool = False


PATTERNS: Mapping[str, tuple[str, str]] = {
    r"^[TL][0-9]{2}$": ("the number of a rule", "`T` or `L` and two digits, such as `T19`"),
    r"^([a-z0-9-]+(/[a-z0-9-]+)*)?(#[\w-]+)?$": (
        "an address in the guide",
        "the page and perhaps a heading, without language and slashes around it, such as `framework/data#ask`",
    ),
    r"^[a-z0-9]+(-[a-z0-9]+)*$": ("an id", "small letters, digits and single hyphens, such as `rag-pipeline`"),
    r"^[a-z][a-z0-9]*$": (
        "an id inside a board",
        "a small letter, then letters and digits, such as `cache2`; no `_` or `-`",
    ),
    r"^\d{1,2}-\d{1,2}$": ("a clock", "from minute to minute, such as `8-15`"),
    r"^\d-\d$": ("a pair of weeks", "first and last week, such as `3-4`"),
}
"""A regular expression of the models → what it stands for and how to write it."""


def explain(error: ValidationError, document: Document, model: type[BaseModel]) -> Iterator[Problem]:
    """One problem for each error of `error`, at its place in `document`."""
    for detail in error.errors(include_url=False):
        if detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]:
            continue  # pydantic counts only the valid items; the invalid ones have their own problems
        loc: Loc = tuple(detail["loc"])
        said = _say(detail, loc, model)
        at = detail.get("ctx", {}).get("at")
        yield document.problem((*loc, at) if at else loc, said.rule, said.message, said.help, key=said.key)


def _say(detail: ErrorDetails, loc: Loc, model: type[BaseModel]) -> _Said:
    name = _name(loc)
    if detail["input"] is None and detail["type"] != "missing":
        fix = (
            f"write its value after `{loc[-1]}:`, or delete the key if it is optional" if loc else "restore it from git"
        )
        return _Said(_empty_rule(loc), f"{name} is empty", fix)
    teller = TELLERS.get(detail["type"], _other)
    return teller(detail, loc, name, model)


def _name(loc: Loc) -> str:
    """The last key of `loc`, with its number when it is an item of a list."""
    if not loc:
        return "the file"
    if isinstance(loc[-1], int):
        return f"item {loc[-1] + 1} of {_name(loc[:-1])}"
    return f"`{loc[-1]}`"


def _missing(detail: ErrorDetails, loc: Loc, name: str, model: type[BaseModel]) -> _Said:
    key = str(loc[-1])
    if key in ("en", "zh") and _is_pair(model_at(model, loc[:-1])):
        other = "zh" if key == "en" else "en"
        language = "English" if key == "en" else "Chinese"
        return _Said(
            "T02",
            f"`{key}` is missing: {_name(loc[:-1])} has only `{other}`",
            f"add the {language} as `{key}:` beside `{other}:`",
            True,
        )
    return _Said("missing", f"{name} is missing in {_name(loc[:-1])}", f"add `{key}:`", True)


def _extra(detail: ErrorDetails, loc: Loc, name: str, model: type[BaseModel]) -> _Said:
    here = model_at(model, loc[:-1])
    return _Said("T03", f"{name} is not a key here", nearest(str(loc[-1]), keys(here) if here else ()), True)


def _mapping(detail: ErrorDetails, loc: Loc, name: str, model: type[BaseModel]) -> _Said:
    here = model_at(model, loc)
    if _is_pair(here):
        return _Said(
            "T02", f"{name} must say both languages", "write `en:` and `zh:` under it, each indented by two spaces"
        )
    fields = ", ".join(f"`{key}`" for key in keys(here)) if here else ""
    return _Said(
        "type", f"{name} must be a mapping, not {_kind(detail['input'])}", f"write its keys under it: {fields}"
    )


def _list(detail: ErrorDetails, loc: Loc, name: str, model: type[BaseModel]) -> _Said:
    return _Said(
        "type", f"{name} must be a list, not {_kind(detail['input'])}", "start each item on a line of its own with `- `"
    )


def _string(detail: ErrorDetails, loc: Loc, name: str, model: type[BaseModel]) -> _Said:
    return _Said(
        "type",
        f"{name} must be text, not {_kind(detail['input'])}",
        "write one line of text, or `>-` and indented lines",
    )


def _empty(detail: ErrorDetails, loc: Loc, name: str, model: type[BaseModel]) -> _Said:
    return _Said(_empty_rule(loc), f"{name} is empty", "write its text, or delete the key if it is optional")


def _empty_rule(loc: Loc) -> str:
    """An empty side of a pair is a missing translation."""
    return "T02" if loc and loc[-1] in ("en", "zh") else "empty"


def _number(detail: ErrorDetails, loc: Loc, name: str, model: type[BaseModel]) -> _Said:
    kind = "whole number" if detail["type"].startswith("int") else "number"
    return _Said(
        "type",
        f"{name} must be a {kind}, not {_quoted(detail['input'])}",
        "write digits only, without unit or separator",
    )


def _bool(detail: ErrorDetails, loc: Loc, name: str, model: type[BaseModel]) -> _Said:
    return _Said("type", f"{name} must be true or false, not {_quoted(detail['input'])}", "write `true` or `false`")


def _date(detail: ErrorDetails, loc: Loc, name: str, model: type[BaseModel]) -> _Said:
    return _Said(
        "type",
        f"{name} must be a date, not {_quoted(detail['input'])}",
        "write it as year-month-day, such as 2026-11-21",
    )


def _range(detail: ErrorDetails, loc: Loc, name: str, model: type[BaseModel]) -> _Said:
    context = detail.get("ctx", {})
    bound, word = (context["ge"], "at least") if "ge" in context else (context["le"], "at most")
    rule = "year" if loc and loc[-1] == "year" else "range"
    return _Said(
        rule,
        f"{name} must be {word} {bound}, not {detail['input']}",
        f"correct the {'year' if rule == 'year' else 'number'}",
    )


def _count(detail: ErrorDetails, loc: Loc, name: str, model: type[BaseModel]) -> _Said:
    context = detail.get("ctx", {})
    few = "min_length" in context
    bound, allowed, fix = (
        (context["min_length"], "at least {} are needed", "add")
        if few
        else (context["max_length"], "at most {} are allowed", "remove")
    )
    length = len(detail["input"])
    return _Said("count", f"{name} has {length} entries; {allowed.format(bound)}", f"{fix} {abs(bound - length)}")


def _literal(detail: ErrorDetails, loc: Loc, name: str, model: type[BaseModel]) -> _Said:
    names = [part.strip(" '") for part in detail["ctx"]["expected"].replace(" or ", ", ").split(",")]
    return _Said("choice", f"{name} cannot be {_quoted(detail['input'])}", nearest(str(detail["input"]), names))


def _pattern(detail: ErrorDetails, loc: Loc, name: str, model: type[BaseModel]) -> _Said:
    what, how = PATTERNS[detail["ctx"]["pattern"]]
    return _Said("form", f"{name} must be {what}, not {_quoted(detail['input'])}", how)


def _custom(detail: ErrorDetails, loc: Loc, name: str, model: type[BaseModel]) -> _Said:
    """A rule of the models themselves: its type is the rule, `fix` in its context the help."""
    if detail["type"] == "url":
        return _Said("url", f"{name} {_quoted(detail['input'])} {detail['msg']}", detail["ctx"]["fix"])
    return _Said(detail["type"], detail["msg"], detail["ctx"]["fix"])


def _other(detail: ErrorDetails, loc: Loc, name: str, model: type[BaseModel]) -> _Said:
    if "fix" in detail.get("ctx", {}):
        return _custom(detail, loc, name, model)
    return _Said("type", f"{name}: {detail['msg']}", "compare with a neighbouring entry")


def _is_pair(model: type[BaseModel] | None) -> bool:
    if model is None:
        return False
    return {name for name, field in model.model_fields.items() if field.is_required()} == {"en", "zh"}


def _kind(value: Any) -> str:
    names: Mapping[type, str] = {dict: "a mapping", list: "a list", str: "plain text"}
    return names.get(type(value), "nothing")


def _quoted(value: Any) -> str:
    text = " ".join(str(value).split())
    return f"`{text[:40]}…`" if len(text) > 40 else f"`{text}`"


TELLERS: Mapping[str, Callable[[ErrorDetails, Loc, str, type[BaseModel]], _Said]] = {
    "missing": _missing,
    "extra_forbidden": _extra,
    "model_type": _mapping,
    "model_attributes_type": _mapping,
    "dict_type": _mapping,
    "tuple_type": _list,
    "list_type": _list,
    "string_type": _string,
    "string_too_short": _empty,
    "int_parsing": _number,
    "int_type": _number,
    "float_parsing": _number,
    "float_type": _number,
    "bool_parsing": _bool,
    "date_from_datetime_parsing": _date,
    "date_parsing": _date,
    "date_type": _date,
    "greater_than_equal": _range,
    "less_than_equal": _range,
    "too_short": _count,
    "too_long": _count,
    "literal_error": _literal,
    "string_pattern_mismatch": _pattern,
}
