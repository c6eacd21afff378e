"""Second: adds the pages made from data, and the navigation, in the language being built."""

from typing import Any

from mkdocs import plugins
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from study.models.base import LANGS
from study.pages import nav, pages, source
from study.render import render


def _announce(files: Files, config: MkDocsConfig) -> Files:
    """Before static-i18n: a file without content for each page, so that it computes addresses and twins."""
    guide: Any = config.extra["guide"]
    for lang in LANGS:
        for page in pages(guide):
            uri = f"{lang}/{source(page.path)}"
            files.append(File(uri, config.docs_dir, config.site_dir, config.use_directory_urls))
    config.nav = nav(guide, config.plugins["i18n"].current_language)
    return files


@plugins.event_priority(-200)
def _fill(files: Files, config: MkDocsConfig) -> Files:
    """After static-i18n, which rebuilds files from disk and would lose the content: puts it in."""
    lang = config.plugins["i18n"].current_language
    for uri, markdown in render(config.extra["guide"], lang).items():
        if file := files.get_file_from_path(f"{lang}/{uri}"):
            file.content_string = markdown
    return files


on_files = plugins.CombinedEvent(_announce, _fill)
