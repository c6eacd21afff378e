"""Third: both languages have the same pages, with the same headings by id."""

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from study.build import twin_problems

log = logging.getLogger("mkdocs.hooks.headings")


def on_files(files: Files, config: MkDocsConfig) -> None:
    """A difference is a warning, which a strict build counts as a failure."""
    if not config.plugins["i18n"].building:
        for problem in twin_problems(Path(config.config_file_path).parent, config.extra["guide"]):
            log.warning("%s", problem)
