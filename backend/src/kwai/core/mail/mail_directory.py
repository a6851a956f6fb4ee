"""The stand-in for a relay: every mail becomes a file that a mail program can open."""

import asyncio
import os
import re
from collections.abc import Callable
from pathlib import Path

from loguru import logger

from kwai.core.mail.transport import MailTransport, RelayFault

MAX_NAME_LENGTH = 200

_UNSAFE = re.compile(r"[^A-Za-z0-9@._-]")


class MailDirectory(MailTransport):
    """Writes `<message id>.eml`; a second attempt at a mail overwrites the first."""

    def __init__(self, path: Path) -> None:
        self._path = path

    async def send(
        self,
        *,
        sender: str,
        recipient: str,
        message_id: str,
        data: bytes,
        before_data: Callable[[], None] | None = None,
    ) -> None:
        if before_data is not None:
            before_data()
        file = self._path / file_name(message_id)
        try:
            await asyncio.to_thread(_write, file, data)
        except OSError as error:
            raise RelayFault(f"The mail folder cannot be written: {error.strerror}.") from error
        logger.info("A mail was written to {}.", file)

    async def close(self) -> None:
        """Nothing is kept open."""


def file_name(message_id: str) -> str:
    """Name the file of a mail; nothing in an id can lead out of the folder."""
    name = _UNSAFE.sub("_", message_id.strip("<>")).lstrip(".")
    return f"{name[:MAX_NAME_LENGTH]}.eml"


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Hidden, so that who lists the folder never sees half a mail.
    temporary = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(descriptor)
    temporary.replace(file)
    _sync_folder(file.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name durable; a system that cannot open a folder does without."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
