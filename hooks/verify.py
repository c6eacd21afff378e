"""The built site is read back, and any broken link stops the build."""

from pathlib import Path
from typing import Any

from mkdocs import plugins
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from study.built.trace import site_problems
from study.report import case, report


@plugins.event_priority(-200)  # after static-i18n, which builds the other language inside this event
def on_post_build(config: MkDocsConfig) -> None:
    """Runs once a language; the first language's comes last."""
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    root, guide = Path(config.config_file_path).parent, config.extra["site"].guide
    if problems := site_problems(root, guide, Path(config.site_dir), config.site_url or ""):
        raise PluginError(report(case(root, problems)))
