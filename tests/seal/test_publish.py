from __future__ import annotations

import re
from pathlib import Path

import pytest

from study.seal.publish import seal_site, shell

PAGE = """<meta charset="utf-8"><link rel="stylesheet" href="./assets/css/site.css">
<script src="./assets/js/site.js" type="module"></script>"""


@pytest.fixture
def built(tmp_path: Path) -> Path:
    return write(tmp_path / "site", {})


def write(folder: Path, changed: dict[str, str]) -> Path:
    """A built site of five files, some of them changed."""
    files = {
        "offline.html": PAGE,
        "404.html": PAGE,
        "zh/plan/index.html": PAGE.replace("./", "../../"),
        "assets/css/site.css": "a {}",
        "assets/js/site.js": "1",
        "assets/js/inner.js": "2",
        "assets/images/other.png": "",
    }
    for name, text in (files | changed).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def test_names_follow_content(built: Path, tmp_path: Path) -> None:
    seal_site(built, offline=True)
    css, js = sorted(p.name for p in (built / "assets").glob("*/site*.css")), sorted((built / "assets").glob("js*"))
    assert len(css) == len(js) == 1
    assert re.fullmatch(r"site\.[0-9a-f]{8}\.css", css[0])
    html = (built / "zh/plan/index.html").read_text()
    assert f'href="../../assets/css/{css[0]}"' in html
    assert f'src="../../assets/{js[0].name}/site.js"' in html
    other = write(tmp_path / "other", {"assets/js/inner.js": "3"})
    seal_site(other, offline=True)
    assert (other / "assets/css" / css[0]).exists(), "unchanged: the same name"
    assert not (other / "assets" / js[0].name).exists(), "a module changed: all get a new folder"


@pytest.mark.parametrize(
    ("uri", "worker"), [("offline.html", "sw.js"), ("zh/plan/index.html", "../../sw.js"), ("404.html", None)]
)
def test_each_page_finds_the_worker(built: Path, uri: str, worker: str | None) -> None:
    seal_site(built, offline=True)
    found = re.search('<meta name="offline" content="([^"]*)">', (built / uri).read_text())
    assert (found and found[1]) == worker


def test_the_worker_knows_the_shell_and_changes_with_it(built: Path, tmp_path: Path) -> None:
    seal_site(built, offline=True)
    worker = (built / "sw.js").read_text()
    assert re.findall(r'^  "([^"]*)": "[0-9a-f]{8}"', worker, re.MULTILINE) == [
        *sorted(
            re.sub(r"^.*?site/", "", p.as_posix())
            for p in built.rglob("*")
            if p.suffix in (".css", ".js") and p.name != "sw.js"
        ),
        "offline.html",
    ]
    for number, changed in enumerate(({"offline.html": PAGE + " "}, {"assets/css/site.css": "b {}"})):
        other = write(tmp_path / f"other{number}", changed)
        seal_site(other, offline=True)
        assert (other / "sw.js").read_text() != worker
    same = write(tmp_path / "same", {"zh/plan/index.html": PAGE + "news"})
    seal_site(same, offline=True)
    assert (same / "sw.js").read_text() == worker


def test_switched_off_the_worker_leaves_and_no_page_names_it(built: Path) -> None:
    seal_site(built, offline=False)
    worker = (built / "sw.js").read_text()
    assert "unregister" in worker
    assert "SHELL" not in worker
    assert not any('name="offline"' in path.read_text() for path in built.rglob("*.html"))


def test_shell_leaves_out_what_no_page_needs() -> None:
    files = {"offline.html": b'"./assets/a.12345678.css"', "assets/a.12345678.css": b"", "assets/b.12345678.css": b""}
    assert list(shell(files)) == ["offline.html", "assets/a.12345678.css"]
