"""The inner half of `Database`: one leased connection and the transaction on it."""

import asyncio
import logging
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from time import perf_counter
from typing import TYPE_CHECKING, Self, TypeVar

from kwai.core.db.engine import KwaiEngine, SqliteEngine
from kwai.core.db.exceptions import (
    ConnectionException,
    DatabaseException,
    DatabaseUnavailableException,
    TransientException,
)
from kwai.core.db.pool import Lease, Pool, Result, get_pool
from kwai.core.db.pool.base import finish
from kwai.core.db.transaction import Hook, Mode, Transaction, commits, run_hooks
from kwai.core.failpoint import failpoint

if TYPE_CHECKING:
    from kwai.core.settings import DatabaseSettings

logger = logging.getLogger("kwai.core.db")

R = TypeVar("R")
Work = Callable[[Lease], Awaitable[Result]]

SLOW_SECONDS = 0.2
RETRY_SECONDS = 0.02

_ENGINES = {"sqlite": SqliteEngine(), "mysql": KwaiEngine()}


class Session:
    """Leases a connection at the first statement and keeps it until the unit ends.

    It serves one task at a time, and the task that opened a transaction until that has ended.

    Attributes:
        is_urgent: Do not queue behind the other writers of this process.
    """

    def __init__(self, settings: "DatabaseSettings") -> None:
        self._settings = settings
        self._engine = _ENGINES[settings.engine]
        self._pool: Pool | None = None
        self._lease: Lease | None = None
        self._transaction: Transaction | None = None
        self._is_running = False
        self._read_only = False
        self._hooks: set[asyncio.Task[None]] = set()
        self.is_urgent = False

    @property
    def settings(self) -> "DatabaseSettings":
        """A copy of the settings of the connection."""
        return self._settings.model_copy()

    @property
    def engine(self) -> KwaiEngine:
        """The dialect in which this session renders its statements."""
        return self._engine

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open; nothing may be sent elsewhere while one is."""
        return self._transaction is not None

    @property
    def has_savepoint(self) -> bool:
        """Whether some of the transaction can be undone, or could be."""
        return self._transaction is not None and self._transaction.savepoints > 0

    @property
    def read_only(self) -> bool:
        """Whether a write is refused."""
        return self._read_only

    async def setup(self) -> None:
        """Open the pool of these settings.

        Raises:
            ConnectionException: the server cannot be reached.
        """
        await self._open_pool().open()

    async def close(self) -> None:
        """Roll back what is open and give the connection back."""
        if (transaction := self._transaction) is not None:
            transaction.lose(DatabaseException("The session was closed."))
            await self._roll_back(transaction)
        self._release()
        if self._hooks:
            await asyncio.wait(self._hooks)

    async def commit(self) -> None:
        """Do nothing: statements outside `transaction()` are committed one by one.

        Raises:
            DatabaseException: inside a transaction, which its outermost block commits.
        """
        if self._transaction is not None:
            raise DatabaseException("Only the outermost block of a transaction commits it.")

    @asynccontextmanager
    async def unit(self, *, read_only: bool = False) -> AsyncIterator[Self]:
        """Open the session for one use case: a transaction unless it only reads, then close it."""
        self._read_only = read_only
        try:
            if read_only:
                yield self
            else:
                async with self.transaction():
                    yield self
        finally:
            self._read_only = False
            await self.close()

    async def run(self, work: Callable[[], Awaitable[R]], attempts: int = 3) -> R:
        """Run `work` in a transaction, and again when another one stood in its way.

        It has no effect outside the database but through `on_commit`.
        """
        attempt = 1
        while True:
            try:
                async with self.transaction():
                    return await work()
            except TransientException:
                # An inner run cannot repeat what the outer block did before it.
                if attempt >= attempts or self.in_transaction:
                    raise
            await asyncio.sleep(retry_delay(attempt))
            attempt += 1

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[None]:
        """Commit all that happens inside, or nothing of it; an inner block joins the outer one."""
        self._check_writable()
        if (outer := self._transaction) is None:
            async with self._outermost("write"):
                yield
            return
        with self._join(outer):
            yield

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[None]:
        """Read several statements from one picture of the data."""
        if self._transaction is not None:
            raise DatabaseException("A snapshot cannot be taken inside a transaction.")
        async with self._outermost("snapshot"):
            yield

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """Undo only what happens inside when it fails; without a transaction, open one."""
        if (transaction := self._transaction) is None:
            async with self.transaction():
                yield
            return
        transaction.savepoints += 1
        name = f"kwai_{transaction.savepoints}"
        await self._command(f"SAVEPOINT {name}")
        hooks, doom = len(transaction.hooks), transaction.doom
        try:
            yield
            if transaction.doom is not doom:
                raise transaction.doomed()
        except BaseException as error:
            if not commits(error):
                await self._undo(transaction, name, hooks, doom)
            raise
        await self._command(f"RELEASE SAVEPOINT {name}")

    def on_commit(self, hook: Hook) -> None:
        """Let `hook` run after the commit, in the order of registration; after a rollback never.

        It has one second; its failure is logged and changes nothing. Without a transaction it
        runs at once, and `close()` waits for it.
        """
        if self._transaction is not None:
            self._transaction.hooks.append(hook)
            return
        task = asyncio.ensure_future(run_hooks([hook]))
        self._hooks.add(task)
        task.add_done_callback(self._hooks.discard)

    def log_query(self, query: str) -> None:
        """Log the text of a statement; its values are never logged."""
        logger.debug("%s", query)

    # -- the connection ------------------------------------------------------------------------

    async def _command(self, sql: str) -> None:
        await self._do(sql, lambda lease: lease.run(sql, ()), write=True)

    async def _do(self, sql: str, work: Work, *, write: bool) -> Result:
        """Run a statement in the transaction, or alone."""
        transaction = self._transaction
        task_of = None if transaction is None else transaction.task
        if self._is_running or (task_of is not None and task_of is not asyncio.current_task()):
            raise DatabaseException("A session serves one task at a time.")
        self._is_running = True
        started = perf_counter()
        self.log_query(sql)
        try:
            if transaction is None:
                result = await self._alone(work, write=write)
            else:
                transaction.has_written |= write
                result = await self._inside(transaction, work)
        finally:
            self._is_running = False
        if (seconds := perf_counter() - started) > SLOW_SECONDS:
            logger.warning(
                "Slow statement: %.0f ms, %d rows: %.2000s", seconds * 1000, result.row_count, sql
            )
        return result

    async def _inside(self, transaction: Transaction, work: Work) -> Result:
        transaction.raise_if_lost()
        try:
            lease = self._lease if transaction.begun else None
            return await work(lease or await self._begin(transaction))
        except (DatabaseUnavailableException, asyncio.CancelledError) as error:
            # After a deadlock or a lock timeout the driver still says "in transaction", and after
            # a lost connection the next statement would commit by itself.
            transaction.lose(error)
            raise

    async def _alone(self, work: Work, *, write: bool) -> Result:
        pool = self._open_pool()
        if write and pool.single_writer:
            self._release()
            lease = await pool.lease(write=True, is_urgent=self.is_urgent)
            try:
                return await work(lease)
            finally:
                lease.release()
        try:
            return await self._alone_once(work, write=write)
        except ConnectionException as error:
            # The connection died while it waited in the pool; a SELECT can simply be sent again.
            if write or not error.stale:
                raise
        await pool.discard_idle()
        return await self._alone_once(work, write=write)

    async def _alone_once(self, work: Work, *, write: bool) -> Result:
        try:
            return await work(await self._take(write=write))
        except (ConnectionException, asyncio.CancelledError):
            self._discard()
            raise

    async def _begin(self, transaction: Transaction) -> Lease:
        is_snapshot = transaction.mode == "snapshot"
        lease = await self._take(write=not is_snapshot)
        transaction.begun = True
        try:
            await lease.begin(snapshot=is_snapshot)
        except ConnectionException as error:
            self._discard()
            if not error.stale:
                raise
            await self._open_pool().discard_idle()
            lease = await self._take(write=not is_snapshot)
            await lease.begin(snapshot=is_snapshot)
        return lease

    def _open_pool(self) -> Pool:
        if self._pool is None or self._pool.is_closed:
            self._pool = get_pool(self._settings)
        return self._pool

    async def _take(self, *, write: bool) -> Lease:
        if self._lease is None:
            self._lease = await self._open_pool().lease(write=write, is_urgent=self.is_urgent)
        return self._lease

    def _release(self) -> None:
        if (lease := self._lease) is not None:
            self._lease = None
            lease.release()

    def _discard(self) -> None:
        if (lease := self._lease) is not None:
            self._lease = None
            lease.discard()

    def _check_writable(self) -> None:
        is_snapshot = self._transaction is not None and self._transaction.mode == "snapshot"
        if self._read_only or is_snapshot:
            raise DatabaseException("This session only reads.")

    # -- the transaction -----------------------------------------------------------------------

    @asynccontextmanager
    async def _outermost(self, mode: Mode) -> AsyncIterator[None]:
        if self._is_running:
            raise DatabaseException("A session serves one task at a time.")
        # A task that holds a connection must not wait for a second one.
        self._release()
        transaction = Transaction(mode=mode, task=asyncio.current_task())
        self._transaction = transaction
        try:
            yield
        except BaseException as error:
            if commits(error) and transaction.doom is None:
                await self._commit(transaction)
            else:
                await self._roll_back(transaction)
            raise
        await self._commit(transaction)

    @contextmanager
    def _join(self, outer: Transaction) -> Iterator[None]:
        if outer.task is not asyncio.current_task():
            raise DatabaseException("A session serves one task at a time.")
        try:
            yield
        except BaseException as error:
            if not commits(error):
                outer.doom = outer.doom or error
            raise

    async def _commit(self, transaction: Transaction) -> None:
        if transaction.doom is not None:
            await self._roll_back(transaction)
            raise transaction.doomed()
        cancelled = None
        if transaction.begun and self._lease is not None:
            if transaction.has_written:
                failpoint("before_commit")
            try:
                cancelled = await finish(self._lease.commit())
            except DatabaseException:
                await self._roll_back(transaction)
                raise
        self._end(transaction)
        if transaction.has_written:
            failpoint("after_commit")
        await run_hooks(transaction.hooks)
        if cancelled is not None:
            raise cancelled

    async def _roll_back(self, transaction: Transaction) -> None:
        if self._transaction is not transaction:
            return
        cancelled = None
        try:
            if transaction.begun and self._lease is not None:
                cancelled = await finish(self._lease.rollback())
        finally:
            self._end(transaction)
        if cancelled is not None:
            raise cancelled

    def _end(self, transaction: Transaction) -> None:
        self._transaction = None
        self._release()
        transaction.warn_if_long()

    async def _undo(
        self, transaction: Transaction, savepoint: str, hooks: int, doom: BaseException | None
    ) -> None:
        del transaction.hooks[hooks:]
        if not transaction.is_lost:
            await self._command(f"ROLLBACK TO SAVEPOINT {savepoint}")
            await self._command(f"RELEASE SAVEPOINT {savepoint}")
            transaction.doom = doom


def retry_delay(attempt: int) -> float:
    """Seconds to wait after a failed attempt: doubling, spread by half so that two never meet."""
    spread: float = random.uniform(0.5, 1.5)  # noqa: S311 (no secret)
    return RETRY_SECONDS * 2.0 ** (attempt - 1) * spread
