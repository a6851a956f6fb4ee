"""Module that implements a consumer for a redis stream."""

import asyncio
from collections.abc import Awaitable, Callable

from loguru import logger
from redis.exceptions import RedisError, ResponseError

from kwai.core.events.stream import RedisMessage, RedisMessageException, RedisStream
from kwai.core.failpoint import failpoint

BLOCK_MILLISECONDS = 1000
RECONNECT_SECONDS = 0.5
IDLE_SECONDS = 3600.0
FIRST_ENTRY = "0"
NEW_ENTRIES = ">"

RedisCallback = Callable[[RedisMessage], Awaitable[bool]]


class RedisConsumer:
    """A consumer for a Redis stream.

    A message is acknowledged when the callback returns True. One that no `RedisStream` wrote is
    removed: it would otherwise be read again after each start.
    """

    def __init__(self, stream: RedisStream, group_name: str, callback: RedisCallback) -> None:
        self._stream = stream
        self._group_name = group_name
        self._callback = callback
        self._is_stopping = asyncio.Event()

    def cancel(self) -> None:
        """Cancel the consumer; it ends with the message at hand."""
        self._is_stopping.set()

    async def consume(self, consumer_name: str, check_backlog: bool = True) -> None:
        """Consume messages from a stream until it is cancelled.

        Args:
            consumer_name: Two consumers with one name would steal each other's pending messages.
            check_backlog: Take what this name had pending once more, before anything new.
        """
        self._is_stopping.clear()
        last_id = FIRST_ENTRY if check_backlog else NEW_ENTRIES
        while not self._is_stopping.is_set():
            try:
                last_id = await self._consume_next(consumer_name, last_id)
            except RedisError as error:
                if not await self._repair(error):
                    await self._pause()

    async def _consume_next(self, consumer_name: str, last_id: str) -> str:
        """Handle one message; tells the id from which to read on."""
        block = BLOCK_MILLISECONDS if last_id == NEW_ENTRIES else None
        try:
            message = await self._stream.consume(self._group_name, consumer_name, last_id, block)
        except RedisMessageException as error:
            await self._discard(error)
            return last_id if last_id == NEW_ENTRIES else error.message_id
        if message is None:
            return NEW_ENTRIES
        if await self._handle(message):
            failpoint("before_ack")
            await self._stream.ack(self._group_name, message.id)
        return last_id if last_id == NEW_ENTRIES else message.id

    async def _handle(self, message: RedisMessage) -> bool:
        try:
            return await self._callback(message)
        except Exception:
            # The loop of the worker: whatever a callback does, the next message is read.
            logger.exception("The callback for entry {} of {} failed.", message.id, message.stream)
            return False

    async def _discard(self, error: RedisMessageException) -> None:
        logger.warning("{} It is removed.", error)
        await self._stream.ack(self._group_name, error.message_id)
        await self._stream.delete_entries(error.message_id)

    async def _repair(self, error: RedisError) -> bool:
        """Make the group (again) when there is none; False for everything else."""
        if not (isinstance(error, ResponseError) and str(error).startswith("NOGROUP")):
            logger.warning("Stream {}: {}.", self._stream.name, type(error).__name__)
            return False
        try:
            # From the first entry on: what was added before the group existed counts as well.
            await self._stream.create_group(self._group_name, FIRST_ENTRY)
        except RedisError:
            return False
        return True

    async def _pause(self) -> None:
        try:
            async with asyncio.timeout(RECONNECT_SECONDS):
                await self._is_stopping.wait()
        except TimeoutError:
            return
