"""asyncmy as the synchronous driver (PEP 249) that SQLAlchemy needs for migrations.

Only migrations are synchronous; a second MySQL driver, or greenlet, for them alone would be one
more dependency of every installation.
"""

import asyncio
import threading
from collections.abc import Coroutine, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import asyncmy
from asyncmy.errors import (
    DatabaseError,
    DataError,
    Error,
    IntegrityError,
    InterfaceError,
    InternalError,
    NotSupportedError,
    OperationalError,
    ProgrammingError,
)

from kwai.core.db.pool.mariadb import connect_options, session_settings

if TYPE_CHECKING:
    from kwai.core.settings import DatabaseSettings

__all__ = [
    "DataError",
    "DatabaseError",
    "Error",
    "IntegrityError",
    "InterfaceError",
    "InternalError",
    "NotSupportedError",
    "OperationalError",
    "ProgrammingError",
    "connect",
]

apilevel = "2.0"
threadsafety = 1
paramstyle = "format"

T = TypeVar("T")


class Cursor:
    """A cursor whose calls return when they are done."""

    arraysize = 1

    def __init__(self, connection: "Connection", cursor: Any) -> None:
        self._connection = connection
        self._cursor = cursor

    @property
    def description(self) -> Any:
        return self._cursor.description

    @property
    def rowcount(self) -> int:
        return int(self._cursor.rowcount)

    @property
    def lastrowid(self) -> int:
        return int(self._cursor.lastrowid)

    def execute(self, operation: str, parameters: Sequence[Any] | None = None) -> Any:
        return self._connection.wait(self._cursor.execute(operation, parameters or None))

    def executemany(self, operation: str, parameters: Sequence[Sequence[Any]]) -> Any:
        return self._connection.wait(self._cursor.executemany(operation, parameters))

    def fetchone(self) -> Any:
        return self._connection.wait(self._cursor.fetchone())

    def fetchmany(self, size: int | None = None) -> Any:
        return self._connection.wait(self._cursor.fetchmany(size))

    def fetchall(self) -> Any:
        return self._connection.wait(self._cursor.fetchall())

    def close(self) -> None:
        self._connection.wait(self._cursor.close())


class Connection:
    """A connection with an event loop in a thread: its caller may stand in another loop."""

    def __init__(self, settings: "DatabaseSettings") -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        try:
            self._connection: Any = self.wait(_open(settings))
        except BaseException:
            self._end_loop()
            raise

    def wait(self, work: Coroutine[Any, Any, T]) -> T:
        """Run one call of asyncmy to its end."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    def cursor(self) -> Cursor:
        return Cursor(self, self._connection.cursor())

    def commit(self) -> None:
        self.wait(self._connection.commit())

    def rollback(self) -> None:
        self.wait(self._connection.rollback())

    def autocommit(self, value: bool) -> None:
        self.wait(self._connection.autocommit(value))

    def get_autocommit(self) -> bool:
        return bool(self._connection.get_autocommit())

    def character_set_name(self) -> None:
        """None keeps SQLAlchemy from SET NAMES, which would undo the collation."""

    def close(self) -> None:
        self.wait(self._connection.ensure_closed())
        self._end_loop()

    def _end_loop(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


def connect(settings: "DatabaseSettings") -> Connection:
    """Open a connection with the session settings of kwai, but no limit of time."""
    return Connection(settings)


async def _open(settings: "DatabaseSettings") -> Any:
    connection = await asyncmy.connect(**connect_options(settings))
    cursor = connection.cursor()
    await cursor.execute("SELECT VERSION()")
    version = str((await cursor.fetchone())[0])
    await cursor.execute(session_settings(version, statement_timeout=0))
    return connection
