"""Which files are printed, and what stands on each."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from study.guide import Guide
from study.models.base import Lang
from study.models.sheets import Sheet
from study.output import Output
from study.sheets.content import content
from study.sheets.qr import qr

Variant = Literal["en", "zh", "both"]
VARIANTS: Mapping[Variant, tuple[Lang, ...]] = {"en": ("en",), "zh": ("zh",), "both": ("en", "zh")}
PAPERS: Mapping[str, str] = {"a4": "a4", "letter": "us-letter"}
"""Name of a paper in file names → in Typst."""
LABELS = ("sheet_contents", "sheet_edition", "sheet_license", "sheet_qr")
"""The labels of data/ui.yml that paper bears."""
FOLDER = "cheatsheets/files"
"""Where the printed files stand in the site."""


@dataclass(frozen=True)
class Job:
    """One file to print."""

    name: str
    sheet: str | None
    """The sheet's id; None for a booklet of all."""
    variant: Variant
    paper: str
    data: str
    """JSON for the template, in which equal content is equal text."""

    @property
    def picture(self) -> bool:
        """True for a thumbnail."""
        return self.name.endswith(".png")


def sheet_name(id: str, variant: str, paper: str) -> str:
    """The file of one sheet."""
    return f"{id}-{variant}-{paper}.pdf"


def jobs(guide: Guide, output: Output) -> Iterator[Job]:
    """Every sheet and the booklet in each variant on each paper, and a picture of each sheet in each language."""
    for variant in VARIANTS:
        for paper in PAPERS:
            for id in guide.sheets.sheets:
                data = _data(guide, output, variant, paper, (id,))
                yield Job(sheet_name(id, variant, paper), id, variant, paper, data)
                if variant != "both" and paper == "a4":
                    yield Job(f"{id}-{variant}.png", id, variant, paper, data)
            data = _data(guide, output, variant, paper, guide.sheets.sheets)
            yield Job(sheet_name("booklet", variant, paper), None, variant, paper, data)


def _data(guide: Guide, output: Output, variant: Variant, paper: str, ids: tuple[str, ...]) -> str:
    langs, booklet = VARIANTS[variant], len(ids) > 1
    head = guide.sheets.page if booklet else guide.cheats[ids[0]]
    line = guide.sheets.page.description if booklet else guide.cheats[ids[0]].line
    say = guide.ui.labels
    edition = guide.sheets.edition
    return json.dumps(
        {
            "langs": langs,
            "paper": PAPERS[paper],
            "booklet": booklet,
            "title": " · ".join(head.title.say(lang) for lang in langs),
            "author": guide.site.page.title.say(langs[0]),
            "description": line.say(langs[0]),
            "date": {"year": edition.year, "month": edition.month, "day": edition.day},
            "edition": f"{say['sheet_edition'].say(langs[0])} {edition.isoformat()}",
            "contents": " · ".join(say["sheet_contents"].say(lang) for lang in langs),
            "license": say["sheet_license"].say(langs[0]),
            "sheets": [_sheet(guide.cheats[id], guide, output, langs) for id in ids],
        },
        ensure_ascii=False,
        sort_keys=True,
    )


def _sheet(sheet: Sheet, guide: Guide, output: Output, langs: tuple[Lang, ...]) -> dict[str, Any]:
    path = sheet.page if langs[0] == "en" else f"zh/{sheet.page}"
    return {
        "parts": [content(sheet, guide, lang) for lang in langs],
        "qr": qr(output.url(path)),
        "qr_alt": f"{guide.ui.labels['sheet_qr'].say(langs[0])} {output.url(path)}",
        "short": output.short(path),
        "url": output.url(path),
    }
