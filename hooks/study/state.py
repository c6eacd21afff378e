"""What the site tells about itself: links that answered, translations accepted, waivers, mistakes found in tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from study.ledger import Ledger
from study.lock import Standing, total
from study.waivers import Waiver


@dataclass(frozen=True)
class State:
    """Kept by commands and tests, not written by authors."""

    links: Ledger = field(default_factory=dict)
    """Address of another site → what it answered."""
    standings: Sequence[Standing] = ()
    """How the pairs of each file stand to the lock."""
    waivers: Sequence[Waiver] = ()

    @property
    def total(self) -> Standing:
        """The sum of all files."""
        return total(self.standings)
