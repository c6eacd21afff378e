"""Work in a copy of the process: its value, its failure, its death. Each in a process of one thread, unlike a test's."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest

from study.aside import aside

HEAD = """
import os, signal
from study.aside import aside
me = os.getpid()
def fails(): raise LookupError("here")
def dies(): return me if os.getpid() == me else os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            "value, by = aside(lambda: (list(range(100_000)), os.getpid()))(); print(len(value), by == me)",
            "100000 False",
        ),
        ("wait = aside(fails)\ntry: wait()\nexcept LookupError as error: print('caught', error)", "caught here"),
        ("print(aside(dies)() == me)", "True"),
    ],
    ids=["its value", "its failure is raised here", "its death is made good here"],
)
def test_a_copy_does_the_work(code: str, said: str) -> None:
    done = subprocess.run([sys.executable, "-c", HEAD + code], check=False, capture_output=True, text=True, timeout=60)
    assert (done.stdout.strip(), done.stderr) == (said, "")


@pytest.mark.parametrize("end", ["raise SystemExit(1)", "os.kill(me, signal.SIGKILL)"], ids=["fails", "is killed"])
def test_a_copy_that_nobody_asks_ends_too_when_its_process(end: str) -> None:
    """Two copies, each with more to say than a pipe holds; what they print to stays open as long as one of them lives."""
    code = f"{HEAD}waits = [aside(lambda: bytes(1_000_000)) for _ in range(2)]\n{end}"
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True, timeout=60)
    assert (done.returncode != 0, done.stderr) == (True, "")


def test_among_threads_the_work_is_done_here() -> None:
    stop = threading.Event()
    other = threading.Thread(target=stop.wait)
    other.start()
    try:
        assert aside(threading.get_ident)() == threading.get_ident()
    finally:
        stop.set()
        other.join()
