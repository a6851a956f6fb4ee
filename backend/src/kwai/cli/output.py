"""What becomes of a program whose output cannot be written."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

# sysexits(3): EX_IOERR.
EXIT_IO: Final = 74


def run_program(program: Callable[[], object]) -> None:
    """Run a program; a full disk or a file that cannot be used is one line and exit code 74."""
    if sys.stdout is None:
        # Started without an output; the next file that is opened would become it.
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 (kept to the end)
    try:
        _run_and_flush(program)
    except OSError as error:
        # What is still in the buffer must not fail once more at the exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        name = f"{error.filename}: " if error.filename else ""
        sys.stderr.write(f"{name}{error.strerror or error}.\n")
        sys.exit(EXIT_IO)


def _run_and_flush(program: Callable[[], object]) -> None:
    try:
        program()
    finally:
        sys.stdout.flush()
