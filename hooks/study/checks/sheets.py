"""Cheat sheets: each is listed, and the rows of a round spend its minutes."""

from __future__ import annotations

from collections.abc import Iterator

from study.load import Files
from study.models.framework import Formats
from study.models.sheets import Sheet, Sheets
from study.problem import Problem, nearest


def listed(files: Files) -> Iterator[Problem]:
    """data/sheets.yml lists every sheet, each once; names that it only invents are unknown ids."""
    index = files.get("sheets")
    if not index or not isinstance(index.model, Sheets):
        return
    names = index.model.sheets
    for name, parsed in files.items():
        if isinstance(parsed.model, Sheet) and parsed.model.id not in names:
            yield parsed.document.problem(
                ("id",), "unlisted", f"no page leads to data/{name}.yml", "add its id to `sheets` in data/sheets.yml"
            )
    for position, id in enumerate(names):
        if id in names[:position]:
            loc = ("sheets", position)
            yield index.document.problem(loc, "duplicate-id", f"`{id}` is listed twice", "delete one of the two")


def round_minutes(files: Files) -> Iterator[Problem]:
    """The rows of a section that names a round have minutes, which sum to that round."""
    parsed = files.get("framework/formats")
    if not parsed or not isinstance(parsed.model, Formats):
        return
    totals = {each.id: each.total for each in parsed.model.formats}
    for each in files.values():
        for position, section in enumerate(each.model.sections if isinstance(each.model, Sheet) else ()):
            if section.round is None:
                continue
            spent = sum(row.minutes or 0 for row in section.rows)
            total = totals.get(section.round)
            if total is None:
                message = f"`{section.round}` is no interview format"
                yield each.document.problem(
                    ("sections", position, "round"), "unknown-id", message, nearest(section.round, totals)
                )
            elif spent != total:
                message = f"the rows spend {spent} minutes, the round has {total}"
                fix = f"take {spent - total} away" if spent > total else f"add {total - spent}"
                yield each.document.problem(("sections", position, "rows"), "minutes", message, fix)
