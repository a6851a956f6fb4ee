"""The programs of MariaDB and MySQL that write and read a dump."""

import asyncio
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from kwai.core.db.exceptions import DatabaseException

if TYPE_CHECKING:
    from kwai.core.settings import DatabaseSettings

DUMP_PROGRAMS = ("mariadb-dump", "mysqldump")
CLIENT_PROGRAMS = ("mariadb", "mysql")
DUMP_OPTIONS = (
    # One picture of all tables, without locking them.
    "--single-transaction",
    "--quick",
    "--hex-blob",
    "--skip-comments",
    "--default-character-set=utf8mb4",
)


async def dump_mysql(settings: "DatabaseSettings", file: Path) -> None:
    """Write the statements that make the database anew.

    Raises:
        DatabaseException: the program is missing or failed.
    """
    program = _find(DUMP_PROGRAMS)
    with _options(settings) as options, file.open("wb") as target:
        command = [program, f"--defaults-extra-file={options}", *DUMP_OPTIONS, settings.name]
        await _run(command, stdout=target)


async def load_mysql(settings: "DatabaseSettings", file: Path) -> None:
    """Run the statements of a dump; tables that it does not know stay.

    Raises:
        DatabaseException: the program is missing or failed.
    """
    program = _find(CLIENT_PROGRAMS)
    with _options(settings) as options, file.open("rb") as source:
        character_set = "--default-character-set=utf8mb4"
        command = [program, f"--defaults-extra-file={options}", character_set, settings.name]
        await _run(command, stdin=source)


def _find(names: Sequence[str]) -> str:
    for name in names:
        if (program := shutil.which(name)) is not None:
            return program
    raise DatabaseException(f"The program {names[0]} is missing; install mariadb-client.")


@contextmanager
def _options(settings: "DatabaseSettings") -> Iterator[Path]:
    """A password on the command line could be read by everybody on the machine."""
    values = {"user": settings.user, "password": settings.password.get_secret_value()}
    if settings.socket:
        values["socket"] = settings.socket
    else:
        values |= {"host": settings.host, "port": str(settings.port), "protocol": "tcp"}
    if settings.ssl_ca:
        values["ssl-ca"] = str(settings.ssl_ca)
    lines = [f"{name}={_quote(value)}" for name, value in values.items()]
    handle, name = tempfile.mkstemp(prefix="kwai-", suffix=".cnf")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write("\n".join(["[client]", *lines, ""]))
        yield Path(name)
    finally:
        Path(name).unlink()


def _quote(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


async def _run(
    command: Sequence[str], *, stdin: IO[bytes] | None = None, stdout: IO[bytes] | None = None
) -> None:
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=stdin or asyncio.subprocess.DEVNULL,
        stdout=stdout or asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    _, errors = await process.communicate()
    if process.returncode != 0:
        reason = errors.decode(errors="replace").strip().splitlines()[-1:]
        raise DatabaseException(f"{Path(command[0]).name} failed: {' '.join(reason)}")
