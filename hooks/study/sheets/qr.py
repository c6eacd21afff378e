"""QR codes as SVG."""

from __future__ import annotations

import io
from functools import cache

import segno


@cache  # page, two sizes of paper and three variants show the same code
def qr(address: str) -> str:
    """The code of `address`, black on nothing, one unit a module, with the quiet zone that scanners need.

    Every mask can be read; trying which of the eight looks calmest takes most of the time.
    """
    out = io.BytesIO()
    segno.make(address, error="m", micro=False, mask=2).save(
        out, kind="svg", border=2, xmldecl=False, omitsize=True, nl=False
    )
    return out.getvalue().decode()
