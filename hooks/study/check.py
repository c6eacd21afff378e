"""All checks of the data but those of the translations, in one run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from study.checks import boards, figures, inside, links, minutes, references, sheets
from study.figures.evaluate import Fault, Results
from study.labels import needed
from study.load import Files
from study.problem import Problem


def check(files: Files, computed: tuple[Results, Sequence[Fault]]) -> Iterator[Problem]:
    """What is wrong between the data files, beyond what `load` found in each and the translations; `computed` is theirs."""
    known = references.known_ids(files)
    return chain(
        references.duplicate_ids(files),
        references.unknown_references(files, known),
        references.misnamed_files(files),
        minutes.stage_minutes(files),
        minutes.stage_clocks(files),
        minutes.whiteboard_slots(files),
        minutes.phase_minutes(files),
        minutes.format_minutes(files),
        inside.sections_named(files),
        inside.phases_mapped(files),
        inside.stages_in_order(files),
        inside.boards_of_stages(files),
        inside.picks(files),
        inside.rubric_signals(files),
        inside.labels_known(files, needed()),
        sheets.listed(files),
        sheets.round_minutes(files),
        boards.boards(files),
        links.link_targets(files, known["page"]),
        figures.computed(files, *computed),
        figures.unknown_mentions(files, known["figure"]),
    )
