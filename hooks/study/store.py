"""Finished work on disk, by the hash of everything that went into it."""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PART = ".part"
AN_HOUR = 3600
"""Seconds; nobody takes longer to write a file."""


def digest(*parts: str) -> str:
    """One key for `parts`; moving text from one part to the next changes it."""
    return hashlib.sha256("\0".join(f"{len(part)}:{part}" for part in parts).encode()).hexdigest()


@dataclass(frozen=True)
class Store:
    """A folder of files. A build killed half-way leaves no half-written one."""

    folder: Path

    def get(self, name: str) -> bytes | None:
        """What is stored under `name`."""
        try:
            return (self.folder / name).read_bytes()
        except FileNotFoundError:
            return None

    def __contains__(self, name: str) -> bool:
        return (self.folder / name).exists()

    def put(self, name: str, content: bytes) -> None:
        """Writes beside the place and renames, which is one step."""
        self.folder.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=self.folder, suffix=PART)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(temporary).replace(self.folder / name)
        finally:
            Path(temporary).unlink(missing_ok=True)

    def keep(self, names: Collection[str]) -> None:
        """Drops every other file, and what a killed build left of one; another build may be writing the rest."""
        for path in self.folder.glob("*"):
            with suppress(OSError):  # what is gone already is well, and what cannot be deleted does no harm
                young = path.suffix == PART and time.time() - path.stat().st_mtime < AN_HOUR
                if path.name not in names and not young:
                    path.unlink()
