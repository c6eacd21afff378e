"""The `study` command as a process of its own."""

from __future__ import annotations

import gc
import os
import sys


def main() -> int:
    """Exit code: see `study.cli`; 1 as well when who reads the output stops early, such as `head`; 2 when a file cannot be
    read or written; 130, as shells have it, when somebody interrupts.

    The process is short and keeps nearly all that it makes, modules included: going through that for cycles, on the way
    and once more at the end, takes a tenth of a check and frees nothing.
    """
    gc.disable()
    from study import cli  # noqa: PLC0415 modules are a good part of what it makes

    try:
        code = cli.main()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains once more at its end
        code = 1
    except KeyboardInterrupt:
        code = 130
    except OSError as error:
        sys.stderr.write(f"study: {error.filename}: {error.strerror}\n")
        code = 2
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(main())
