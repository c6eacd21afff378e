"""The Chinese font of the PDFs: from its package, else one that this machine has."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from importlib.util import find_spec

import typst

DISTRIBUTION, PACKAGE = "manimgx-fonts-cjk", "manimgx_fonts_cjk"
FAMILIES = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC")
"""The same design under three names; the package has the first."""


@dataclass(frozen=True)
class Font:
    """A family and where it comes from; `origin` changes when the font may have changed."""

    family: str
    origin: str
    path: str | None = None
    """The folder of its package; None for a font of the system."""

    def fonts(self) -> typst.Fonts:
        """What Typst may use: this font and no other, so that a sheet looks the same wherever it is made."""
        if self.path:
            return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[self.path])
        return typst.Fonts(include_system_fonts=True, include_embedded_fonts=False)


def find() -> Font | None:
    """The font to print with; None when there is none."""
    if find_spec(PACKAGE):
        return Font(FAMILIES[0], f"{DISTRIBUTION} {version(DISTRIBUTION)}", str(files(PACKAGE)))
    there = typst.Fonts(include_system_fonts=True, include_embedded_fonts=False).families()
    return next((Font(name, "system") for name in FAMILIES if name in there), None)
