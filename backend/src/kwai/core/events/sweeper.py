"""Keeps the outbox small, and forgets what is over there and in the modules."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

from loguru import logger

from kwai.core.db.exceptions import DatabaseException
from kwai.core.events.backoff import Backoff
from kwai.core.events.outbox.outbox_sweep_db_repository import OutboxSweepDbRepository
from kwai.core.failpoint import failpoint

if TYPE_CHECKING:
    from kwai.core.db.database import Database
    from kwai.core.events.subscriptions import Sweep

INTERVAL = 600.0


class Sweeper:
    """Sweeps every ten minutes or so; any number of workers may do it at the same time."""

    def __init__(
        self,
        sessions: "Callable[[], Database]",
        *,
        sweeps: "Sequence[Sweep]" = (),
        interval: float = INTERVAL,
    ) -> None:
        self._sessions = sessions
        self._sweeps = sweeps
        self._pause = Backoff(base=interval, cap=interval)

    async def run(self) -> None:
        """Sweep until cancelled."""
        while True:
            await asyncio.sleep(self._pause.spread(INTERVAL).total_seconds())
            try:
                await self.sweep()
            except DatabaseException as error:
                logger.warning("The sweep was given up: {}.", type(error).__name__)

    async def sweep(self) -> None:
        """Sweep once."""
        database = self._sessions()
        try:
            repository = OutboxSweepDbRepository(database)
            for step in (
                repository.cancel_expired,
                repository.forget_payloads,
                repository.delete_ended,
                repository.delete_events,
            ):
                await self._repeat(database, step)
            for sweep in self._sweeps:
                await sweep(database)
        finally:
            await database.close()

    async def _repeat(self, database: "Database", step: Callable[[], Awaitable[int]]) -> None:
        while await database.run(step):
            failpoint("in_sweep")
