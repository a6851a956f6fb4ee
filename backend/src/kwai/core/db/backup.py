"""Copies of the whole database, with hashes of their rows beside them.

A copy is one file; `<file>.json` holds the hash of the file and those of the rows. A restored
database holds the queue: what was sent after the copy was made must not be sent again unseen.
"""

import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import file_digest
from pathlib import Path
from typing import TYPE_CHECKING

from kwai.core.db.backup_mysql import dump_mysql, load_mysql
from kwai.core.db.criteria import KwaiField, Sql
from kwai.core.db.database import Database
from kwai.core.db.exceptions import BrokenFileException, DatabaseException
from kwai.core.db.fingerprint import fingerprint, table_names
from kwai.core.db.pool import close_pools
from kwai.core.db.pool.sqlite import copy_file, is_broken

if TYPE_CHECKING:
    from kwai.core.settings import DatabaseSettings

ATTEMPTS = 3


class BackupException(DatabaseException):
    """A copy cannot be made, read, or trusted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a copy holds.

    Attributes:
        rows: A hash by table, None for a table that was written to while it was copied.
    """

    engine: str
    created_at: str
    file_hash: str
    rows: dict[str, str | None]


async def backup(settings: "DatabaseSettings", file: Path) -> Manifest:
    """Copy the database into a new file while others use it.

    Raises:
        BackupException: the file exists.
        DatabaseException: the database cannot be read, or the program for it is missing.
    """
    _create(file)
    try:
        rows = await _copy(settings, file)
        manifest = Manifest(
            engine=settings.engine,
            created_at=datetime.now(UTC).isoformat(timespec="seconds"),
            file_hash=_hash_file(file),
            rows=rows,
        )
        _write(_manifest_file(file), manifest)
    except BaseException:
        _discard(file)
        raise
    return manifest


async def restore(settings: "DatabaseSettings", file: Path) -> Path | None:
    """Replace the whole database by a copy and hold the queue.

    Returns:
        Where a database file went that was broken: its copy takes its place.

    Raises:
        BackupException: the copy is of another engine or was changed, or the rows differ after it.
    """
    manifest = check_file(settings, file)
    if settings.engine == "sqlite":
        await close_pools(settings)
        broken = _copy_back(file, settings.file or Path())
    else:
        broken = None
        await _drop_others(settings, manifest)
        await load_mysql(settings, file)
    if differing := await compare(settings, manifest):
        raise BackupException(f"After restoring, these tables differ: {', '.join(differing)}.")
    # A copy that is older than the outbox has nothing to hold.
    if "outbox_control" in manifest.rows:
        async with _session(settings) as database:
            await hold(database, f"Restored from {file.name}.")
    return broken


def check_file(settings: "DatabaseSettings", file: Path) -> Manifest:
    """Read the manifest of a copy and tell whether the file is still what it was.

    Raises:
        BackupException: it is not, or belongs to another engine.
    """
    try:
        values = json.loads(_manifest_file(file).read_text(encoding="utf-8"))
        manifest = Manifest(**values)
        file_hash = _hash_file(file)
    except FileNotFoundError as error:
        raise BackupException(
            f"{error.filename} does not exist; a copy is a file and the .json beside it."
        ) from None
    except (OSError, ValueError, TypeError) as error:
        raise BackupException(f"{file}: {error}") from None
    if manifest.engine != settings.engine:
        raise BackupException(f"{file} is a copy of {manifest.engine}, not of {settings.engine}.")
    if manifest.file_hash != file_hash:
        raise BackupException(f"{file} was changed after it was written.")
    return manifest


async def compare(settings: "DatabaseSettings", manifest: Manifest) -> list[str]:
    """List the tables whose rows are not those of the copy."""
    async with _session(settings) as database:
        found = await fingerprint(database)
    known = {table: rows for table, rows in manifest.rows.items() if rows is not None}
    return sorted(table for table, rows in known.items() if found.get(table) != rows)


async def hold(database: Database, reason: str) -> None:
    """Stop the queue until somebody has looked at it."""
    values = {"held": True, "reason": reason, "changed_at": datetime.now(UTC)}
    query = database.create_query_factory().update("outbox_control", values)
    await database.change(query.where(KwaiField("id").eq(1)))


def _create(file: Path) -> None:
    try:
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise BackupException(f"{file}: {error.strerror}.") from None


def _write(file: Path, manifest: Manifest) -> None:
    descriptor = os.open(file, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        json.dump(_as_json(manifest), stream, indent=1)


def _discard(file: Path) -> None:
    file.unlink(missing_ok=True)
    _manifest_file(file).unlink(missing_ok=True)


def _copy_back(copy: Path, file: Path) -> Path | None:
    try:
        copy_file(copy, file)
    except BrokenFileException:
        if not is_broken(file):
            raise
    else:
        return None
    aside = file.with_name(f"{file.name}.broken-{datetime.now(UTC):%Y%m%d%H%M%S}")
    # SQLite takes a log beside the file for its own.
    for suffix in ("-wal", "-shm", ""):
        if (part := file.with_name(f"{file.name}{suffix}")).exists():
            part.rename(f"{aside}{suffix}")
    copy_file(copy, file)
    return aside


async def _drop_others(settings: "DatabaseSettings", manifest: Manifest) -> None:
    """A dump replaces its own tables; those of a later schema would keep rows that fit nothing."""
    async with _session(settings) as database:
        await database.change(Sql("SET FOREIGN_KEY_CHECKS = 0"))
        for table in await table_names(database):
            if table not in manifest.rows:
                await database.change(Sql(f"DROP TABLE `{table}`"))


async def _copy(settings: "DatabaseSettings", file: Path) -> dict[str, str | None]:
    if settings.engine == "sqlite":
        copy_file(settings.file or Path(), file)
        async with _session(settings.model_copy(update={"file": file})) as database:
            return dict(await fingerprint(database))
    return await _dump(settings, file)


async def _dump(settings: "DatabaseSettings", file: Path) -> dict[str, str | None]:
    """Dump until no row changed meanwhile; a table that always changes stays without a hash."""
    async with _session(settings) as database:
        before = await fingerprint(database)
        for _ in range(ATTEMPTS):
            await dump_mysql(settings, file)
            after = await fingerprint(database)
            if after == before:
                break
            rows, before = before, after
        else:
            return {table: text if rows[table] == text else None for table, text in after.items()}
    return dict(after)


@asynccontextmanager
async def _session(settings: "DatabaseSettings") -> AsyncIterator[Database]:
    database = Database(settings)
    try:
        yield database
    finally:
        await database.close()
        await close_pools(settings)


def _manifest_file(file: Path) -> Path:
    return file.with_name(f"{file.name}.json")


def _hash_file(file: Path) -> str:
    with file.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def _as_json(manifest: Manifest) -> dict[str, object]:
    return {name: getattr(manifest, name) for name in Manifest.__slots__}
