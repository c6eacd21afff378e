"""Minutes: every clock of the framework adds up."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise

from study.load import Files
from study.models.framework import Buffer, Format, Formats, Framework, Phases, Stage, Whiteboard
from study.problem import Problem
from study.source import Document, Loc


def _clocks(minutes: list[int]) -> list[str]:
    """The clocks of parts that follow each other: [5, 3] → ["0-5", "5-8"]."""
    ends = list(accumulate(minutes, initial=0))
    return [f"{start}-{end}" for start, end in pairwise(ends)]


def stage_minutes(files: Files) -> Iterator[Problem]:
    """The minutes of the stages and the buffer sum to the round."""
    if (parsed := files.get("framework/stages")) and isinstance(framework := parsed.model, Framework):
        total = sum(stage.minutes for stage in framework.stages) + framework.buffer.minutes
        if total != framework.round:
            message = f"stages and buffer take {total} minutes, the round has {framework.round}"
            yield parsed.document.problem(("round",), "minutes", message, _by(total - framework.round))


def stage_clocks(files: Files) -> Iterator[Problem]:
    """Each stage's clock starts where the one before it ends and is as long as its minutes."""
    if (parsed := files.get("framework/stages")) and isinstance(framework := parsed.model, Framework):
        parts: list[Stage | Buffer] = [*framework.stages, framework.buffer]
        locs: list[Loc] = [*(("stages", n, "clock") for n in range(len(framework.stages))), ("buffer", "clock")]
        for part, loc, clock in zip(parts, locs, _clocks([p.minutes for p in parts]), strict=True):
            yield from _clock(parsed.document, loc, part.clock, clock, "by the minutes")


def whiteboard_slots(files: Files) -> Iterator[Problem]:
    """The whiteboard has one slot for each stage and the buffer, at the same clock."""
    stages, board = files.get("framework/stages"), files.get("framework/whiteboard")
    if not (stages and board and isinstance(stages.model, Framework) and isinstance(board.model, Whiteboard)):
        return
    expected = [(s.id, s.clock) for s in stages.model.stages] + [(None, stages.model.buffer.clock)]
    slots = board.model.slots
    if len(slots) != len(expected):
        message = f"{len(slots)} slots for {len(expected)} parts of the round"
        yield board.document.problem(
            ("slots",), "slots", message, "write one slot for each stage and one for the buffer"
        )
    for position, (slot, (stage, clock)) in enumerate(zip(slots, expected, strict=False)):
        if slot.stage != stage:
            message = f"slot {position + 1} is for `{slot.stage or 'the buffer'}`, the round has `{stage or 'the buffer'}` there"
            yield board.document.problem(
                ("slots", position), "slots", message, "put the slots in the order of the stages"
            )
        else:
            yield from _clock(
                board.document, ("slots", position, "clock"), slot.clock, clock, "in data/framework/stages.yml"
            )


def phase_minutes(files: Files) -> Iterator[Problem]:
    """The four phases fit: at their least they take no more than the round, and each allocation spends it all."""
    parsed, stages = files.get("framework/phases"), files.get("framework/stages")
    if not (parsed and stages and isinstance(parsed.model, Phases) and isinstance(stages.model, Framework)):
        return
    round_minutes, ranges = stages.model.round, [phase.minutes for phase in parsed.model.phases]
    for position, each in enumerate(ranges):
        if each.least > each.most:
            message = f"`least` ({each.least}) is more than `most` ({each.most})"
            yield parsed.document.problem(("phases", position, "minutes"), "minutes", message, "swap them")
    if (least := sum(each.least for each in ranges)) > round_minutes:
        message = f"the phases take at least {least} minutes, the round has {round_minutes}"
        yield parsed.document.problem(("phases",), "minutes", message, _by(least - round_minutes))
    for position, allocation in enumerate(parsed.model.allocations):
        loc: Loc = ("allocations", position, "minutes")
        yield from _total(parsed.document, loc, list(allocation.minutes), round_minutes)
        fits = len(allocation.minutes) == len(ranges) and all(
            each.least <= minutes <= each.most for minutes, each in zip(allocation.minutes, ranges, strict=True)
        )
        if not fits:
            shown = ", ".join(f"{each.least}-{each.most}" for each in ranges)
            yield parsed.document.problem(
                loc, "minutes", "an allocation leaves its phases' ranges", f"one number a phase, within {shown}"
            )


def format_minutes(files: Files) -> Iterator[Problem]:
    """The parts of an interview format sum to its total, and an inner split to its part."""
    if (parsed := files.get("framework/formats")) and isinstance(formats := parsed.model, Formats):
        for position, form in enumerate(formats.formats):
            yield from _format(parsed.document, ("formats", position), form)


def _format(document: Document, loc: Loc, form: Format) -> Iterator[Problem]:
    yield from _total(document, (*loc, "parts"), [part.minutes for part in form.parts], form.total)
    if form.inner:
        if form.inner_of is None or form.inner_of >= len(form.parts):
            yield document.problem(
                (*loc, "inner"), "minutes", "`inner` splits no part", "name the part's position, from 0, in `inner_of`"
            )
        else:
            part = form.parts[form.inner_of]
            yield from _total(document, (*loc, "inner"), [inner.minutes for inner in form.inner], part.minutes)


def _total(document: Document, loc: Loc, minutes: list[int], total: int) -> Iterator[Problem]:
    if sum(minutes) != total:
        sums = " + ".join(map(str, minutes))
        yield document.problem(
            loc, "minutes", f"{sums} = {sum(minutes)} minutes, not {total}", _by(sum(minutes) - total)
        )


def _clock(document: Document, loc: Loc, found: str, expected: str, why: str) -> Iterator[Problem]:
    if found != expected:
        yield document.problem(
            loc, "clock", f"clock is {found}; it is {expected} {why}", f"write {expected}, or correct the minutes"
        )


def _by(excess: int) -> str:
    return f"take {excess} away" if excess > 0 else f"add {-excess}"
