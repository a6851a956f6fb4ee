"""Files that only their owner may read, and that a kill never leaves half-written."""

import os
import secrets
from pathlib import Path


def write_private(path: Path, text: str) -> None:
    """Write a file that is there whole or not at all, and never replaces another.

    Raises:
        FileExistsError: there is one.
        OSError: with the name of the file, whatever went wrong.
    """
    try:
        _write(path, text)
    except OSError as error:
        # A full disk is told without a name, and the name of the draft tells nobody anything.
        raise OSError(error.errno, error.strerror, str(path)) from None


def _write(path: Path, text: str) -> None:
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        path.hardlink_to(draft)
    finally:
        draft.unlink()
