"""Makes what search reads, when every page of the language being built has its content."""

from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from study.models.base import Lang
from study.search.build import search_files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """A language at a time, each in files of its own; `collect.py` has them made and writes them."""
    i18n: Any = config.plugins["i18n"]
    lang: Lang = "zh" if i18n.current_language == "zh" else "en"
    pages = [file.page for file in files.documentation_pages() if file.page]
    given = [(_address(page.url), str(page.title), page.content or "") for page in pages]
    guide = config.extra["site"].guide
    config.extra.setdefault("work", []).append(
        lambda: {path: text.encode() for path, text in search_files(guide, lang, given).items()}
    )


def _address(url: str) -> str:
    return "" if url in (".", "./") else url
