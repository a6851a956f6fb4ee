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

    def __init__(
        self,
        stream: RedisStream,
        group_name: str,
        callback: RedisCallback,
        *,
        at_once: int = 1,
    ) -> None:
        """Create the consumer.

        Args:
            stream: The stream to consume.
            group_name: The name of the group.
            callback: Called for each message.
            at_once: So many messages are taken, handled and acknowledged together.
        """
        self._stream = stream
        self._group_name = group_name
        self._callback = callback
        self._at_once = at_once
        self._is_stopping = asyncio.Event()
        self._is_away = False

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
                self._tell_of(None)
            except RedisError as error:
                if not await self._repair(error):
                    await self._pause()

    async def _consume_next(self, consumer_name: str, last_id: str) -> str:
        """Handle what is next; tells the id from which to read on."""
        block = BLOCK_MILLISECONDS if last_id == NEW_ENTRIES else None
        entries = await self._stream.consume_many(
            self._group_name, consumer_name, last_id, count=self._at_once, block=block
        )
        if not entries:
            return NEW_ENTRIES
        handled = await asyncio.gather(*map(self._handle, entries))
        outcomes = zip(entries, handled, strict=True)
        if ids := [_id_of(entry) for entry, is_handled in outcomes if is_handled]:
            failpoint("before_ack")
            await self._stream.ack(self._group_name, *ids)
        return last_id if last_id == NEW_ENTRIES else _id_of(entries[-1])

    async def _handle(self, entry: RedisMessage | RedisMessageException) -> bool:
        if isinstance(entry, RedisMessageException):
            logger.warning("{} It is removed.", entry)
            await self._stream.delete_entries(entry.message_id)
            return True
        try:
            return await self._callback(entry)
        except Exception:
            # The loop of the worker: whatever a callback does, the next message is read.
            logger.exception("The callback for entry {} of {} failed.", entry.id, entry.stream)
            return False

    async def _repair(self, error: RedisError) -> bool:
        """Make the group (again) when there is none; False for everything else."""
        if not (isinstance(error, ResponseError) and str(error).startswith("NOGROUP")):
            self._tell_of(error)
            return False
        try:
            # From the first entry on: what was added before the group existed counts as well.
            await self._stream.create_group(self._group_name, FIRST_ENTRY)
        except RedisError:
            return False
        return True

    def _tell_of(self, error: RedisError | None) -> None:
        """Log when Redis goes and when it is back: an hour between would be thousands of lines."""
        if self._is_away == (error is not None):
            return
        self._is_away = error is not None
        name = self._stream.name
        if error is None:
            logger.info("Stream {}: Redis can be used again.", name)
        else:
            logger.warning("Stream {}: Redis cannot be used ({}).", name, type(error).__name__)

    async def _pause(self) -> None:
        try:
            async with asyncio.timeout(RECONNECT_SECONDS):
                await self._is_stopping.wait()
        except TimeoutError:
            return


def _id_of(entry: RedisMessage | RedisMessageException) -> str:
    return entry.id if isinstance(entry, RedisMessage) else entry.message_id
