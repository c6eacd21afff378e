"""Redirects for addresses and headings that are gone."""

from pathlib import Path
from typing import Any

from mkdocs import plugins
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from study.built.redirects import redirect_pages, with_aliases
from study.models.base import Lang


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Old heading ids lead on to new ones."""
    lang: Lang = "zh" if page.url.startswith("zh/") else "en"
    path = page.url.removeprefix("zh/").strip("./")
    return with_aliases(html, path, config.extra["site"].guide, lang)


@plugins.event_priority(-200)  # after static-i18n, which builds the other language inside this event
def on_post_build(config: MkDocsConfig) -> None:
    """Runs once a language; the first language's comes last."""
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    built = Path(config.site_dir)
    for name, html in redirect_pages(config.extra["site"].guide, config.site_url or ""):
        (built / name).parent.mkdir(parents=True, exist_ok=True)
        (built / name).write_text(html, "utf-8")
