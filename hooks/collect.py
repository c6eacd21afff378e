"""Writes the files that were made aside, while pages were: search and books of both languages."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority


@event_priority(-200)  # after static-i18n, which builds the other language inside this event
def on_post_build(config: MkDocsConfig) -> None:
    """Runs once a language; the first language's comes last."""
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    for made in config.extra.pop("aside", []):
        for name, content in made().items():
            path = Path(config.site_dir, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
