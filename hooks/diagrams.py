"""Mermaid fences become figures, drawn at build time, in the language being built."""

import logging
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from study.diagrams.cache import Cache
from study.diagrams.draw import renderer
from study.diagrams.fence import Fence
from study.lookup import labels

log = logging.getLogger("mkdocs.hooks.diagrams")


def on_config(config: MkDocsConfig) -> None:
    """Runs once a language. A fence that cannot be drawn is a warning, which a strict build counts as a failure."""
    i18n: Any = config.plugins["i18n"]
    words = labels(config.extra["site"].guide, "zh" if i18n.current_language == "zh" else "en")
    cache = Cache(Path(config.config_file_path).parent / ".cache" / "diagrams")
    fence = Fence(words, cache, log.warning, tool=renderer(), browser="mermaid2" in config.plugins)
    config.mdx_configs["pymdownx.superfences"] = {"custom_fences": [fence.config()]}
