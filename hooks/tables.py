"""Tables say what they are about and which cells head their rows and columns."""

from typing import Any

from study.tables import name_tables


def on_page_content(html: str, **_: Any) -> str:
    """Every page; what a table is about is its section's heading."""
    return name_tables(html)
