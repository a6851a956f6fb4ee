"""A fair queue in front of a few things that can be used by one task at a time."""

import asyncio
from collections import deque
from typing import Generic, TypeVar

from kwai.core.db.exceptions import ConnectionException

T = TypeVar("T")


class Slots(Generic[T]):
    """Hands out its items in the order in which tasks asked for them, urgent ones first."""

    def __init__(self, items: list[T], timeout: float) -> None:
        self._idle = items
        self._timeout = timeout
        self._waiting: deque[asyncio.Future[T]] = deque()

    async def take(self, *, is_urgent: bool = False) -> T:
        """Take an item.

        Raises:
            ConnectionException: none came back in time.
        """
        if self._idle:
            return self._idle.pop()
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        if is_urgent:
            self._waiting.appendleft(future)
        else:
            self._waiting.append(future)
        try:
            async with asyncio.timeout(self._timeout):
                return await future
        except TimeoutError:
            self._abandon(future)
            raise ConnectionException("No connection became free in time.") from None
        except asyncio.CancelledError:
            self._abandon(future)
            raise

    def give_back(self, item: T) -> None:
        """Hand the item to the task that waits longest, if one does."""
        while self._waiting:
            future = self._waiting.popleft()
            if not future.done():
                future.set_result(item)
                return
        self._idle.append(item)

    def _abandon(self, future: asyncio.Future[T]) -> None:
        # The item may have arrived in the moment in which the task stopped waiting for it.
        if future.done() and not future.cancelled():
            self.give_back(future.result())
        elif future in self._waiting:
            self._waiting.remove(future)
