"""What a page costs: requests and bytes as a server with gzip sends them."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Page, Response

PACKED = ("font/", "image/png", "application/octet-stream")
"""Types that are compressed already."""


@dataclass
class Weight:
    """The answers to a page's requests, in order."""

    answers: list[Response] = field(default_factory=list)

    def add(self, answer: Response) -> None:
        self.answers.append(answer)

    def each(self) -> dict[str, int]:
        """Address → bytes of its body, compressed."""
        return {
            answer.url: 0 if answer.status >= 300 else size(answer.body(), answer.headers.get("content-type", ""))
            for answer in self.answers
        }

    @property
    def total(self) -> int:
        return sum(self.each().values())


def size(body: bytes, kind: str) -> int:
    """Bytes of a body as a server with gzip sends it."""
    return len(body) if kind.startswith(PACKED) else len(gzip.compress(body, 6))


@contextmanager
def weighed(page: Page) -> Iterator[Weight]:
    """The weight of what `page` asks for within the block."""
    weight = Weight()
    page.on("response", weight.add)
    yield weight
    page.remove_listener("response", weight.add)
