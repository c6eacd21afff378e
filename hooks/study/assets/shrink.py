"""The folder of a built site → the same site with its scripts and styles joined, and without what no page asks for."""

from __future__ import annotations

import shutil
from pathlib import Path

from study.assets.modules import joined
from study.assets.styles import sheet, words

ENTRY = "site"
UNUSED = ("assets/stylesheets", "assets/javascripts")
"""The theme's files: its sheets stand in ours, its script is not loaded."""


def shrink(site: Path) -> None:
    """Replaces assets/js/ and assets/css/site.css, and removes the theme's files that they make needless."""
    files = sorted((site / "assets/js").glob("*.js"))
    scripts = {path.stem: path.read_text("utf-8") for path in files if "." not in path.stem}  # a library has a version
    for name, text in joined(scripts, ENTRY).items():
        (site / f"assets/js/{name}.js").write_text(text, "utf-8")
    used = words((path.read_text("utf-8") for path in site.rglob("*.html")), scripts.values())
    ours = site / "assets/css/site.css"
    theirs = [next((site / "assets/stylesheets").glob(f"{name}.*.min.css")) for name in ("main", "palette")]
    # The theme marks focus by a class that its script sets; browsers know it themselves.
    text = sheet(
        [path.read_text("utf-8").replace(".focus-visible", ":focus-visible") for path in (*theirs, ours)], used
    )
    shutil.rmtree(ours.parent)
    ours.parent.mkdir()
    ours.write_text(text, "utf-8")
    for folder in UNUSED:
        shutil.rmtree(site / folder, ignore_errors=True)
    for path in site.rglob("*.map"):
        path.unlink()
