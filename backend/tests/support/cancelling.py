"""Cancels a piece of work exactly where it waits for the n-th time."""

import asyncio
import types
from collections.abc import Awaitable, Callable, Coroutine, Generator
from functools import partial
from typing import Any, TypeVar

T = TypeVar("T")

MAX_WAITS = 500


@types.coroutine
def cancelled_at(work: Coroutine[Any, Any, T], number: int) -> Generator[Any, Any, T]:
    """Await `work`, but cancel the task when it suspends for the n-th time."""
    waits = 0
    resume: Callable[[], Any] = partial(work.send, None)
    while True:
        try:
            future = resume()
        except StopIteration as stop:
            result: T = stop.value
            return result
        waits += 1
        if waits == number:
            task = asyncio.current_task()
            assert task is not None
            task.cancel()
        try:
            yield future
        except BaseException as error:
            resume = partial(work.throw, error)
        else:
            resume = partial(work.send, None)


async def cancel_everywhere(
    work: Callable[[], Coroutine[Any, Any, None]], check: Callable[[bool], Awaitable[None]]
) -> int:
    """Cancel `work` at its first wait, then at its second, until it has no more.

    After each run `check` is called and told whether the work came to its end. Returns how many
    waits there were.
    """
    for number in range(1, MAX_WAITS):
        task = asyncio.ensure_future(_run(work, number))
        await asyncio.wait({task})
        if not task.cancelled() and (error := task.exception()) is not None:
            raise error
        await check(not task.cancelled())
        if not task.cancelled():
            return number - 1
    raise AssertionError("The work never ends.")


async def _run(work: Callable[[], Coroutine[Any, Any, None]], number: int) -> None:
    await cancelled_at(work(), number)
