"""Prints the cheat sheets before anything else is built, so that one too long is said at once."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from study.report import case, report
from study.sheets.jobs import FOLDER, jobs
from study.sheets.press import press
from study.store import Store


def on_pre_build(config: MkDocsConfig) -> None:
    """Once for both languages; what has not changed comes out of the cache."""
    i18n: Any = config.plugins["i18n"]
    if i18n.building or not config.extra["pdf"]:
        return
    root = Path(config.config_file_path).parent
    store = Store(root / ".cache" / "sheets")
    printed = press(root, jobs(config.extra["site"].guide, config.extra["output"]), store)
    if printed.problems:
        raise PluginError(report(case(root, printed.problems)))
    store.keep(printed.kept)
    config.extra["printed"] = printed.files


def on_post_build(config: MkDocsConfig) -> None:
    """The files go beside the English pages; both languages link to them. Once, like the printing."""
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    folder = Path(config.site_dir, FOLDER)
    for name, content in config.extra.get("printed", {}).items():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
