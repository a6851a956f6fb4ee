"""MariaDB and MySQL: a pool of asyncmy connections, all with the same session settings."""

import asyncio
import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kwai.core.db.exceptions import (
    AccessException,
    CommitUnknownException,
    ConnectionException,
    DatabaseException,
)
from kwai.core.db.parameters import SqlValue
from kwai.core.db.pool.base import Lease, Pool, Record, Result
from kwai.core.db.pool.mariadb_errors import translate

if TYPE_CHECKING:
    from kwai.core.settings import DatabaseSettings

RECYCLE_SECONDS = 1800
CLOSE_SECONDS = 10.0
#: A connection that nobody needed for so long is closed: it costs the server a thread, and a
#: process 300 kB.
IDLE_SECONDS = 60.0
# The server ends a statement itself; a connection that is silent for longer is given up.
SILENCE_SECONDS = 5.0
LOCK_WAIT_SECONDS = 5
WRONG_USER = {1045, 1698}
WRONG_DATABASE = {1044, 1049}
# The server keeps 16382 for all connections together.
STATEMENTS = 100
SQL_MODES = (
    "STRICT_ALL_TABLES",
    "STRICT_TRANS_TABLES",
    "ONLY_FULL_GROUP_BY",
    "NO_ZERO_IN_DATE",
    "NO_ZERO_DATE",
    "ERROR_FOR_DIVISION_BY_ZERO",
    "NO_ENGINE_SUBSTITUTION",
)


def session_settings(version: str, statement_timeout: float) -> str:
    """Render the one SET that every connection starts with, in the words of this version."""
    number, _, fork = version.partition("-")
    is_mariadb = "mariadb" in fork.lower()
    older = is_mariadb and tuple(int(part) for part in number.split(".")[:2]) < (11, 1)
    assignments = {
        # Spelled out: the server's own value could hold NO_BACKSLASH_ESCAPES, under which a bytes
        # parameter is an SQL injection, or ANSI_QUOTES.
        "sql_mode": f"'{','.join(SQL_MODES)}'",
        "time_zone": "'+00:00'",
        "collation_connection": "'utf8mb4_bin'",
        "innodb_lock_wait_timeout": str(LOCK_WAIT_SECONDS),
        "tx_isolation" if older else "transaction_isolation": "'READ-COMMITTED'",
    }
    if is_mariadb:
        assignments["max_statement_time"] = f"{statement_timeout:g}"
    else:
        assignments["max_execution_time"] = str(int(statement_timeout * 1000))
    return "SET " + ", ".join(f"SESSION {name}={value}" for name, value in assignments.items())


class MariaDbLease(Lease):
    """A connection of the pool."""

    __slots__ = ("_connection", "_limit", "_pool")

    def __init__(self, connection: Any, pool: Any, limit: float) -> None:
        self._connection = connection
        self._pool = pool
        self._limit = limit

    @property
    def is_broken(self) -> bool:
        return not self._connection.connected

    async def run(self, sql: str, parameters: Sequence[SqlValue]) -> Result:
        cursor = self._connection.cursor()
        await self._limited(cursor.execute(sql, parameters or None), sql)
        if cursor.description is None:
            return Result([], cursor.rowcount, cursor.lastrowid)
        names = [column[0] for column in cursor.description]
        rows = await cursor.fetchall()
        records: list[Record] = [dict(zip(names, row, strict=False)) for row in rows]
        return Result(records, len(records), None)

    async def run_many(self, sql: str, rows: Sequence[Sequence[SqlValue]]) -> int:
        cursor = self._connection.cursor()
        await self._limited(cursor.executemany(sql, rows), sql)
        return int(cursor.rowcount)

    async def begin(self, *, snapshot: bool = False) -> None:
        if snapshot:
            await self.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ", ())
            await self.run("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY", ())
            return
        # A BEGIN that was cancelled has closed the connection: nothing is left open.
        await self.run("START TRANSACTION", ())

    async def commit(self) -> None:
        try:
            await self.run("COMMIT", ())
        except ConnectionException:
            raise CommitUnknownException("The connection broke in COMMIT.") from None

    async def rollback(self) -> None:
        if self.is_broken:
            return
        try:
            await self.run("ROLLBACK", ())
        except DatabaseException:
            self._connection.close()

    def release(self) -> None:
        self._pool.release(self._connection)

    def discard(self) -> None:
        self._connection.close()
        self.release()

    async def _limited(self, work: Any, sql: str) -> None:
        loop = asyncio.get_running_loop()
        expiry = loop.call_later(self._limit + SILENCE_SECONDS, self._connection.close)
        try:
            await work
        except asyncio.CancelledError:
            # The answer is still on its way; nobody may read it as that of the next statement.
            self._connection.close()
            raise
        except Exception as error:
            raise translate(error, sql) from None
        finally:
            expiry.cancel()


class MariaDbPool(Pool):
    """Up to `pool_size` connections in autocommit mode.

    Without autocommit every released connection would count as being in a transaction, and the
    driver's pool would close it.
    """

    single_writer = False

    def __init__(self, settings: "DatabaseSettings") -> None:
        self._settings = settings
        self._opening = asyncio.Lock()
        self._pool: Any = None
        # The fewest that were free at any moment since `_looked_at`.
        self._spare = 0
        self._looked_at = 0.0
        self._closing: asyncio.Task[None] | None = None

    async def open(self) -> None:
        async with self._opening:
            if self.is_closed:
                raise ConnectionException("The pool is closed.")
            if self._pool is None:
                self._pool = await self._connect()

    async def _connect(self) -> Any:
        import asyncmy

        options = connect_options(self._settings)
        try:
            async with asyncio.timeout(self._settings.acquire_timeout):
                version = await _read_version(options)
                return await asyncmy.create_pool(
                    minsize=1,
                    maxsize=self._settings.pool_size,
                    pool_recycle=RECYCLE_SECONDS,
                    init_command=session_settings(version, self._settings.statement_timeout),
                    **options,
                )
        except Exception as error:
            raise _refusal(error) from None

    async def lease(self, *, write: bool, is_urgent: bool = False) -> MariaDbLease:
        if self._pool is None:
            await self.open()
        pool = self._pool
        try:
            if pool.freesize:
                # Nothing to wait for, and a new connection has a limit of its own.
                connection = await pool.acquire()
            else:
                async with asyncio.timeout(self._settings.acquire_timeout):
                    connection = await pool.acquire()
        except Exception as error:
            raise _refusal(error) from None
        self._count_spare(pool)
        return MariaDbLease(connection, pool, self._settings.statement_timeout)

    def _count_spare(self, pool: Any) -> None:
        """Look, now and then, how many connections a burst has left behind."""
        free = pool.freesize
        self._spare = min(self._spare, free)
        loop = asyncio.get_running_loop()
        now = loop.time()
        if now < self._looked_at + IDLE_SECONDS:
            return
        if self._spare and (self._closing is None or self._closing.done()):
            self._closing = loop.create_task(_close_spare(pool, self._spare))
        self._spare, self._looked_at = free, now

    async def discard_idle(self) -> None:
        if self._pool is not None:
            await self._pool.clear()

    async def close(self) -> None:
        self.is_closed = True
        if (pool := self._pool) is None:
            return
        self._pool = None
        if self._closing is not None:
            await asyncio.wait({self._closing}, timeout=CLOSE_SECONDS)
        pool.close()
        try:
            # It would wait for ever for a connection that somebody has borrowed.
            async with asyncio.timeout(CLOSE_SECONDS):
                await pool.wait_closed()
        except TimeoutError:
            pool.terminate()


async def _close_spare(pool: Any, count: int) -> None:
    for _ in range(count):
        if not pool.freesize:
            return
        connection = await pool.acquire()
        try:
            await connection.ensure_closed()
        except OSError:
            # The server has gone away first.
            connection.close()
        finally:
            pool.release(connection)


def connect_options(settings: "DatabaseSettings") -> dict[str, Any]:
    """The arguments of a connection, without the session settings."""
    from asyncmy.constants import CLIENT

    # It logs every warning of the server, with values in it.
    logging.getLogger("asyncmy").setLevel(logging.ERROR)
    return {
        "host": settings.host,
        "port": settings.port,
        "unix_socket": settings.socket,
        "user": settings.user,
        "password": settings.password.get_secret_value(),
        "database": settings.name,
        # `ssl=True` would encrypt for anybody: only a named authority is checked.
        "ssl": {"ca": str(settings.ssl_ca)} if settings.ssl_ca else None,
        "charset": "utf8mb4",
        # A compare-and-swap counts the rows it matched, also when it changes nothing in them.
        "client_flag": CLIENT.FOUND_ROWS,
        "autocommit": True,
        # Parsed once per connection, and values are sent as they are.
        "stmt_cache_size": STATEMENTS,
        "connect_timeout": settings.acquire_timeout,
    }


async def _read_version(options: dict[str, Any]) -> str:
    import asyncmy

    connection = await asyncmy.connect(**options)
    try:
        cursor = connection.cursor()
        await cursor.execute("SELECT VERSION()")
        return str((await cursor.fetchone())[0])
    finally:
        connection.close()


def _refusal(error: Exception) -> ConnectionException:
    if isinstance(error, TimeoutError):
        return ConnectionException("No connection became free in time.")
    if "CERTIFICATE_VERIFY_FAILED" in str(error):
        return AccessException("The certificate of the database server is not of db.ssl_ca.")
    code = error.args[0] if error.args and isinstance(error.args[0], int) else 0
    if code in WRONG_USER:
        return AccessException(
            f"The database server refuses db.user or db.password (error {code})."
        )
    if code in WRONG_DATABASE:
        return AccessException(
            f"The database server has no db.name, or not for this user (error {code})."
        )
    return ConnectionException(f"The database server cannot be reached (error {code}).")
