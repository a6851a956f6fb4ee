"""Writes that mails are done, several of them with one statement when several are."""

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from kwai.core.events.outbox.outbox_db_repository import OutboxDbRepository

if TYPE_CHECKING:
    from kwai.core.db.database import Database
    from kwai.core.events.outbox.claim import Claim

_Ending = tuple["Claim", "asyncio.Future[bool]"]


class Finisher:
    """Ends deliveries; those that come while a statement runs share the next one.

    Nobody waits for others to come, only for the statement that is on its way.
    """

    def __init__(self, sessions: "Callable[[], Database]", *, worker: str) -> None:
        self._sessions = sessions
        self._worker = worker
        self._waiting: list[_Ending] = []
        self._writing: asyncio.Task[None] | None = None

    async def finish(self, claim: "Claim") -> bool:
        """Write that a delivery is done; False when somebody else holds or has ended it."""
        ended: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append((claim, ended))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write_all())
        return await ended

    async def _write_all(self) -> None:
        while self._waiting:
            group, self._waiting = self._waiting, []
            try:
                done = await self._write([claim for claim, _ in group])
            except Exception as error:
                # Each of them decides for itself whether to come again.
                _fail(group, error)
            else:
                _answer(group, done)
        self._writing = None

    async def _write(self, claims: Sequence["Claim"]) -> frozenset[int]:
        """Give the ids of those that were still held."""
        ids = frozenset(claim.id for claim in claims)
        database = self._sessions()
        # A mail that has left is sent again when the process dies before this is written.
        database.is_urgent = True
        try:
            outbox = OutboxDbRepository(database)
            if await outbox.finish_all(claims) == len(claims):
                return ids
            return await outbox.done_of(ids, self._worker)
        finally:
            await database.close()


def _answer(group: Sequence[_Ending], done: frozenset[int]) -> None:
    for claim, ended in group:
        if not ended.done():
            ended.set_result(claim.id in done)


def _fail(group: Sequence[_Ending], error: Exception) -> None:
    for _, ended in group:
        if not ended.done():
            ended.set_exception(error)
