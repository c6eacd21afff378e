"""Finished drawings on disk."""

from __future__ import annotations

from pathlib import Path

from study.store import Store, digest

__all__ = ["Cache", "digest"]


class Cache:
    """A folder of SVG."""

    def __init__(self, folder: Path) -> None:
        self._store = Store(folder)

    def get(self, key: str) -> str | None:
        """The drawing stored under `key`."""
        found = self._store.get(f"{key}.svg")
        return found.decode() if found is not None else None

    def put(self, key: str, text: str) -> None:
        """Stores a drawing."""
        self._store.put(f"{key}.svg", text.encode())
