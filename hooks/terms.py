"""The first use of each glossary term on a page becomes a link to it."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from study.models.base import Lang
from study.render import plain_text
from study.terms import Finder, link_terms

GLOSSARY = "reference/glossary/"


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Once a language: what its pages may call a term."""
    i18n: Any = config.plugins["i18n"]
    lang: Lang = "zh" if i18n.current_language == "zh" else "en"
    config.extra["finder"] = Finder(config.extra["site"].guide.glossary.terms, lang)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Every page but the glossary itself and the home page, whose samples stay bare."""
    finder: Finder = config.extra["finder"]
    home = "zh/" if finder.lang == "zh" else ""
    if page.url in (home + GLOSSARY, home, "./"):
        return html
    address = get_relative_url(home + GLOSSARY, page.url)
    guide = config.extra["site"].guide
    return link_terms(html, finder, address, lambda text: plain_text(text, guide, finder.lang))
