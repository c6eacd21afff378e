"""Makes the guide and its pages from data/, or stops the build with every problem at once."""

import logging
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from study.build import make
from study.output import Output
from study.report import case, report

log = logging.getLogger("mkdocs.hooks.load")


def on_config(config: MkDocsConfig) -> None:
    """Runs once a language; the second run finds the site in place. A draft may hold what nobody accepted."""
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    root = Path(config.config_file_path).parent
    config.extra["output"] = Output(config.site_url or Output.address, config.extra["pdf"])
    site, problems = make(root, config.extra["output"], draft=config.extra["draft"])
    if site is None:
        raise PluginError(report(case(root, problems)))
    if problems:
        log.info(report(case(root, problems)))
    config.extra["site"] = site
