"""First: reads data/, stops the build with every problem at once, keeps the guide for the hooks after it."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from study.build import load_guide


def on_config(config: MkDocsConfig) -> None:
    """Runs once a language; the second run finds the guide in place."""
    if getattr(config.plugins["i18n"], "building", False):
        return
    guide, report = load_guide(Path(config.config_file_path).parent)
    if guide is None:
        raise PluginError(report)
    config.extra["guide"] = guide
