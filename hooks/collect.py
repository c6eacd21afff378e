"""Has search and books made aside, while pages are, and writes their files."""

from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from study.aside import aside


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Once a language; one copy of the process does the language's work, so that seldom more than two are busy."""
    work = config.extra.pop("work")
    made = aside(lambda: {name: content for each in work for name, content in each().items()})
    config.extra.setdefault("made", []).append(made)


@event_priority(-200)  # after static-i18n, which builds the other language inside this event
def on_post_build(config: MkDocsConfig) -> None:
    """Runs once a language; the first language's comes last."""
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    for made in config.extra.pop("made"):
        for name, content in made().items():
            path = Path(config.site_dir, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
