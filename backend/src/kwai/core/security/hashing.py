"""Password hashing beside the event loop, and no more of it at once than the machine bears."""

import asyncio
import os
import sys
import threading
from collections.abc import AsyncIterator, Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from kwai.core.domain.exceptions import UnavailableException

if TYPE_CHECKING:
    from kwai.core.settings import Settings

P = ParamSpec("P")
R = TypeVar("R")

MAX_WAITING = 50
RETRY_AFTER = 2
# One write lock for the whole file: more hashes at once would only wait for it.
SQLITE_SLOTS = 2
#: A login takes some milliseconds longer while others are answered, who would all wait for it.
NICE = 10


class HashingSlots:
    """A number of places to hash at; who finds more than 50 waiting is sent away.

    A place is taken before the transaction is opened, so that a flood of logins waits outside it.
    """

    def __init__(self, size: int, *, max_waiting: int = MAX_WAITING) -> None:
        self._size = size
        self._max_waiting = max_waiting
        self._semaphore = asyncio.Semaphore(size)
        self._waiting = 0

    @property
    def size(self) -> int:
        """How many places there are."""
        return self._size

    @property
    def waiting(self) -> int:
        """How many wait for a place."""
        return self._waiting

    @asynccontextmanager
    async def take(self) -> AsyncIterator[None]:
        """Hold a place.

        Raises:
            UnavailableException: too many wait already.
        """
        await self._acquire()
        try:
            yield
        finally:
            self._semaphore.release()

    async def run(self, function: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Call a hashing function in a thread; the caller holds a place."""
        call = partial(function, *args, **kwargs)
        return await asyncio.get_running_loop().run_in_executor(self._threads, call)

    async def _acquire(self) -> None:
        if not self._semaphore.locked():
            await self._semaphore.acquire()
            return
        if self._waiting >= self._max_waiting:
            raise UnavailableException("Too many logins at this moment.", retry_after=RETRY_AFTER)
        self._waiting += 1
        try:
            await self._semaphore.acquire()
        finally:
            self._waiting -= 1

    @cached_property
    def _threads(self) -> ThreadPoolExecutor:
        # Threads of our own: a thread outlives a cancelled request, and must not outnumber places.
        # Nor cores: one that is put off by another hash would keep the interpreter waiting.
        cores = hashing_cores()
        return ThreadPoolExecutor(
            min(self._size, len(cores)),
            thread_name_prefix="hashing",
            initializer=_give_way,
            initargs=(cores,),
        )


def hashing_cores() -> Collection[int]:
    """Return the later half of the cores that this process may use, or its only one.

    Somebody who is woken on a core that hashes waits there for the next tick of the clock (4 ms),
    however low the priority of the hash: measured, most of what logins cost other visitors.
    """
    if sys.platform != "linux":
        return range((os.cpu_count() or 1) // 2 or 1)
    cores = sorted(os.sched_getaffinity(0))
    return cores[len(cores) - (len(cores) // 2 or 1) :]


def _give_way(cores: Collection[int]) -> None:
    """Let the thread compute on these cores, when nobody else wants to compute there.

    On Linux both belong to the thread; elsewhere a nice value is one of the whole process.
    """
    if sys.platform != "linux":
        return
    thread = threading.get_native_id()
    # A core may be gone, or a sandbox refuse: then it computes wherever it likes, as others do.
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, thread, NICE)
    with suppress(OSError):
        os.sched_setaffinity(thread, cores)


def get_hashing_slots(settings: "Settings") -> HashingSlots:
    """Return the slots that the whole process shares: one per core, two on SQLite."""
    cores = os.cpu_count() or 1
    return _shared_slots(SQLITE_SLOTS if settings.db.engine == "sqlite" else cores)


@lru_cache(maxsize=2)
def _shared_slots(size: int) -> HashingSlots:
    return HashingSlots(size)
