"""Finished drawings on disk, by the hash of everything that went into them."""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path


def digest(*parts: str) -> str:
    """One key for `parts`; moving text from one part to the next changes it."""
    return hashlib.sha256("\0".join(f"{len(part)}:{part}" for part in parts).encode()).hexdigest()


@dataclass(frozen=True)
class Cache:
    """A folder of drawings. A build killed half-way leaves no half-written one."""

    folder: Path

    def get(self, key: str) -> str | None:
        """The drawing stored under `key`."""
        try:
            return self._path(key).read_text("utf-8")
        except FileNotFoundError:
            return None

    def put(self, key: str, text: str) -> None:
        """Writes beside the place and renames, which is one step."""
        self.folder.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=self.folder, suffix=".part")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
            Path(temporary).replace(self._path(key))
        finally:
            Path(temporary).unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.svg"
