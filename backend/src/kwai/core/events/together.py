"""Does once what several ask for in the same pass of the event loop."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

from loguru import logger

J = TypeVar("J")

#: More would keep longer what the first of them has locked, and save hardly anything.
MOST = 16

_Member = tuple[J, "asyncio.Future[bool]"]


class Together(Generic[J]):
    """Runs jobs that come in the same pass as one; whoever came first does it for all of them."""

    def __init__(
        self, run: Callable[[Sequence[J]], Awaitable[object]], *, seconds: float, most: int = MOST
    ) -> None:
        """Create it.

        Args:
            run: Does all that it is given, or raises and has done nothing.
            seconds: How long that may take.
            most: How many it is given at most.
        """
        self._run = run
        self._seconds = seconds
        self._most = most
        self._gathering: list[_Member[J]] | None = None

    async def put(self, job: J) -> bool:
        """Tell whether it was done together with others; if not, nothing of it was done."""
        done: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        if self._gathering is not None and len(self._gathering) < self._most:
            self._gathering.append((job, done))
            return await done
        group = self._gathering = [(job, done)]
        return await self._lead(group)

    async def _lead(self, group: list[_Member[J]]) -> bool:
        is_done = False
        try:
            await self._gather(group)
            is_done = len(group) > 1 and await self._do([job for job, _ in group])
        finally:
            # Also when the one that leads is cancelled: the others go on alone.
            for _, done in group:
                if not done.done():
                    done.set_result(is_done)
        return is_done

    async def _gather(self, group: list[_Member[J]]) -> None:
        try:
            await asyncio.sleep(0)
        finally:
            if self._gathering is group:
                self._gathering = None

    async def _do(self, jobs: Sequence[J]) -> bool:
        try:
            async with asyncio.timeout(self._seconds):
                await self._run(jobs)
        except Exception as error:
            # Whose fault it was shows when each of them runs alone.
            logger.debug("{} ended {} jobs.", type(error).__name__, len(jobs))
            return False
        return True
