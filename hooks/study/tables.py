"""What a table needs and Markdown cannot write: a caption, the scope of its head cells, and a box in which it scrolls."""

from __future__ import annotations

import re

_HEADING = r"<h(?P<level>[1-6])\b[^>]*>(?P<heading>.*?)</h(?P=level)>"
_TABLE = r"(?P<table><table\b(?P<attributes>[^>]*)>)(?P<caption>\s*<caption)?"
_END = r"</table>"
_HEAD = r"<th\b(?![^>]*\bscope=)"
_ROW = r"<tr>\s*<td(?P<style>[^>]*)>(?P<name><strong>(?:(?!</?td|</strong>).)*</strong>)</td>"
_PART = re.compile("|".join((_HEADING, _TABLE, _END, _HEAD, _ROW)), re.DOTALL)
_BOX, _BOX_END = '<div class="md-typeset__scrollwrap"><div class="md-typeset__table">', "</div></div>"
"""The theme's names; its own script would put them there once the page stands."""
_SIGN = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)


def name_tables(html: str) -> str:
    """`html` whose tables have their section's heading for a hidden caption, and head cells that say what they head.

    A head cell heads its column; a row's first cell, all of it bold, heads its row. A table of ours, which has a class,
    sees to its own width; tables do not stand in tables.
    """
    heading, end = "", ""

    def part(found: re.Match[str]) -> str:
        nonlocal heading, end
        if found["heading"] is not None:
            heading = re.sub("<[^>]+>", "", _SIGN.sub("", found["heading"])).strip()
            return found[0]
        if found["name"] is not None:
            return f'<tr>\n<th scope="row"{found["style"]}>{found["name"]}</th>'
        if found["table"] is not None:
            boxed = "class=" not in found["attributes"]
            end = _BOX_END if boxed else ""
            caption = f'<caption class="hushed">{heading}</caption>' if heading and not found["caption"] else ""
            return (_BOX if boxed else "") + found["table"] + caption + (found["caption"] or "")
        if found[0] == "</table>":
            return f"</table>{end}"
        return '<th scope="col"'

    return _PART.sub(part, html)
