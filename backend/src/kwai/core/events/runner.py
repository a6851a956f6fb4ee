"""Runs one attempt at a delivery and writes how it ended."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from loguru import logger

from kwai.core.db.exceptions import (
    DatabaseException,
    DatabaseUnavailableException,
    TransientException,
)
from kwai.core.db.session import retry_delay
from kwai.core.events.backoff import Backoff
from kwai.core.events.delivery_handler import Attempt, DeliveryHandler
from kwai.core.events.done_marks import DoneMarks
from kwai.core.events.outbox.outbox_db_repository import EXHAUSTED, OutboxDbRepository
from kwai.core.events.outbox.verdict import Dead, Done, Fenced, Released, Retry, Verdict
from kwai.core.events.report import report_outcome
from kwai.core.failpoint import failpoint
from kwai.core.logging import request_id

if TYPE_CHECKING:
    from kwai.core.db.database import Database
    from kwai.core.events.outbox.claim import Claim
    from kwai.core.security.keys import Keys

REPEAT_SECONDS = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class RunnerLimits:
    """How long, and how often, a delivery is tried."""

    handler_timeout: float
    max_attempts: int
    backoff: Backoff


class Runner:
    """Turns a claim into a verdict that is stored; never raises, except when it is cancelled."""

    def __init__(
        self,
        sessions: "Callable[[], Database]",
        handlers: Mapping[str, DeliveryHandler],
        limits: RunnerLimits,
        *,
        worker: str,
        keys: "Keys",
        on_lost_database: Callable[[], None],
    ) -> None:
        self._sessions = sessions
        self._handlers = handlers
        self._limits = limits
        self._worker = worker
        self._keys = keys
        self._on_lost_database = on_lost_database
        self._done_marks = DoneMarks(sessions, worker=worker)

    async def run(self, attempt: Attempt) -> None:
        """Run the handler and write what came of it."""
        claim = attempt.claim
        request_id.set(claim.request_id)
        verdict = self._limit(claim, await self._handle(attempt))
        attempt.is_ending = True
        is_stored = isinstance(verdict, Fenced) or (isinstance(verdict, Done) and verdict.is_stored)
        if not is_stored and not await self._store(claim, verdict):
            verdict = Fenced()
        report_outcome(claim, verdict, worker=self._worker, keys=self._keys)

    async def _handle(self, attempt: Attempt) -> Verdict:
        claim = attempt.claim
        try:
            async with asyncio.timeout(self._limits.handler_timeout):
                return await self._handlers[claim.handler].handle(attempt)
        except TimeoutError:
            return Retry(outcome="timeout", error="The handler took too long.")
        except asyncio.CancelledError:
            if not attempt.can_be_released:
                raise
            failpoint("in_release")
            return Released()
        except DatabaseUnavailableException as error:
            if not isinstance(error, TransientException):
                self._on_lost_database()
            return Retry(outcome="error", error=type(error).__name__)
        except Exception as error:
            # The loop of the worker: whatever a handler does, the queue moves on.
            logger.exception("A handler failed.")
            return Retry(outcome="error", error=type(error).__name__)

    def _limit(self, claim: "Claim", verdict: Verdict) -> Verdict:
        """Choose when to try again, or give up."""
        if not isinstance(verdict, Retry):
            return verdict
        if verdict.is_counted and claim.attempts >= self._limits.max_attempts:
            return Dead(outcome=EXHAUSTED, error=verdict.error)
        return replace(verdict, delay=verdict.delay or self._limits.backoff.after(claim.attempts))

    async def _store(self, claim: "Claim", verdict: Verdict) -> bool:
        """Write a verdict, if need be until the database is back; False when it is too late.

        Only a mail that has left is worth waiting for; everything else is what happens anyway when
        the lease ends.
        """
        is_done, is_repeated = isinstance(verdict, Done), False
        while True:
            if is_done:
                failpoint("before_done")
            try:
                is_written = await self._write(claim, verdict, is_repeated=is_repeated)
            except DatabaseUnavailableException as error:
                pause = self._pause_after(error, verdict)
                if pause is None:
                    return False
                is_repeated = True
                await asyncio.sleep(pause)
            except DatabaseException:
                logger.exception("The end of a delivery could not be written.")
                return False
            else:
                if is_done:
                    failpoint("after_done")
                return is_written

    def _pause_after(self, error: DatabaseUnavailableException, verdict: Verdict) -> float | None:
        """Tell when to write again, None for never."""
        if isinstance(error, TransientException):
            # Two workers met in an index; the one that lost just comes again.
            return retry_delay(1)
        self._on_lost_database()
        return REPEAT_SECONDS if isinstance(verdict, Done) else None

    async def _write(self, claim: "Claim", verdict: Verdict, *, is_repeated: bool) -> bool:
        if verdict == Done():
            return await self._done_marks.put(claim)
        database = self._sessions()
        database.is_urgent = True
        try:
            outbox = OutboxDbRepository(database)
            if await outbox.finish(claim, verdict):
                return True
            # The write before may have been done, and only its answer was lost.
            is_done = isinstance(verdict, Done) and is_repeated
            return is_done and bool(await outbox.done_of([claim.id], self._worker))
        finally:
            await database.close()
