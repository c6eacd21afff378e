"""Tells the theme, search engines and the 404 page about both languages."""

from html import escape
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from study.lookup import labels
from study.markdown import fill
from study.models.base import LANGS
from study.reading import minutes

HREFLANG = {"en": "en", "zh": "zh-Hans"}
BILINGUAL = ("404.html", "offline.html")


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """`ui`: the labels of both languages, once for all pages. Compiled templates are kept in the system's temporary folder."""
    guide = config.extra["site"].guide
    env.globals["ui"] = {lang: {name: escape(text) for name, text in labels(guide, lang).items()} for lang in LANGS}
    env.bytecode_cache = FileSystemBytecodeCache()


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """What templates need to know of this page in both languages.

    `twins`: hreflang → its absolute address in that language. `reading`: how long it takes.
    """
    root = (config.site_url or "").rstrip("/")
    alternates = getattr(page.file, "alternates", {})
    twins = {HREFLANG[lang]: f"{root}/{_clean(file.url)}" for lang, file in sorted(alternates.items())}
    context["twins"] = {**twins, "x-default": twins["en"]} if "en" in twins else twins
    context["reading"] = "" if page.meta.get("template") == "home.html" else _reading(page, config)
    return context


def on_pre_template(template: Any, template_name: str, config: MkDocsConfig) -> Any:
    """A template belongs to no page: its language links lead home, not to the page built last."""
    vars(config.extra).pop("alternate", None)  # static-i18n's attribute hides the list under the key
    return template


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """There is one of each page in both languages; the build of the second language does not overwrite it."""
    i18n: Any = config.plugins["i18n"]
    return "" if template_name in BILINGUAL and i18n.building else output


def _reading(page: Page, config: MkDocsConfig) -> str:
    """How long the page takes, in words of its language."""
    i18n: Any = config.plugins["i18n"]
    words = config.extra["site"].guide.ui.labels["reading_time"].say("zh" if i18n.current_language == "zh" else "en")
    return escape(fill(words, minutes=str(minutes(page.content or ""))))


def _clean(url: str) -> str:
    return "" if url in (".", "./") else url
