"""Every block gets a name that both languages share; the build fails where they part."""

import logging

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as Built

from study.stamps import Page, different, stamp

log = logging.getLogger("mkdocs.hooks.stamps")


def on_page_content(html: str, page: Built, config: MkDocsConfig, files: Files) -> str:
    """English is built first and waits in `config.extra` for its twin. A warning fails a strict build."""
    html, blocks = stamp(html)
    lang, _, path = page.file.src_uri.partition("/")
    root = "docs" if page.file.abs_src_path else "generated"
    built = Page(f"{root}/{lang}/{path}", page.file.content_string, blocks)
    english: dict[str, Page] = config.extra.setdefault("stamps", {})
    if lang == "en":
        english[path] = built
    elif path in english:
        for problem in different(english[path], built):
            log.warning(problem)
    return html
