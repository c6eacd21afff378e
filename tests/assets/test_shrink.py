"""A built site with less in it."""

from __future__ import annotations

from pathlib import Path

from study.assets.shrink import shrink


def test_scripts_and_styles_are_joined_and_the_rest_goes(tmp_path: Path) -> None:
    made = {
        "index.html": '<p class="a">',
        "assets/js/site.js": 'const needs = {\n  "p": "one",\n};\nfor (const name of ["one"]) import(`./${name}.js`);',
        "assets/js/one.js": "document.body.classList.add('b');",
        "assets/js/library.min.js": "/* not ours */",
        "assets/css/site.css": ".a{top:1px}.b{top:2px}.c{top:3px}",
        "assets/css/part.css": ".a{top:1px}",
        "assets/stylesheets/main.1234.min.css": ".a{left:0}.d{left:0}.a.focus-visible{left:1px}",
        "assets/stylesheets/palette.1234.min.css": "[data-md-color-primary=red]{--x:1}",
        "assets/javascripts/bundle.1234.min.js": "d",
        "assets/javascripts/bundle.1234.min.js.map": "{}",
    }
    for name, text in made.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    shrink(tmp_path)
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert left == {
        "index.html",
        "assets/css/site.css",
        "assets/js/site.js",
        "assets/js/one.js",
        "assets/js/library.min.js",
    }
    css = (tmp_path / "assets/css/site.css").read_text("utf-8")
    assert css == ".a{left:0}.a:focus-visible{left:1px}.a{top:1px}.b{top:2px}"
    assert "classList" in (tmp_path / "assets/js/site.js").read_text("utf-8")
    assert (tmp_path / "assets/js/library.min.js").read_text("utf-8") == "/* not ours */"
