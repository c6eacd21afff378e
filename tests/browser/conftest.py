"""The real site under a sub-path, and a Chromium that reports everything it should not do."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize, sync_playwright

PREFIX = "/guide"
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
STILL = "document.getAnimations().every((a) => a.playState === 'finished')"
"""True when nothing on the page moves."""
PATIENCE = 30_000
"""Milliseconds that something may take on a busy machine."""
LEFT = ("net::ERR_ABORTED",)
"""What a request says when the test went to the next page before it was answered."""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


BLOCKED = "Service Worker registration blocked by Playwright"
"""What Playwright says where pages are read without the worker, so that each request is the page's own."""


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves its directory below PREFIX, and nothing outside it."""

    def translate_path(self, path: str) -> str:
        inside = urlsplit(path).path.removeprefix(PREFIX) if path.startswith(f"{PREFIX}/") else "/nothing-here"
        return super().translate_path(inside)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


class Server(http.server.ThreadingHTTPServer):
    """A reader who leaves is no error."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Says nothing."""


@contextmanager
def served(root: Path, handler: Callable[..., Handler] = Handler) -> Iterator[str]:
    """The address of the site in `root`, with a slash at the end, while it is served."""
    server = Server(("127.0.0.1", 0), functools.partial(handler, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{PREFIX}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def base(real: Path) -> Iterator[str]:
    with served(real) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert path, "no Chromium: run `make browser`"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


def addresses(site: Path) -> list[str]:
    """The address of every page below the site's, English and Chinese."""
    found = sorted(p.parent.relative_to(site).as_posix() for p in site.rglob("index.html"))
    return ["" if path == "." else f"{path}/" for path in found]


def until(page: Page, true: str) -> None:
    """Waits for an expression, which may await. (`page.wait_for_function` evaluates text, which our policy forbids.)"""
    waited = page.evaluate(
        f"""async () => {{
          const end = Date.now() + {PATIENCE};
          while (!({true})) if (Date.now() > end) return false; else await new Promise((done) => setTimeout(done, 50));
          return true;
        }}"""
    )
    assert waited, f"never true: {true}"


@dataclass
class Watched:
    """A page and what it did wrong so far."""

    page: Page
    wrong: list[str] = field(default_factory=list)


@pytest.fixture
def watched(chromium: Browser, base: str) -> Iterator[Watched]:
    """A page whose console errors, failed requests and requests to other hosts are collected."""
    context = chromium.new_context(viewport=DESKTOP, service_workers="block")
    it = Watched(context.new_page())
    host = urlsplit(base).netloc

    def said(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and message.text != BLOCKED:
            it.wrong.append(f"console: {message.text}")

    it.page.on("console", said)
    it.page.on("pageerror", lambda error: it.wrong.append(f"script: {error}"))
    it.page.on("requestfailed", lambda r: None if r.failure in LEFT else it.wrong.append(f"failed: {r.url}"))
    it.page.on("response", lambda r: it.wrong.append(f"{r.status}: {r.url}") if r.status >= 400 else None)
    it.page.on(
        "request",
        lambda r: it.wrong.append(f"other host: {r.url}") if urlsplit(r.url).netloc not in (host, "") else None,
    )
    yield it
    context.close()
