"""Tells workers to look into the outbox now; when it fails, they look a second later."""

import asyncio
import time
from collections.abc import Callable
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from loguru import logger

from kwai.core.events.metrics import get_metrics
from kwai.core.failpoint import failpoint

if TYPE_CHECKING:
    from kwai.core.events.redis_bus import RedisBus
    from kwai.core.settings import RedisSettings

RING_SECONDS = 0.1
FAILURES_TO_SKIP = 3
SKIP_SECONDS = 5.0


class Bell:
    """Wakes the worker of this process directly and those of other processes through Redis.

    Ringing never fails and takes 100 ms at most: no request depends on it.
    """

    def __init__(
        self, redis_bus: "RedisBus | None" = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._redis_bus = redis_bus
        self._clock = clock
        self._listeners: list[Callable[[], None]] = []
        self._failures = 0
        self._skip_until = 0.0
        self._ringing: dict[str, asyncio.Lock] = {}
        self._next_rings: dict[str, asyncio.Task[None]] = {}

    def add_listener(self, wake: Callable[[], None]) -> None:
        """Let a worker of this process hear the bell."""
        self._listeners.append(wake)

    def remove_listener(self, wake: Callable[[], None]) -> None:
        """Leave a worker that has ended alone."""
        self._listeners.remove(wake)

    async def ring(self, module: str, event_id: str) -> None:
        """Announce a committed event of a module."""
        for wake in self._listeners:
            wake()
        if self._redis_bus is not None:
            await self._ring_redis(self._redis_bus, module, event_id)
        failpoint("after_doorbell")

    async def close(self) -> None:
        """Close the connections to Redis."""
        if self._redis_bus is not None:
            await self._redis_bus.close()

    async def _ring_redis(self, redis_bus: "RedisBus", module: str, event_id: str) -> None:
        if self._clock() < self._skip_until:
            get_metrics().bells.labels("skipped").inc()
            return
        # All who come while a ring is on its way share the next one.
        if (ring := self._next_rings.get(module)) is None:
            ring = asyncio.create_task(self._ring_next(redis_bus, module, event_id))
            self._next_rings[module] = ring
        await asyncio.shield(ring)

    async def _ring_next(self, redis_bus: "RedisBus", module: str, event_id: str) -> None:
        ringing = self._ringing.setdefault(module, asyncio.Lock())
        try:
            async with asyncio.timeout(RING_SECONDS):
                try:
                    await ringing.acquire()
                finally:
                    # Who comes from here on was committed too late for this ring.
                    del self._next_rings[module]
                try:
                    await redis_bus.ring(module, event_id)
                finally:
                    ringing.release()
        except Exception as error:
            self._count_failure(error)
        else:
            self._failures = 0
            get_metrics().bells.labels("ok").inc()

    def _count_failure(self, error: Exception) -> None:
        get_metrics().bells.labels("failed").inc()
        self._failures += 1
        if self._failures >= FAILURES_TO_SKIP:
            self._skip_until = self._clock() + SKIP_SECONDS
        if self._failures == FAILURES_TO_SKIP:
            logger.warning("Redis does not answer ({}); workers poll.", type(error).__name__)


# A client of Redis belongs to the loop that it connected in.
_bells: "WeakKeyDictionary[asyncio.AbstractEventLoop, dict[RedisSettings | None, Bell]]"
_bells = WeakKeyDictionary()


def get_bell(settings: "RedisSettings | None") -> Bell:
    """Find or create the bell of this event loop; publishers and worker share it."""
    bells = _bells.setdefault(asyncio.get_running_loop(), {})
    if (bell := bells.get(settings)) is None:
        bell = bells[settings] = Bell(_create_redis_bus(settings))
    return bell


async def close_bells() -> None:
    """Close the connections that the bells of this event loop keep."""
    bells = _bells.pop(asyncio.get_running_loop(), {})
    for bell in bells.values():
        await bell.close()


def _create_redis_bus(settings: "RedisSettings | None") -> "RedisBus | None":
    from kwai.core.dependencies import create_redis

    redis = create_redis(settings)
    if redis is None:
        return None
    from kwai.core.events.redis_bus import RedisBus

    return RedisBus(redis)
