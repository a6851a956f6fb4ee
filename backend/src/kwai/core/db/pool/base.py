"""What a session needs of a connection, whichever engine is behind it."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Coroutine, Sequence
from typing import Any, NamedTuple

from kwai.core.db.parameters import SqlValue

# The values are what the driver makes of them; `Table` brings both drivers to one form.
Record = dict[str, Any]


class Result(NamedTuple):
    """What a statement answered."""

    records: list[Record]
    row_count: int
    last_id: int | None


class Lease(ABC):
    """A connection, lent to one session; every error it raises is one of `core.db.exceptions`."""

    __slots__ = ()

    @property
    @abstractmethod
    def is_broken(self) -> bool:
        """Whether the connection cannot be used any more."""

    @abstractmethod
    async def run(self, sql: str, parameters: Sequence[SqlValue]) -> Result:
        """Run one statement and read its whole answer."""

    @abstractmethod
    async def run_many(self, sql: str, rows: Sequence[Sequence[SqlValue]]) -> int:
        """Run one statement for many rows and return the number of rows it touched."""

    @abstractmethod
    async def begin(self, *, snapshot: bool = False) -> None:
        """Begin a transaction that may write, or one that reads from a single picture."""

    @abstractmethod
    async def commit(self) -> None:
        """Commit; call it through `finish`, because a cancelled COMMIT may still commit.

        Raises:
            CommitUnknownException: the connection broke, the outcome is not known.
        """

    @abstractmethod
    async def rollback(self) -> None:
        """Roll back if a transaction is open; afterwards the lease is clean or broken."""

    @abstractmethod
    def release(self) -> None:
        """Give the connection back."""

    def discard(self) -> None:
        """Give up a connection that failed, so that nobody else gets it."""
        self.release()


class Pool(ABC):
    """Lends connections."""

    #: Writers wait for each other before their first statement, so no session keeps one idle.
    single_writer: bool
    #: Nothing is lent any more.
    is_closed = False

    @abstractmethod
    async def open(self) -> None:
        """Reach the server and make its settings known; later calls do nothing.

        Raises:
            ConnectionException: the server cannot be reached.
        """

    @abstractmethod
    async def lease(self, *, write: bool, is_urgent: bool = False) -> Lease:
        """Lend a connection, waiting for `acquire_timeout` at most.

        Where all writers wait for one connection, urgent ones are served first.

        Raises:
            ConnectionException: there is none.
        """

    @abstractmethod
    async def discard_idle(self) -> None:
        """Close the connections that nobody uses; they may be as dead as the one that failed."""

    @abstractmethod
    async def close(self) -> None:
        """Close all connections."""


async def finish(work: Coroutine[object, object, None]) -> asyncio.CancelledError | None:
    """Await `work` to its end, whatever happens to the caller.

    Returns the cancellation that arrived meanwhile; the caller raises it when it is done.
    """
    task = asyncio.ensure_future(work)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError as error:
            cancelled = error
        except Exception:  # noqa: S110 (raised by result() below)
            pass
    task.result()
    return cancelled
