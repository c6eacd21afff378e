"""What benchmarks share: a build with changed settings, a server that counts what it sends, Chromium."""

from __future__ import annotations

import gzip
import http.server
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.utils.yaml import yaml_load
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
CACHE = ROOT / ".cache" / "bench"
PLAIN = (".pagefind", ".pf_meta", ".pf_index", ".pf_fragment", ".png")
"""Files that are compressed already."""


def built(folder: Path, **changed: Any) -> Path:
    """The site of mkdocs.yml with `changed` settings, built into `folder`; `plugins` are added to those there."""
    with (ROOT / "mkdocs.yml").open("rb") as file:
        plugins: Mapping[str, Any] = yaml_load(file)["plugins"]
    changed["plugins"] = {**plugins, **changed.get("plugins", {})}
    build(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder), **changed))
    return folder


class Server(http.server.ThreadingHTTPServer):
    """Serves a folder with gzip and counts the bytes of the bodies it sends."""

    def __init__(self, folder: Path, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.folder = folder
        self.sent = 0
        self.address = f"http://127.0.0.1:{self.server_port}/"


class _Handler(http.server.SimpleHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        path = self.server.folder / self.path.split("?")[0].lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes() if path.suffix in PLAIN else gzip.compress(path.read_bytes(), 6)
        self.server.sent += len(body)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        if path.suffix not in PLAIN:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def served(folder: Path, port: int = 0) -> Iterator[Server]:
    """A server of `folder` for the block; port 0 is any that is free."""
    server = Server(folder, port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def chromium_path() -> str:
    """Where Chromium is."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        raise SystemExit("no Chromium: run `make browser`")
    return path


@contextmanager
def browser() -> Iterator[Browser]:
    """Chromium for the block."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()
