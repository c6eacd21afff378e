"""Joins scripts and styles when both languages are built."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from study.assets.shrink import shrink


@event_priority(-150)
def on_post_build(config: MkDocsConfig) -> None:
    """After static-i18n (-100), which builds the second language in this event."""
    i18n: Any = config.plugins["i18n"]
    if not i18n.building:
        shrink(Path(config.site_dir))
