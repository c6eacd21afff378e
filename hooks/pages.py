"""Adds the pages made from data, and the navigation, in the language being built."""

from typing import Any

from mkdocs import plugins
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from study.models.base import LANGS, Lang
from study.pages import nav, pages, source


def _announce(files: Files, config: MkDocsConfig) -> Files:
    """Before static-i18n: a file without content for each page, so that it computes addresses and twins."""
    guide = config.extra["site"].guide
    for lang in LANGS:
        for page in pages(guide):
            uri = f"{lang}/{source(page.path)}"
            files.append(File(uri, config.docs_dir, config.site_dir, config.use_directory_urls))
    config.nav = nav(guide, _language(config))
    return files


@plugins.event_priority(-200)
def _fill(files: Files, config: MkDocsConfig) -> Files:
    """After static-i18n, which rebuilds files from disk and would lose the content: puts it in."""
    lang = _language(config)
    for uri, markdown in config.extra["site"].pages[lang].items():
        if file := files.get_file_from_path(f"{lang}/{uri}"):
            file.content_string = markdown
    return files


def _language(config: MkDocsConfig) -> Lang:
    i18n: Any = config.plugins["i18n"]
    return "zh" if i18n.current_language == "zh" else "en"


on_files = plugins.CombinedEvent(_announce, _fill)
