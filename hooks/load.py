"""First: makes the guide and its pages from data/, or stops the build with every problem at once."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from study.build import make
from study.output import Output
from study.problem import report


def on_config(config: MkDocsConfig) -> None:
    """Runs once a language; the second run finds the site in place."""
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    config.extra["output"] = Output(config.site_url or Output.address, config.extra["pdf"])
    site, problems = make(Path(config.config_file_path).parent, config.extra["output"])
    if site is None:
        raise PluginError(report(problems))
    config.extra["site"] = site
