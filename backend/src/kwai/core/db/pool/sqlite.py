"""SQLite: one writer, three readers, each a connection with a thread of its own."""

import asyncio
import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kwai.core.db.exceptions import (
    BrokenFileException,
    CommitUnknownException,
    ConnectionException,
    DatabaseException,
    StorageException,
)
from kwai.core.db.parameters import SqlValue
from kwai.core.db.pool.base import Lease, Pool, Record, Result
from kwai.core.db.pool.slots import Slots
from kwai.core.db.pool.sqlite_errors import translate
from kwai.core.db.pool.sqlite_thread import SqliteThread

if TYPE_CHECKING:
    from kwai.core.settings import DatabaseSettings

T = TypeVar("T")

READERS = 3
MEMORY = ":memory:"
PRAGMAS = {
    "journal_mode": "WAL",
    "synchronous": "FULL",
    "foreign_keys": "ON",
    "busy_timeout": "5000",
    "trusted_schema": "OFF",
    "journal_size_limit": "67108864",
}


def connect(file: Path | str, *, read_only: bool = False) -> sqlite3.Connection:
    """Open a connection as every part of kwai uses it.

    Raises:
        DatabaseException: the file cannot be opened, or is no database.
    """
    try:
        if str(file) != MEMORY:
            _prepare(Path(file))
        connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
        for name, value in PRAGMAS.items():
            connection.execute(f"PRAGMA {name} = {value}").fetchall()
        if read_only:
            connection.execute("PRAGMA query_only = ON")
    except (OSError, sqlite3.Error) as error:
        raise translate(error, "") from None
    return connection


def copy_file(source: Path, target: Path) -> None:
    """Copy a database page by page while others use it.

    Raises:
        DatabaseException: one of the files cannot be used.
    """
    if not source.is_file():
        raise StorageException(f"{source} does not exist.")
    try:
        with closing(connect(source)) as origin, closing(connect(target)) as copy:
            origin.backup(copy)
            # The copy is one file that can be moved about: it keeps no log beside it.
            copy.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except sqlite3.Error as error:
        raise translate(error, "") from None


def is_broken(file: Path) -> bool:
    """Tell whether a file is no database any more."""
    try:
        with closing(connect(file)) as connection:
            return connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]
    except sqlite3.DatabaseError as error:
        return isinstance(translate(error, ""), BrokenFileException)
    except BrokenFileException:
        return True


def _prepare(file: Path) -> None:
    """Members' data: nobody else on the machine may read the file or look into its folder."""
    if not file.exists():
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))


class SqliteLease(Lease):
    """The writer or a reader."""

    __slots__ = ("_begin", "_limit", "_slots", "_thread")

    def __init__(self, thread: SqliteThread, slots: Slots[SqliteThread], limit: float) -> None:
        self._thread = thread
        self._slots = slots
        self._limit = limit
        self._begin: str | None = None

    @property
    def is_broken(self) -> bool:
        return self._thread.is_closed

    async def run(self, sql: str, parameters: Sequence[SqlValue]) -> Result:
        return await self._limited(partial(_execute, sql, parameters, self._take_begin()), sql)

    async def run_many(self, sql: str, rows: Sequence[Sequence[SqlValue]]) -> int:
        return await self._limited(partial(_execute_many, sql, rows, self._take_begin()), sql)

    async def begin(self, *, snapshot: bool = False) -> None:
        # It goes to the thread together with the first statement. Deferred would fail at once when
        # a read is followed by a write and somebody else has written between them.
        self._begin = "BEGIN" if snapshot else "BEGIN IMMEDIATE"

    async def commit(self) -> None:
        try:
            await self._thread.run(_commit)
        except sqlite3.Error as error:
            failure = translate(error, "COMMIT")
            if isinstance(failure, StorageException):
                raise CommitUnknownException("The disk failed in COMMIT.") from None
            raise failure from None

    async def rollback(self) -> None:
        self._begin = None
        try:
            await self._thread.run(_roll_back)
        except (sqlite3.Error, DatabaseException):
            await self._thread.close()

    def release(self) -> None:
        self._slots.give_back(self._thread)

    def _take_begin(self) -> str | None:
        begin, self._begin = self._begin, None
        return begin

    async def _limited(self, work: "partial[T]", sql: str) -> T:
        expiry = asyncio.get_running_loop().call_later(self._limit, self._thread.interrupt)
        try:
            return await self._thread.run(work)
        except sqlite3.Error as error:
            raise translate(error, sql) from None
        finally:
            expiry.cancel()


class SqlitePool(Pool):
    """Connections to one file; `:memory:` has a single one, which reads and writes."""

    single_writer = True

    def __init__(self, settings: "DatabaseSettings") -> None:
        self._settings = settings
        self._file: Path | str = settings.file if settings.file is not None else MEMORY
        self._is_memory = str(self._file) == MEMORY
        self._threads: list[SqliteThread] = []
        self._writer: Slots[SqliteThread] | None = None
        self._readers: Slots[SqliteThread] | None = None

    async def open(self) -> None:
        if self.is_closed:
            raise ConnectionException("The pool is closed.")
        if self._writer is not None:
            return
        # Opening takes less than a millisecond; no other task may see a half-opened pool.
        wait = self._settings.acquire_timeout
        self._writer = self._readers = Slots(self._open_threads(1, read_only=False), wait)
        if not self._is_memory:
            self._readers = Slots(self._open_threads(READERS, read_only=True), wait)

    def _open_threads(self, count: int, *, read_only: bool) -> list[SqliteThread]:
        opened = [
            SqliteThread(connect(self._file, read_only=read_only and not self._is_memory))
            for _ in range(count)
        ]
        self._threads += opened
        return list(opened)

    async def lease(self, *, write: bool, is_urgent: bool = False) -> SqliteLease:
        if self._writer is None or self._readers is None:
            await self.open()
        slots = self._writer if write else self._readers
        assert slots is not None  # noqa: S101 (opened above)
        thread = await slots.take(is_urgent=is_urgent)
        if thread.is_closed:
            thread = self._reopen(thread, slots, read_only=not write)
        return SqliteLease(thread, slots, self._settings.statement_timeout)

    def _reopen(
        self, thread: SqliteThread, slots: Slots[SqliteThread], *, read_only: bool
    ) -> SqliteThread:
        """Replace a connection that was closed because it could not even roll back."""
        try:
            (opened,) = self._open_threads(1, read_only=read_only)
        except DatabaseException:
            slots.give_back(thread)
            raise
        self._threads.remove(thread)
        return opened

    async def discard_idle(self) -> None:
        """A file does not hang up."""

    async def close(self) -> None:
        self.is_closed = True
        self._writer = self._readers = None
        for thread in self._threads:
            await thread.close()
        self._threads.clear()


def _execute(
    sql: str, parameters: Sequence[SqlValue], begin: str | None, connection: sqlite3.Connection
) -> Result:
    if begin is not None:
        connection.execute(begin)
    cursor = connection.execute(sql, parameters)
    if cursor.description is None:
        return Result([], cursor.rowcount, cursor.lastrowid)
    names = [column[0] for column in cursor.description]
    records: list[Record] = [dict(zip(names, row, strict=False)) for row in cursor.fetchall()]
    return Result(records, len(records), None)


def _execute_many(
    sql: str,
    rows: Sequence[Sequence[SqlValue]],
    begin: str | None,
    connection: sqlite3.Connection,
) -> int:
    if begin is not None:
        connection.execute(begin)
    return connection.executemany(sql, rows).rowcount


def _commit(connection: sqlite3.Connection) -> None:
    connection.execute("COMMIT")


def _roll_back(connection: sqlite3.Connection) -> None:
    # An interrupted write has rolled back by itself.
    if connection.in_transaction:
        connection.execute("ROLLBACK")
