"""What a screen reader needs of a table and Markdown cannot write: a caption, and the scope of its head cells."""

from __future__ import annotations

import re

_HEADING = r"<h(?P<level>[1-6])\b[^>]*>(?P<heading>.*?)</h(?P=level)>"
_TABLE = r"<table\b[^>]*>(?!\s*<caption)"
_HEAD = r"<th\b(?![^>]*\bscope=)"
_ROW = r"<tr>\s*<td(?P<style>[^>]*)>(?P<name><strong>(?:(?!</?td|</strong>).)*</strong>)</td>"
_PART = re.compile("|".join((_HEADING, _TABLE, _HEAD, _ROW)), re.DOTALL)
_SIGN = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)


def name_tables(html: str) -> str:
    """`html` whose tables have their section's heading for a hidden caption, and head cells that say what they head.

    A head cell heads its column; a row's first cell, all of it bold, heads its row.
    """
    heading = ""

    def part(found: re.Match[str]) -> str:
        nonlocal heading
        if found["heading"] is not None:
            heading = re.sub("<[^>]+>", "", _SIGN.sub("", found["heading"])).strip()
            return found[0]
        if found["name"] is not None:
            return f'<tr>\n<th scope="row"{found["style"]}>{found["name"]}</th>'
        if found[0].startswith("<table"):
            return f'{found[0]}<caption class="hushed">{heading}</caption>' if heading else found[0]
        return '<th scope="col"'

    return _PART.sub(part, html)
