"""Fifth: writes what search reads, when every page of the language being built has its content."""

from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from study.search.build import search_files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """A language at a time, each in files of its own."""
    i18n: Any = config.plugins["i18n"]
    pages = [file.page for file in files.documentation_pages() if file.page]
    given = ((_address(page.url), str(page.title), page.content or "") for page in pages)
    made = search_files(config.extra["site"].guide, "zh" if i18n.current_language == "zh" else "en", given)
    for path, text in made.items():
        target = Path(config.site_dir) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


def _address(url: str) -> str:
    return "" if url in (".", "./") else url
