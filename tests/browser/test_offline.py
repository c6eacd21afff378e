"""Pages once read open without a network: the real site under a sub-path, on a server that can be slow or gone."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import tiny
from browser.conftest import DESKTOP, PREFIX, Handler, served, until

pytestmark = pytest.mark.browser
WORKER = f"{PREFIX}/sw.js"
STAGE = "framework/data/"
LEFT = "async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]"
"""How many workers and caches there are."""


@dataclass
class Net:
    """The network between the browser and the site."""

    base: str = ""
    gone: bool = False
    slow: bool = False
    """Pages are answered when `answer` is set, not before."""
    answer: threading.Event = field(default_factory=threading.Event)
    instead: dict[str, bytes] = field(default_factory=dict)
    """Path → what is served there now."""


class Switched(Handler):
    """Serves the site as `net` lets it."""

    def __init__(self, *args: object, net: Net, directory: str) -> None:
        self.net = net
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:  # noqa: N802 its name in http.server
        if self.net.gone:
            self.connection.close()
            return
        if self.path in self.net.instead:
            self.send_response(200)
            self.send_header("Content-Type", "text/javascript")
            self.end_headers()
            self.wfile.write(self.net.instead[self.path])
            return
        if self.net.slow and self.path.endswith("/"):
            self.net.answer.wait()
        super().do_GET()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")  # so that only the worker keeps anything
        super().end_headers()


@pytest.fixture
def net(real: Path) -> Iterator[Net]:
    it = Net()
    with served(real, functools.partial(Switched, net=it)) as it.base:
        yield it
        it.answer.set()


@pytest.fixture
def page(chromium: Browser, net: Net) -> Iterator[Page]:
    """A reader who has just read a stage in English; the worker stands."""
    context = chromium.new_context(viewport=DESKTOP)
    it = context.new_page()
    it.goto(net.base + STAGE)
    for path in (STAGE, f"zh/{STAGE}"):
        kept(it, net, path)
    yield it
    context.close()


def kept(page: Page, net: Net, path: str) -> None:
    """Waits until the worker has the page."""
    until(page, f"await caches.match({net.base + path!r})")


def test_read_pages_open_without_a_network(page: Page, net: Net) -> None:
    page.goto(f"{net.base}patterns/?view=both#lab")
    page.wait_for_load_state("networkidle")
    net.gone = True
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    for path, title in ((STAGE, "Data"), (f"zh/{STAGE}", "数据"), ("patterns/", "Ten")):
        page.goto(net.base + path)
        assert title in page.title()
        assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--paper')"), "its style is kept too"
        assert page.locator(".js").count() == 1
        assert page.evaluate("document.fonts.status") == "loaded"
    assert wrong == []


def test_a_page_never_read_says_so_and_comes_back_with_the_network(page: Page, net: Net) -> None:
    net.gone = True
    page.goto(f"{net.base}zh/plan/")
    assert page.url == f"{net.base}offline.html?page=zh%2Fplan%2F"
    assert page.locator("h1").inner_text().startswith("Reading offline · 离线阅读")
    assert page.locator(".saved a").evaluate_all("(links) => links.map((a) => [a.href, a.lang])") == [
        [net.base + STAGE, "en"],
        [f"{net.base}zh/{STAGE}", "zh-Hans"],
    ]
    net.gone = False
    page.locator("a.again").last.click()
    assert page.url == f"{net.base}zh/plan/"


def test_an_address_of_another_site_is_not_offered(page: Page, net: Net) -> None:
    page.goto(f"{net.base}offline.html?page=https%3A%2F%2Fexample.org%2F")
    page.locator(".saved a").first.wait_for()
    assert all(
        link.startswith(net.base) for link in page.locator("a.again").evaluate_all("(a) => a.map((x) => x.href)")
    )


def test_a_page_that_is_not_answered_comes_from_the_copy(page: Page, net: Net) -> None:
    net.slow = True
    page.goto(net.base + STAGE)
    assert "Data" in page.title()
    assert not net.answer.is_set()


def test_the_network_comes_first(page: Page, net: Net) -> None:
    net.instead[f"{PREFIX}/{STAGE}"] = b"<!doctype html><title>newer</title>"
    page.goto("about:blank")
    assert page.goto(net.base + STAGE).text() == "<!doctype html><title>newer</title>"  # type: ignore[union-attr]


def test_reader_may_say_no(page: Page, net: Net) -> None:
    page.goto(f"{net.base}offline.html")
    page.locator(".keeping button:visible").click()
    page.locator(".keeping button[value=on]:visible").wait_for()
    assert page.locator(".saved li").count() == 0
    page.goto(net.base)
    page.wait_for_load_state("networkidle")
    assert page.evaluate(LEFT) == [0, 0]


def test_the_site_may_say_no(page: Page, net: Net) -> None:
    """With `extra.offline` off, the worker that a reader has is replaced by one that leaves."""
    net.instead[WORKER] = (tiny.ROOT / "hooks/study/seal/off.js").read_bytes()
    page.evaluate("navigator.serviceWorker.getRegistration().then((it) => it.update())")
    until(page, "!(await caches.keys()).length && !(await navigator.serviceWorker.getRegistrations()).length")
