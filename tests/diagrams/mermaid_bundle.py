"""Fetches the real Mermaid, for tests only: one npm package of an exact version, checked by its hash, into .cache/."""

from __future__ import annotations

import base64
import hashlib
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "@mermaid-js/tiny@11.17.2"
SHA512 = "PmFr1c5cSfNf5AngLLR98DrbvR4U5KeD7I+hQkGqG5w5Veu3QT4dG0qu9f99cpn/sKj2XxRBK0q7EL6hr9NY/A=="
INSIDE = "package/dist/mermaid.tiny.js"
FOLDER = Path(__file__).parents[2] / ".cache" / "mermaid"
BUNDLE = FOLDER / f"mermaid.tiny-{PACKAGE.rpartition('@')[2]}.js"


def fetch() -> Path:
    """The bundle's path; asks npm only when it is not there yet."""
    if not BUNDLE.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
            ready = Path(folder) / "ready.js"
            ready.write_bytes(_bundle(_packed(Path(folder))))
            ready.replace(BUNDLE)
    return BUNDLE


def _packed(folder: Path) -> Path:
    """The package as npm keeps it; refuses one with another hash."""
    command = ["npm", "pack", "--silent", PACKAGE, "--pack-destination", str(folder)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    [archive] = folder.glob("*.tgz")
    found = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if found != SHA512:
        raise ValueError(f"{PACKAGE} has the hash {found}, not the pinned one")
    return archive


def _bundle(archive: Path) -> bytes:
    with tarfile.open(archive) as tar:
        file = tar.extractfile(INSIDE)
        assert file
        return file.read()


if __name__ == "__main__":
    sys.stdout.write(f"{fetch()}\n")
