"""Shared fixtures: a tiny site's folder, and the real site built once a run."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

import tiny


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The folder of a tiny site, not built."""
    return tiny.write(tmp_path / "guide", tiny.data())


def build(
    root: Path, *, url: str = "http://127.0.0.1/guide/", to: Path | None = None, pdf: str = "off"
) -> subprocess.CompletedProcess[str]:
    """`mkdocs build` of `root`, as `make build` does it."""
    command = [sys.executable, "-m", "mkdocs", "build", *(["--site-dir", str(to)] if to else [])]
    env = {"SITE_URL": url, "NO_MKDOCS_2_WARNING": "1", "STUDY_PDF": pdf, "PATH": "/usr/bin:/bin"}
    return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The real site, built for the address http://127.0.0.1/guide/, once for all workers of a run."""
    shared = tmp_path_factory.getbasetemp()
    shared = shared if worker_id == "master" else shared.parent
    return _once(shared / "real")


def _once(folder: Path) -> Path:
    """Builds into `folder` unless another worker has or does; a lock folder decides who."""
    done, lock = folder.with_suffix(".done"), folder.with_suffix(".lock")
    try:
        lock.mkdir()
    except FileExistsError:
        while not done.exists():
            time.sleep(0.2)
        return folder
    result = build(tiny.ROOT, to=folder, pdf="on")
    done.write_text(result.stdout + result.stderr)
    if result.returncode:
        shutil.rmtree(folder, ignore_errors=True)
    assert result.returncode == 0, result.stdout + result.stderr
    return folder
