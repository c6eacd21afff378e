"""Looks at a PDF as a reader would: is all of it on the page, large enough, and really drawn?"""

from __future__ import annotations

import io
import logging
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pdfplumber
import pypdf

logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of each Type 3 font, which have no box by nature

SIZES = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}
"""Width and height in points."""
SMALLEST = 7.5
"""Points; what is smaller cannot be read at arm's length."""
EDGE = 14
"""Points (5 mm) at each edge that printers leave white."""


RADICALS = str.maketrans(
    "⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳", "母民西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟"
)
"""Radicals that look like whole characters and are none to NFKC."""


@dataclass(frozen=True)
class Looked:
    """A page's words and what is wrong with it."""

    text: str
    """All text, as `squeezed` leaves it."""
    faults: tuple[str, ...]
    largest: float = 0
    """Points of the largest type: a browser that shrinks a page to make it fit makes this smaller as well."""


def look(pdf: bytes, paper: str) -> Looked:
    """One sheet of `paper`."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    if len(reader.pages) != 1:
        return Looked("", (f"{len(reader.pages)} pages",))
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        page = opened.pages[0]
        chars = [char for char in page.chars if not char["text"].isspace()]
        size = (page.width, page.height)
    found = [*_size(size, paper), *_chars(chars, size), *not_embedded(reader)]
    largest = max(char["size"] for char in chars)
    return Looked(squeezed("".join(char["text"] for char in chars)), tuple(sorted(set(found))), largest)


def _size(size: tuple[float, float], paper: str) -> Iterator[str]:
    if any(abs(is_ - should) > 1 for is_, should in zip(size, SIZES[paper], strict=True)):
        yield f"the page is {size[0]:.0f} × {size[1]:.0f} points, not {paper}"


def _chars(chars: list[dict[str, Any]], size: tuple[float, float]) -> Iterator[str]:
    width, height = size
    for char in chars:
        if char["x0"] < EDGE or char["x1"] > width - EDGE or char["top"] < EDGE or char["bottom"] > height - EDGE:
            yield f"`{char['text']}` stands at the edge ({char['x1']:.0f}, {char['bottom']:.0f})"
        if char["size"] < SMALLEST - 0.01:
            yield f"`{char['text']}` is {char['size']:.2f} points small"
        if char["text"] in ("\ufffd", "\0") or char["text"].startswith("(cid:"):
            yield "a glyph without a character"


def not_embedded(reader: pypdf.PdfReader) -> Iterator[str]:
    """Fonts that the PDF names and does not bring."""
    for page in reader.pages:
        resources: Any = page["/Resources"]
        for font in resources.get("/Font", {}).values():
            inner = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
            descriptor = inner.get("/FontDescriptor")
            embedded = inner.get("/Subtype") == "/Type3" or (
                descriptor and any(f"/FontFile{n}" in descriptor for n in ("", "2", "3"))
            )
            if not embedded:
                yield f"font {font.get('/BaseFont')} is not embedded"


def squeezed(text: str) -> str:
    """`text` without spaces and ligatures, as `Looked.text` has it: Chromium writes 白 as the radical that looks alike."""
    return "".join(unicodedata.normalize("NFKC", text).translate(RADICALS).split())


def off_the_page(pdf: bytes) -> Iterator[str]:
    """Glyphs that reach over the edge of any page."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        for number, page in enumerate(opened.pages, 1):
            for char in page.chars:
                if not char["text"].isspace() and not (char["x0"] >= 0 and char["x1"] <= page.width + 0.5):
                    yield f"page {number}: `{char['text']}` at {char['x1']:.0f}"


def dark(pdf: bytes) -> Iterator[str]:
    """Pages that are not mostly white."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        for number, page in enumerate(opened.pages, 1):
            shades = page.to_image(resolution=20).original.convert("L").histogram()
            if sum(shades[250:]) < sum(shades) / 2:
                yield f"page {number}"
