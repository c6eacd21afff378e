"""Fifth: tells search engines and the 404 page about both languages."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

HREFLANG = {"en": "en", "zh": "zh-Hans"}


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """`twins`: hreflang → absolute address of this page in that language."""
    root = (config.site_url or "").rstrip("/")
    alternates = getattr(page.file, "alternates", {})
    twins = {HREFLANG[lang]: f"{root}/{_clean(file.url)}" for lang, file in sorted(alternates.items())}
    context["twins"] = {**twins, "x-default": twins["en"]} if "en" in twins else twins
    return context


def on_pre_template(template: Any, template_name: str, config: MkDocsConfig) -> Any:
    """The 404 page belongs to no page: its language links lead home, not to the page built last."""
    vars(config.extra).pop("alternate", None)  # static-i18n's attribute hides the list under the key
    return template


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """There is one 404 page, in both languages; the build of the second language does not overwrite it."""
    i18n: Any = config.plugins["i18n"]
    return "" if template_name == "404.html" and i18n.building else output


def _clean(url: str) -> str:
    return "" if url in (".", "./") else url
