"""How a use case hashes: beside the event loop, on a place that the edge has taken."""

from collections.abc import Awaitable, Callable
from typing import ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class RunInThread(Protocol):
    """Calls a slow function in a thread; `asyncio.to_thread` and `HashingSlots.run` are such."""

    def __call__(
        self, function: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs
    ) -> Awaitable[R]: ...
