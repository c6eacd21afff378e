"""The `study` command as a process of its own."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Exit code: see `study.cli`.

    The process is short and keeps nearly all that it makes, modules included: going through that for cycles, on the way
    and once more at the end, takes a tenth of a check and frees nothing.
    """
    gc.disable()
    from study import cli  # noqa: PLC0415 modules are a good part of what it makes

    code = cli.main()
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(main())
