"""What the pages of cheat sheets print: codes, addresses, clocks and links to the printed files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from study.epub import book
from study.models.base import Lang
from study.models.sheets import CheatRow
from study.output import Output
from study.sheets.content import clocks
from study.sheets.jobs import FOLDER
from study.sheets.qr import qr


def functions(lang: Lang, output: Output) -> dict[str, Callable[..., Any]]:
    """The functions by the name that templates use; paths are without language."""
    prefix = "" if lang == "en" else "zh/"

    def below(page: str, path: str) -> str:
        """A file that both languages share, relative to a page."""
        return "../" * (page.count("/") + 1 + (lang != "en")) + path

    def row_clocks(rows: Sequence[CheatRow]) -> list[str]:
        return clocks([row.minutes or 0 for row in rows])

    return {
        "qr": lambda path: qr(output.url(prefix + path)),
        "short": lambda path: output.short(prefix + path),
        "file": lambda page, name: below(page, f"{FOLDER}/{name}"),
        "book": lambda page, code: below(page, f"{book.FOLDER}/{book.name(code)}"),
        "clocks": row_clocks,
    }
