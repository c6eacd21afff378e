"""The real Mermaid as one script, from an npm package of an exact version, checked by its hash.

Only the fallback build (mkdocs.fallback.yml) and the tests want it: `python -m study.diagrams.bundle FILE`.
"""

from __future__ import annotations

import base64
import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "@mermaid-js/tiny@11.17.2"
SHA512 = "PmFr1c5cSfNf5AngLLR98DrbvR4U5KeD7I+hQkGqG5w5Veu3QT4dG0qu9f99cpn/sKj2XxRBK0q7EL6hr9NY/A=="
INSIDE = "package/dist/mermaid.tiny.js"


class WrongPackageError(Exception):
    """What npm gave is not the package that was pinned."""


def fetch(target: Path) -> Path:
    """Writes the script to `target`, in one step; asks npm only when it is not there yet."""
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent) as folder:
            ready = Path(folder) / "ready.js"
            ready.write_bytes(_script(_packed(Path(folder))))
            ready.replace(target)
    return target


def _packed(folder: Path) -> Path:
    """The package's archive as npm keeps it."""
    npm = shutil.which("npm")
    if npm is None:
        raise WrongPackageError(f"npm is needed to fetch {PACKAGE}")
    command = [npm, "pack", "--silent", PACKAGE, "--pack-destination", str(folder)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603 nothing in it is from outside
    [archive] = folder.glob("*.tgz")
    found = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if found != SHA512:
        raise WrongPackageError(f"{PACKAGE} has the hash {found}, not the pinned one")
    return archive


def _script(archive: Path) -> bytes:
    with tarfile.open(archive) as tar:
        file = tar.extractfile(INSIDE)
        if file is None:
            raise WrongPackageError(f"{PACKAGE} holds no {INSIDE}")
        return file.read()


if __name__ == "__main__":
    sys.stdout.write(f"{fetch(Path(sys.argv[1]))}\n")
