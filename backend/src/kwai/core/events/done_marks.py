"""Writes that deliveries are done, those of one moment with one statement."""

import asyncio
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from kwai.core.events.outbox.outbox_db_repository import OutboxDbRepository

if TYPE_CHECKING:
    from kwai.core.db.database import Database
    from kwai.core.events.outbox.claim import Claim

_Arrival = tuple["Claim", "asyncio.Future[bool]"]


class DoneMarks:
    """Ends deliveries; those that succeed in the same pass of the loop share what that costs.

    No mark waits for another one: a mail that has left is sent again when the process dies before
    its mark is written.
    """

    def __init__(self, sessions: "Callable[[], Database]", *, worker: str) -> None:
        self._sessions = sessions
        self._worker = worker
        self._arrived: list[_Arrival] = []
        self._writing: set[asyncio.Task[None]] = set()

    async def put(self, claim: "Claim") -> bool:
        """Write that a delivery is done; False when somebody else holds or has ended it.

        Raises:
            DatabaseException: nobody knows whether it was written.
        """
        loop = asyncio.get_running_loop()
        marked: asyncio.Future[bool] = loop.create_future()
        self._arrived.append((claim, marked))
        if len(self._arrived) == 1:
            loop.call_soon(self._begin)
        return await marked

    def _begin(self) -> None:
        group, self._arrived = self._arrived, []
        task = asyncio.create_task(self._end(group))
        self._writing.add(task)
        task.add_done_callback(self._writing.discard)

    async def _end(self, group: Sequence[_Arrival]) -> None:
        try:
            done = await self._write([claim for claim, _ in group])
        except Exception as error:
            # Each of them decides for itself whether to come again.
            for _, marked in group:
                if not marked.done():
                    marked.set_exception(error)
        else:
            for claim, marked in group:
                if not marked.done():
                    marked.set_result(claim.id in done)

    async def _write(self, claims: "Sequence[Claim]") -> Collection[int]:
        """Give the ids of those that are done now, and by this worker."""
        ids = [claim.id for claim in claims]
        database = self._sessions()
        database.is_urgent = True
        try:
            outbox = OutboxDbRepository(database)
            if await outbox.finish_all(claims) == len(ids):
                return ids
            # A write before may have been done, and only its answer was lost.
            return await outbox.done_of(ids, self._worker)
        finally:
            await database.close()
