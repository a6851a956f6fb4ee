"""Claims deliveries and keeps them running; knows no module."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from loguru import logger

from kwai.core.db.exceptions import DatabaseUnavailableException, TransientException
from kwai.core.events.breaker import Breaker
from kwai.core.events.delivery_handler import Attempt, DeliveryHandler
from kwai.core.events.metrics import get_metrics
from kwai.core.events.outbox.claim import Claim, ClaimRequest, ClaimResult, Lane
from kwai.core.events.outbox.new_event import SEND_MAIL
from kwai.core.events.outbox.outbox_db_repository import OutboxDbRepository
from kwai.core.events.report import report_claim
from kwai.core.events.runner import Runner, RunnerLimits
from kwai.core.failpoint import failpoint

if TYPE_CHECKING:
    from kwai.core.db.database import Database
    from kwai.core.security.keys import Keys
    from kwai.core.settings import BusSettings

#: How long others may need to write what they sent while the database was away.
SETTLE_SECONDS = 2.0
GATHER_SECONDS = 0.01
GATHER_AT_MOST = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerLimits:
    """The settings that the loop of a worker obeys."""

    concurrency: int
    poll_interval: float
    lease: timedelta
    max_attempts: int
    stop_timeout: float
    answer_timeout: float

    @classmethod
    def create(cls, settings: "BusSettings", answer_timeout: float) -> "WorkerLimits":
        """Take them from the settings; `answer_timeout` is how long a relay may take to answer."""
        return cls(
            concurrency=settings.concurrency,
            poll_interval=settings.poll_interval,
            lease=timedelta(seconds=settings.lease),
            max_attempts=settings.max_attempts,
            stop_timeout=settings.stop_timeout,
            answer_timeout=answer_timeout,
        )


class EventWorker:
    """Works off the outbox: claims what is due, as much as it can run at once, and runs it.

    It looks when it is woken and once per poll interval. Any number of workers share an outbox.
    """

    def __init__(
        self,
        *,
        name: str,
        sessions: "Callable[[], Database]",
        handlers: Mapping[str, DeliveryHandler],
        limits: WorkerLimits,
        runner_limits: RunnerLimits,
        breaker: Breaker,
        keys: "Keys",
        settle_seconds: float = SETTLE_SECONDS,
    ) -> None:
        self._name = name
        self._sessions = sessions
        self._handlers = frozenset(handlers)
        self._limits = limits
        self._breaker = breaker
        self._keys = keys
        self._settle_seconds = settle_seconds
        self._runner = Runner(
            sessions,
            handlers,
            runner_limits,
            worker=name,
            keys=keys,
            on_lost_database=self._lose_database,
        )
        self._runs: dict[asyncio.Task[None], Attempt] = {}
        self._wake = asyncio.Event()
        self._few = limits.concurrency // 4
        self._has_few = asyncio.Event()
        self._waiting: list[asyncio.Future[bool]] = []
        self._next_take_over = 0.0
        self._is_stopping = False
        self._is_database_lost = False
        self._may_have_more = False
        self._is_rung = False

    @property
    def name(self) -> str:
        """The name that stands in the rows it holds."""
        return self._name

    def wake(self) -> None:
        """Let it look for work now."""
        self._is_rung = True
        self._wake.set()

    async def look(self) -> bool:
        """Let it look for work now; returns when what it found is leased, False when it stops."""
        if self._is_stopping:
            return False
        looked: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append(looked)
        self.wake()
        return await looked

    def stop(self) -> None:
        """Ask `run` to end."""
        self._is_stopping = True
        self._wake.set()

    async def run(self) -> None:
        """Work until stopped, then end what is running."""
        logger.bind(worker=self._name).info("The worker starts.")
        while not self._is_stopping:
            await self._gather_slots()
            self._wake.clear()
            looking, self._waiting = self._waiting, []
            has_more = await self._look()
            _answer(looking, True)
            if not has_more:
                await self._sleep()
        _answer(self._waiting, False)
        logger.bind(worker=self._name).info("The worker ends {} deliveries.", len(self._runs))
        await self._finish_runs()
        logger.bind(worker=self._name, outcome="stopped").info("The worker has stopped.")

    async def drain(self) -> None:
        """Work until nothing is due.

        Raises:
            DatabaseException: the database cannot be used.
        """
        while await self._claim() or self._runs:
            if self._runs:
                await asyncio.wait(self._runs, return_when=asyncio.FIRST_COMPLETED)
            await self._gather_slots()

    async def _look(self) -> bool:
        """Claim what is due; tells whether there may be more at once."""
        try:
            if self._is_database_lost:
                await self._recover()
            return await self._claim()
        except TransientException as error:
            logger.debug("{} at a claim.", type(error).__name__)
            return True
        except DatabaseUnavailableException as error:
            self._lose_database(str(error))
        except Exception:
            # The loop of the worker: in the API process nobody would notice its end.
            logger.exception("The outbox cannot be read.")
        return False

    async def _gather_slots(self) -> None:
        """Let deliveries that end at about the same time share the cost of the next claim.

        A busy machine stretches that time: it lasts as long as they go on ending.
        """
        loop = asyncio.get_running_loop()
        deadline = loop.time() + GATHER_AT_MOST
        before = len(self._runs) + 1
        while self._few < len(self._runs) < before and loop.time() < deadline:
            before = len(self._runs)
            await self._wait_for_few(GATHER_SECONDS)

    async def _wait_for_few(self, seconds: float) -> None:
        self._has_few.clear()
        try:
            async with asyncio.timeout(seconds):
                await self._has_few.wait()
        except TimeoutError:
            return

    async def _claim(self) -> bool:
        lanes = self._lanes()
        if not lanes:
            return False
        wanted = frozenset[str]().union(*(lane.handlers for lane in lanes))
        # Whoever rings has committed something: there is no need to ask first.
        is_busy = bool(self._runs) or self._is_rung
        self._is_rung = False
        if not (is_busy or self._may_have_more or await self._has_due(wanted)):
            return False
        result = await self._lease(lanes, takes_over=self._is_time_to_take_over(is_busy))
        self._may_have_more = len(result.claims) == sum(lane.limit for lane in lanes)
        if result.claims:
            failpoint("after_claim")
        report_claim(result, worker=self._name, keys=self._keys)
        for claim in result.claims:
            self._start(claim)
        return bool(result.settled)

    async def _lease(self, lanes: list[Lane], *, takes_over: bool) -> ClaimResult:
        request = ClaimRequest(
            lanes=lanes,
            worker=self._name,
            lease=self._limits.lease,
            max_attempts=self._limits.max_attempts,
            takes_over=takes_over,
        )
        database = self._sessions()
        try:
            return await database.run(lambda: OutboxDbRepository(database).claim(request))
        finally:
            await database.close()

    def _is_time_to_take_over(self, is_busy: bool) -> bool:
        """Leases end when a worker dies, which is rare: a busy worker looks once per interval."""
        now = asyncio.get_running_loop().time()
        if is_busy and now < self._next_take_over:
            return False
        self._next_take_over = now + self._limits.poll_interval
        return True

    async def _has_due(self, handlers: frozenset[str]) -> bool:
        """An idle worker only reads: a claim would take the write lock of SQLite."""
        database = self._sessions()
        try:
            return await OutboxDbRepository(database).has_due(handlers)
        finally:
            await database.close()

    def _lanes(self) -> list[Lane]:
        free = self._limits.concurrency - len(self._runs)
        if free <= 0:
            return []
        get_metrics().breaker.set(self._breaker.is_open)
        mails = self._breaker.allowance(free)
        if mails == free:
            return [Lane(handlers=self._handlers, limit=free)]
        lanes = [
            Lane(handlers=frozenset({SEND_MAIL}), limit=mails),
            Lane(handlers=self._handlers - {SEND_MAIL}, limit=free - mails),
        ]
        return [lane for lane in lanes if lane.limit and lane.handlers]

    def _start(self, claim: Claim) -> None:
        attempt = Attempt(claim=claim)
        task = asyncio.create_task(self._runner.run(attempt))
        self._runs[task] = attempt
        task.add_done_callback(self._end)

    def _end(self, task: asyncio.Task[None]) -> None:
        del self._runs[task]
        self._wake.set()
        if len(self._runs) <= self._few:
            self._has_few.set()
        if not task.cancelled() and (error := task.exception()) is not None:
            logger.opt(exception=error).error("A delivery was left to the end of its lease.")

    async def _sleep(self) -> None:
        try:
            async with asyncio.timeout(self._limits.poll_interval):
                await self._wake.wait()
        except TimeoutError:
            return

    def _lose_database(self, reason: str = "a delivery could not be ended") -> None:
        if not self._is_database_lost:
            logger.warning("The database cannot be used: {}.", reason)
        self._is_database_lost = True

    async def _recover(self) -> None:
        """Give everybody time to write what they sent while the database was away.

        A lease that ended meanwhile would otherwise be taken before its mail is marked as sent.
        """
        while any(attempt.is_ending for attempt in self._runs.values()):
            await asyncio.wait(self._runs, return_when=asyncio.FIRST_COMPLETED)
        await self._has_due(self._handlers)
        await asyncio.sleep(self._settle_seconds)
        self._is_database_lost = False
        logger.info("The database can be used again.")

    async def _finish_runs(self) -> None:
        """Wait for what is running; what takes too long is released, unless its mail has left."""
        await self._wait_for_runs(self._limits.stop_timeout)
        for task, attempt in self._runs.items():
            if attempt.can_be_released:
                task.cancel()
        await self._wait_for_runs(self._limits.answer_timeout)
        for task in self._runs:
            task.cancel()
        await self._wait_for_runs(None)

    async def _wait_for_runs(self, seconds: float | None) -> None:
        if self._runs:
            await asyncio.wait(self._runs, timeout=seconds)

    @asynccontextmanager
    async def running(self) -> AsyncIterator["EventWorker"]:
        """Run beside the body, and stop when it ends."""
        task = asyncio.create_task(self.run())
        try:
            yield self
        finally:
            self.stop()
            await task


def _answer(looking: list[asyncio.Future[bool]], has_looked: bool) -> None:
    for future in looking:
        if not future.done():
            future.set_result(has_looked)
