"""The whole guide as one EPUB a language, from the pages as they have just been made."""

from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from study.epub.book import FOLDER, Chapter, book, name
from study.models.base import Lang


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Once a language, when every page has its content; `collect.py` has the book made and writes it."""
    i18n: Any = config.plugins["i18n"]
    lang: Lang = "zh" if i18n.current_language == "zh" else "en"
    chapters = {
        file.src_uri.removeprefix(f"{lang}/"): Chapter(file.url, str(file.page.title), file.page.content or "")
        for file in files.documentation_pages()
        if file.page
    }
    guide, output = config.extra["site"].guide, config.extra["output"]
    config.extra.setdefault("work", []).append(lambda: {f"{FOLDER}/{name(lang)}": book(guide, output, lang, chapters)})
