"""What the data does not say and a build must know."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Output:
    """Where the site will stand, and whether its sheets are printed."""

    address: str = "http://127.0.0.1:8000/"
    """The site's root, with a slash at the end."""
    pdf: bool = True
    """False on a machine without a Chinese font, when somebody asked for a site without PDFs."""

    def url(self, path: str) -> str:
        """The address of a page: `zh/framework` → `https://host/zh/framework/`, the empty path → the site's root."""
        return self.file(f"{path.strip('/')}/".lstrip("/"))

    def file(self, path: str) -> str:
        """The address of a file: `epub/book.epub` → `https://host/epub/book.epub`."""
        return f"{self.address.rstrip('/')}/{path}"

    def short(self, path: str) -> str:
        """The same for people to type."""
        return self.url(path).partition("://")[2].rstrip("/")
