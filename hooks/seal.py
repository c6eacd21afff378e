"""The built pages are sealed, both languages at once. `mkdocs serve` seals nothing: its own script reloads the page."""

from pathlib import Path
from typing import Any, Literal

from mkdocs import plugins
from mkdocs.config.defaults import MkDocsConfig

from study.seal.publish import seal_site

commands: list[str] = []


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Runs once a process, before there is a configuration to note the command in."""
    commands.append(command)


@plugins.event_priority(-200)  # after static-i18n, which builds the other language inside this event
def on_post_build(config: MkDocsConfig) -> None:
    """Runs once a language; the first language's comes last."""
    i18n: Any = config.plugins["i18n"]
    if "serve" not in commands and not i18n.building:
        seal_site(Path(config.site_dir), offline=config.extra["offline"])
