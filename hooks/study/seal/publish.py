"""Seals a built site in its folder: its own assets get names after their content, each page its policy, the whole a worker."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from study.seal.policy import seal

OWN = ("assets/css/site.css", "assets/js")
"""What the theme does not name after its content: a file, and a folder whose modules import each other."""
OFFLINE = "offline.html"
LOST = "404.html"
WORKER = "sw.js"
_HASHED = re.compile(r"[.]([0-9a-f]{8})(?:[.]|/)")


def seal_site(folder: Path, *, offline: bool) -> None:
    """Changes the site in `folder` in place. With `offline` false its worker forgets everything and takes its leave."""
    names = dict(_renamed(folder))
    for path in sorted(folder.rglob("*.html")):
        uri = path.relative_to(folder).as_posix()
        # The 404 page is read at any depth, where a relative address would lead elsewhere.
        worker = posixpath.relpath(WORKER, posixpath.dirname(uri) or ".") if offline and uri != LOST else None
        path.write_text(seal(path.read_text("utf-8"), names, worker), "utf-8")
    (folder / WORKER).write_text(_worker(shell(_files(folder))) if offline else _code("off.js"), "utf-8")


def _renamed(folder: Path) -> Iterator[tuple[str, str]]:
    """(name as built, name after its content) of each thing in OWN, renamed in the folder."""
    for name in OWN:
        path = folder / name
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        content = b"".join(each.read_bytes() for each in inside if each.is_file())
        stem, dot, suffix = path.name.partition(".")
        published = f"{stem}.{sha256(content).hexdigest()[:8]}{dot}{suffix}"
        path.rename(path.with_name(published))
        end = "/" if (folder / posixpath.dirname(name) / published).is_dir() else ""
        yield f"{name}{end}", f"{posixpath.dirname(name)}/{published}{end}"


def _files(folder: Path) -> Mapping[str, bytes]:
    """Path below `folder` → content, of the offline page and of every asset."""
    found = [folder / OFFLINE, *(folder / "assets").rglob("*")]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(found) if path.is_file()}


def shell(files: Mapping[str, bytes]) -> dict[str, str]:
    """Path → hash of what every page needs: what the offline page names, our modules, and that page itself."""
    page = files[OFFLINE].decode()
    folders = {
        f"{path.split('/js.')[0]}/js.{match[1]}/" for path in files if (match := re.search(r"/js[.](\w+)/", path))
    }
    wanted = [p for p in files if p == OFFLINE or f'"./{p}"' in page or any(p.startswith(f) for f in folders)]
    return {path: sha256(files[path]).hexdigest()[:8] for path in wanted}


def _worker(kept: Mapping[str, str]) -> str:
    """The worker's text, which differs as soon as anything in the shell does: that is how a browser learns of a new version."""
    return f"const SHELL = {json.dumps(kept, indent=2)};\n\n{_code('worker.js')}"


def _code(name: str) -> str:
    return (files("study") / "seal" / name).read_text("utf-8")
