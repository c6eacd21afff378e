"""The texts of a guide's folder, as the commands read and write them: line ends and all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from study.lock import LOCK


def texts(root: Path) -> dict[str, str]:
    """Path → text of every data file, every hand-written page and the lock; what is not UTF-8 is left out."""
    found = sorted([*(root / "data").rglob("*.yml"), *(root / "docs").rglob("*.md"), root / LOCK])
    read = {path.relative_to(root).as_posix(): _text(path) for path in found if path.is_file()}
    return {path: text for path, text in read.items() if text is not None}


def _text(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def write(root: Path, changed: Mapping[str, str]) -> None:
    """Writes the texts, which may be of new files."""
    for name, text in changed.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
