"""Last: redirects for what is gone; then the built site is read back, and any broken link stops the build."""

from pathlib import Path
from typing import Any

from mkdocs import plugins
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from study.built.redirects import redirect_pages, with_aliases
from study.built.trace import site_problems
from study.models.base import Lang
from study.report import case, report


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Old heading ids lead on to new ones."""
    lang: Lang = "zh" if page.url.startswith("zh/") else "en"
    path = page.url.removeprefix("zh/").strip("./")
    return with_aliases(html, path, config.extra["site"].guide, lang)


@plugins.event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """After static-i18n has built the second language, whose build runs through here as well."""
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    root, built, guide = Path(config.config_file_path).parent, Path(config.site_dir), config.extra["site"].guide
    for name, html in redirect_pages(guide, config.site_url or ""):
        (built / name).parent.mkdir(parents=True, exist_ok=True)
        (built / name).write_text(html, "utf-8")
    if problems := site_problems(root, guide, built, config.site_url or ""):
        raise PluginError(report(case(root, problems)))
