"""Define a message bus using Redis."""

import asyncio
import os
import secrets
import socket
from collections.abc import Awaitable, Callable, Iterable
from typing import TYPE_CHECKING

from loguru import logger

from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.core.events.bus import Bus
from kwai.core.events.consumer import IDLE_SECONDS, RedisCallback, RedisConsumer
from kwai.core.events.event import Event
from kwai.core.events.stream import RedisMessage, RedisStream
from kwai.core.events.subscriptions import Subscriptions
from kwai.core.events.task import Task

if TYPE_CHECKING:
    from redis.asyncio import Redis

MAX_LENGTH = 10_000
Wake = Callable[[], Awaitable[bool]]


class RedisBus(Bus):
    """A message bus using Redis streams.

    The name of the event is mostly `<module>.<entity>.<past tense>`. Each module will have its own
    stream. Given `wake`, its messages only ring: the database says what there is to do. Alone it
    carries whole events; then Redis is all that remembers them.
    """

    def __init__(
        self,
        redis: "Redis",
        *,
        wake: Wake | None = None,
        modules: Iterable[str] = (),
        at_once: int = 1,
    ) -> None:
        """Create the bus.

        Args:
            redis: A client of its own: its connections wait for messages.
            wake: Called for a message, whose content does not matter then.
            modules: Whose streams are read.
            at_once: So many messages of a stream are handled at a time.
        """
        self._redis = redis
        self._wake = wake
        self._at_once = at_once
        self._modules = set(modules)
        self._subscriptions = Subscriptions()
        self._consumers: list[RedisConsumer] = []

    async def publish(self, event: Event, *, key: str | None = None) -> None:
        """Publish the event on the stream that belongs to the module; a key changes nothing."""
        await self.stream(event.meta.module).add(RedisMessage(data=event.data))

    def subscribe(self, event: type[Event], task: Task, *, name: str | None = None) -> None:
        """Subscribe a callback to an event; each module with one gets a consumer."""
        self._subscriptions.add(event, task, name)
        self._modules.add(event.meta.module)

    async def cancel_deliveries(self, subject_uuid: UniqueId | str) -> int:
        """Nothing can be withdrawn from a stream: a message is on its way once it is added."""
        return 0

    async def ring(self, module: str, event_id: str) -> None:
        """Wake whoever works off the events of a module; carries no content."""
        meta = {"name": module, "uuid": event_id}
        message = RedisMessage(data={"meta": meta, "data": {}})
        await self.stream(module).add(message, max_length=MAX_LENGTH)

    async def run(self) -> None:
        """Start all consumers; returns when they have ended."""
        name = _consumer_name()
        async with asyncio.TaskGroup() as group:
            for module in sorted(self._modules):
                consumer = self._create_consumer(module)
                self._consumers.append(consumer)
                group.create_task(consumer.consume(name))
            group.create_task(self._remove_idle_consumers())
        self._consumers.clear()

    async def cancel(self) -> None:
        """Cancel all consumers."""
        for consumer in self._consumers:
            consumer.cancel()

    async def close(self) -> None:
        """Close the connections to Redis."""
        await self._redis.aclose()

    def stream(self, module: str) -> RedisStream:
        """The stream of a module."""
        return RedisStream(self._redis, f"kwai.{module}")

    def _create_consumer(self, module: str) -> RedisConsumer:
        return RedisConsumer(
            self.stream(module), _group(module), self._callback(), at_once=self._at_once
        )

    def _callback(self) -> RedisCallback:
        return self._handle if self._wake is None else self._ring_through

    async def _ring_through(self, message: RedisMessage) -> bool:
        assert self._wake is not None  # noqa: S101 (tells the type checker; _callback has asked)
        if await self._wake():
            return True
        # Nobody looks any more: the rings that are left are for others.
        await self.cancel()
        return False

    async def _handle(self, message: RedisMessage) -> bool:
        name = message.data.get("meta", {}).get("name", "")
        for handler in self._subscriptions.handlers_of(name):
            await self._subscriptions.task_of(handler)(message.data)
        return True

    async def _remove_idle_consumers(self) -> None:
        for module in self._modules:
            try:
                await self.stream(module).delete_idle_consumers(_group(module), IDLE_SECONDS)
            except Exception as error:
                logger.debug("Stream kwai.{}: {}.", module, type(error).__name__)


def _group(module: str) -> str:
    return f"kwai.{module}.group"


def _consumer_name() -> str:
    return f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(4)}"
