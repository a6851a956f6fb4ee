"""A worker with everything it needs, as its own program or inside the API process."""

import asyncio
import os
import secrets
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING

from loguru import logger

from kwai.core.dependencies import (
    create_database,
    create_mail_transport,
    create_redis,
    create_template_engine,
)
from kwai.core.events.backoff import Backoff
from kwai.core.events.bell import Bell, get_bell
from kwai.core.events.breaker import Breaker
from kwai.core.events.delivery_handler import DeliveryHandler
from kwai.core.events.outbox.new_event import MAIL_QUEUED, SEND_MAIL
from kwai.core.events.outbox.outbox_bus import OutboxBus
from kwai.core.events.relay_handler import RelayHandler
from kwai.core.events.runner import RunnerLimits
from kwai.core.events.sealing import get_sealer
from kwai.core.events.subscriptions import Subscriptions, get_subscriptions
from kwai.core.events.sweeper import Sweeper
from kwai.core.events.task_handler import TaskHandler
from kwai.core.events.templates import Templates
from kwai.core.events.worker import EventWorker, WorkerLimits
from kwai.core.mail.address import create_sender
from kwai.core.security.keys import Keys

if TYPE_CHECKING:
    from kwai.core.db.database import Database
    from kwai.core.events.redis_bus import RedisBus
    from kwai.core.settings import Settings

RESTART_SECONDS = 1.0
CANCEL_SECONDS = 0.5
Companion = Callable[[], Awaitable[None]]


class RunnableBus:
    """A worker, the sweeper and the doorbells that wake it."""

    def __init__(
        self,
        worker: EventWorker,
        *,
        bell: Bell,
        sweeper: Sweeper,
        relay: RelayHandler,
        redis_bus: "RedisBus | None",
        templates: Templates,
    ) -> None:
        self.worker = worker
        self._bell = bell
        self._sweeper = sweeper
        self._relay = relay
        self._redis_bus = redis_bus
        self._templates = templates

    async def load(self) -> None:
        """Load what the first mail would wait for."""
        await self._templates.get()

    async def run(self) -> None:
        """Work until stopped."""
        self._bell.add_listener(self.worker.wake)
        companions = [asyncio.create_task(_keep_running(each)) for each in self._companions()]
        try:
            await self.worker.run()
        finally:
            self._bell.remove_listener(self.worker.wake)
            if self._redis_bus is not None:
                await self._redis_bus.cancel()
            await _end(companions)
            await self.close()

    async def drain(self) -> None:
        """Work until nothing is due, then return.

        Raises:
            DatabaseException: the database cannot be used.
        """
        try:
            await self.worker.drain()
        finally:
            await self.close()

    def stop(self) -> None:
        """Ask `run` to end; what runs is finished or given back."""
        self.worker.stop()

    @asynccontextmanager
    async def running(self) -> AsyncIterator["RunnableBus"]:
        """Run beside the body, and stop when it ends."""
        task = asyncio.create_task(self.run())
        try:
            yield self
        finally:
            self.stop()
            await task

    async def close(self) -> None:
        """Close the connections to the relay and to Redis."""
        await self._relay.close()
        if self._redis_bus is not None:
            await self._redis_bus.close()

    def _companions(self) -> list[Companion]:
        redis_bus = self._redis_bus
        return [self._sweeper.run] if redis_bus is None else [self._sweeper.run, redis_bus.run]


def create_worker(settings: "Settings", subscriptions: Subscriptions | None = None) -> RunnableBus:
    """Build a worker for the subscriptions of this process, and nothing of it runs yet."""
    subscriptions = subscriptions or get_subscriptions()
    sessions = partial(create_database, settings.db)
    breaker = Breaker()
    relay = _create_relay(settings, breaker)
    templates = Templates(partial(create_template_engine, settings))
    tasks = _create_task_handlers(settings, subscriptions, sessions, templates)
    handlers: dict[str, DeliveryHandler] = {SEND_MAIL: relay, **tasks}
    worker = EventWorker(
        name=f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(4)}"[-128:],
        sessions=sessions,
        handlers=handlers,
        limits=WorkerLimits.create(settings.bus, answer_timeout=settings.email.timeout),
        runner_limits=_create_limits(settings),
        breaker=breaker,
        keys=Keys.create(settings.security),
    )
    modules = subscriptions.modules | {MAIL_QUEUED.partition(".")[0]}
    return RunnableBus(
        worker,
        bell=get_bell(settings.redis),
        sweeper=Sweeper(sessions, sweeps=subscriptions.create_sweeps()),
        relay=relay,
        redis_bus=_create_redis_bus(settings, worker, modules),
        templates=templates,
    )


def _create_relay(settings: "Settings", breaker: Breaker) -> RelayHandler:
    return RelayHandler(
        create_mail_transport(settings),
        sender=create_sender(settings).email.email,
        sealer=get_sealer(settings.security),
        breaker=breaker,
        last_moment=settings.bus.lease - settings.email.timeout,
    )


def _create_task_handlers(
    settings: "Settings",
    subscriptions: Subscriptions,
    sessions: "Callable[[], Database]",
    templates: Templates,
) -> Mapping[str, DeliveryHandler]:
    sealer = get_sealer(settings.security)
    bell = get_bell(settings.redis)

    def create_bus(database: "Database") -> OutboxBus:
        return OutboxBus(database, subscriptions, sealer, bell)

    return {
        subscription.handler: TaskHandler(
            subscription.task,
            settings=settings,
            sessions=sessions,
            buses=create_bus,
            sealer=sealer,
            templates=templates,
        )
        for subscription in subscriptions
    }


def _create_limits(settings: "Settings") -> RunnerLimits:
    bus = settings.bus
    return RunnerLimits(
        handler_timeout=bus.handler_timeout,
        max_attempts=bus.max_attempts,
        backoff=Backoff(base=bus.backoff_base, cap=bus.backoff_cap),
    )


def _create_redis_bus(
    settings: "Settings", worker: EventWorker, modules: frozenset[str]
) -> "RedisBus | None":
    # A client of its own: its connections wait in XREADGROUP, and a ring must not wait for them.
    redis = create_redis(settings.redis)
    if redis is None:
        return None
    from kwai.core.events.redis_bus import RedisBus

    # Each ring stands for work of one slot; what this worker has no slot for wakes others.
    return RedisBus(redis, wake=worker.look, modules=modules, at_once=settings.bus.concurrency)


async def _end(companions: Iterable[asyncio.Task[None]]) -> None:
    """Cancel them until they have ended.

    A library may lose a cancellation: `asyncio.wait_for` of Python 3.11, under each command to
    Redis, does when what it waits for is done at the same moment.
    """
    pending = set(companions)
    while pending:
        for companion in pending:
            companion.cancel()
        _, pending = await asyncio.wait(pending, timeout=CANCEL_SECONDS)


async def _keep_running(companion: Companion) -> None:
    while True:
        try:
            await companion()
        except Exception:
            # The worker polls; what else there is must not end with the first surprise.
            logger.exception("A companion of the worker failed.")
        await asyncio.sleep(RESTART_SECONDS)
