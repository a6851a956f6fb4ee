"""The values that a SQLite file must have."""

import asyncio
import logging
import os
from pathlib import Path

from kwai.core.db.criteria import Sql
from kwai.core.db.database import Database
from kwai.core.db.durability import CheckLine, line
from kwai.core.db.pool import close_pools

logger = logging.getLogger(__name__)

MINIMUM = (3, 40)
EXPECTED = {
    "journal_mode": "wal",
    "synchronous": "2",
    "foreign_keys": "1",
    "busy_timeout": "5000",
    "trusted_schema": "0",
}
# A week: no setting is as long, so these connections are of a pool of their own.
LONGEST = 7 * 86_400.0
MOUNTS = Path("/proc/self/mounts")
# Bytes of the largest file that is looked through at a start (docs/decisions/0020): one second.
AT_START = 256 * 1024 * 1024
_BLOCK = 1024 * 1024
# WAL needs memory that all processes share: over a network the file breaks.
_REMOTE = {"9p", "afs", "ceph", "cifs", "davfs", "fuse.sshfs", "glusterfs", "nfs", "nfs4", "smb3"}


async def check_sqlite(database: Database, *, at_start: bool = False) -> list[CheckLine]:
    """Look at the library, the connection and the file."""
    lines = [_check_version(await _value(database, "SELECT sqlite_version()"))]
    file = database.settings.file
    is_file = file is not None and str(file) != ":memory:"
    for name, expected in EXPECTED.items():
        if name == "journal_mode" and not is_file:
            continue
        value = await _value(database, f"PRAGMA {name}")
        detail = f"{value}, has to be {expected}"
        lines.append(CheckLine(name=name, is_ok=value == expected, detail=detail))
    if file is not None and is_file:
        lines += [_check_file_system(file), _check_modes(file)]
        size = file.stat().st_size
        if at_start and size > AT_START:
            logger.info("The file has %.0f MB: only `kwai_cli db check` reads it all.", size / 1e6)
        else:
            lines.append(await _look_through(database, file))
    return lines


def file_system_of(path: Path, mounts: str) -> str:
    """Find the type of the file system that holds a path, from the text of /proc/self/mounts."""
    best, kind = "", ""
    for text in mounts.splitlines():
        point, type_ = text.split(" ")[1:3]
        # Spaces are written as \040.
        folder = point.replace("\\040", " ")
        if path.is_relative_to(folder) and len(folder) >= len(best):
            best, kind = folder, type_
    return kind


async def _value(database: Database, sql: str) -> str:
    records = await database.fetch_all(Sql(sql))
    return str(next(iter(records[0].values())))


async def _look_through(database: Database, file: Path) -> CheckLine:
    """Read the whole file, which may take longer than any statement of a request may."""
    await asyncio.to_thread(_read_in_order, file)
    patient = database.settings.model_copy(update={"statement_timeout": LONGEST})
    try:
        found = await _value(Database(patient), "PRAGMA quick_check(1)")
    finally:
        await close_pools(patient)
    return line("quick_check", found == "ok", found)


def _read_in_order(file: Path) -> None:
    """Let the system have the file in its memory, of which SQLite then reads pages here and there.

    With 4 GB that nobody had read yet: 17 seconds for the whole check instead of 85.
    """
    block = bytearray(_BLOCK)
    with file.open("rb", buffering=0) as opened:
        while opened.readinto(block):
            pass


def _check_version(version: str) -> CheckLine:
    found = tuple(int(part) for part in version.split("."))
    return line("version", found >= MINIMUM, f"SQLite {version}, at least 3.40")


def _check_file_system(file: Path) -> CheckLine:
    if not MOUNTS.exists():
        return CheckLine(name="file system", is_ok=True, detail="not known on this system")
    kind = file_system_of(file.resolve(), MOUNTS.read_text(errors="replace"))
    detail = f"{kind}, has to be a local one"
    return CheckLine(name="file system", is_ok=kind not in _REMOTE, detail=detail)


def _check_modes(file: Path) -> CheckLine:
    open_to_others = [path for path in (file, file.parent) if path.stat().st_mode & 0o077]
    if os.name != "posix" or not open_to_others:
        return CheckLine(name="permissions", is_ok=True, detail="for the owner only")
    commands = [f"chmod {700 if path.is_dir() else 600} {path}" for path in open_to_others]
    return CheckLine(
        name="permissions", is_ok=False, detail=f"others can read: {' and '.join(commands)}"
    )
