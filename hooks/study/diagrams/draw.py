"""Mermaid text → SVG by merman: no Node, no browser."""

from __future__ import annotations

import json
from importlib.metadata import version
from typing import Any

try:
    import merman
except ImportError:  # no wheel for this platform: pages carry the source, see mkdocs.fallback.yml
    merman = None

PREFIX = "FIGID"
"""What every id of a drawn SVG starts with; a figure puts its own id there."""

OPTIONS: dict[str, Any] = {
    "svg": {"diagram_id": PREFIX},
    "site_config": {
        "look": "classic",  # Mermaid's newer default draws shadows and thick lines
        "theme": "base",
        "layout": "dagre",
        "htmlLabels": False,  # labels as SVG text: HTML ones are clipped where the reader's font is wider
        "flowchart": {
            "htmlLabels": False,
            "wrappingWidth": 300,
            "padding": 12,
            "minNodeWidth": 76,
            "nodeSpacing": 32,
            "rankSpacing": 36,
            "subGraphTitleMargin": {"top": 4, "bottom": 14},
        },
        "sequence": {
            "mirrorActors": False,
            "width": 110,
            "wrapPadding": 18,  # beside an actor's name, which merman measures at 16 px
            "height": 44,
            "actorMargin": 12,
            "messageMargin": 34,
            "diagramMarginX": 12,
            "diagramMarginY": 8,
            "bottomMarginAdj": 4,
        },
        "themeVariables": {"fontSize": "20px"},  # board.css writes 15 px: room for fonts wider than the measured one
    },
}


class NoRendererError(Exception):
    """This platform has no merman."""


class UndrawableError(Exception):
    """Mermaid text that merman does not accept."""


def renderer() -> str | None:
    """Name and version of what draws here; None where nothing can."""
    return f"merman {version('merman')}" if merman else None


def draw(source: str) -> str:
    """The SVG of `source`, as merman makes it."""
    if merman is None:
        raise NoRendererError("merman has no wheel for this platform")
    try:
        svg: str = merman.Merman().render_svg(source, json.dumps(OPTIONS))
    except merman.MermanError as error:
        raise UndrawableError(_said(str(error))) from error
    return svg


def _said(error: str) -> str:
    """merman's own sentence out of its error's dump of fields."""
    return error.rpartition("message=")[2].strip("'\" ") or error
