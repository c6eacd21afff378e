"""A piece of work done by another processor while this one goes on."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import NoReturn, TypeVar

T = TypeVar("T")


def aside(work: Callable[[], T]) -> Callable[[], T]:
    """Starts `work`, whose value can be pickled, in a copy of this process; gives the function that waits for the value.

    A process can safely be copied on Linux while one thread of Python's runs in it; those of a library's own that wait
    for work are not copied, so the work must not need them. Elsewhere, and when the copy dies, the work is done here,
    when its value is asked for. A copy whose value nobody asks for ends with this process, however that ends.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return work
    here, there = multiprocessing.Pipe(duplex=False)
    copy = multiprocessing.get_context("fork").Process(target=_answer, args=(work, here, there), daemon=True)
    copy.start()
    there.close()

    def value() -> T:
        try:
            with here:
                made: T = here.recv()
        except (EOFError, OSError):  # it died before its answer, or within it
            made = work()
        copy.join()
        return made

    return value


def _answer(work: Callable[[], object], here: Connection, there: Connection) -> NoReturn:
    """The copy's life: it never returns into the code that it is a copy of, and says nothing itself."""
    here.close()  # so that sending fails, instead of waiting for ever, when the process that would read has been killed
    try:
        there.send(work())
    finally:
        os._exit(0)
