"""Which task handles which event."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kwai.core.events.event import Event
from kwai.core.events.task import Task

if TYPE_CHECKING:
    from kwai.core.db.database import Database

# Forgets what a module has kept long enough, in units of its own; tells how many rows it was.
Sweep = Callable[["Database"], Awaitable[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """One task that wants to know of one event."""

    event_name: str
    handler: str
    task: Task


class Subscriptions:
    """All tasks by the event they handle; publisher and worker have to know the same ones."""

    def __init__(self) -> None:
        self._by_event: dict[str, list[Subscription]] = {}
        self._by_handler: dict[str, Subscription] = {}
        self._sweeps: list[Callable[[], Sequence[Sweep]]] = []

    def add_sweeps(self, make: Callable[[], Sequence[Sweep]]) -> None:
        """Add what a module sweeps; only a worker asks for it, so only a worker imports it."""
        self._sweeps.append(make)

    def create_sweeps(self) -> list[Sweep]:
        """Gather what all modules sweep."""
        return [sweep for make in self._sweeps for sweep in make()]

    def add(self, event: type[Event], task: Task, name: str | None = None) -> None:
        """Let a task handle an event.

        Raises:
            ValueError: a task with this name handles an event already; the names stand in rows.
        """
        handler = name or handler_name(task)
        if handler in self._by_handler:
            raise ValueError(f"{handler} is subscribed already.")
        subscription = Subscription(event_name=event.meta.name, handler=handler, task=task)
        self._by_handler[handler] = subscription
        self._by_event.setdefault(event.meta.name, []).append(subscription)

    def handlers_of(self, event_name: str) -> list[str]:
        """Name the tasks that handle an event."""
        return [subscription.handler for subscription in self._by_event.get(event_name, ())]

    def task_of(self, handler: str) -> Task:
        """Find a task.

        Raises:
            KeyError: nobody subscribed under this name.
        """
        return self._by_handler[handler].task

    @property
    def handlers(self) -> frozenset[str]:
        """The names of all tasks."""
        return frozenset(self._by_handler)

    @property
    def modules(self) -> frozenset[str]:
        """The modules whose events somebody handles; each has a stream."""
        return frozenset(name.partition(".")[0] for name in self._by_event)

    def __iter__(self) -> Iterator[Subscription]:
        return iter(self._by_handler.values())


def handler_name(task: Task) -> str:
    """Build `<module>.<function>` from where a task is defined."""
    path = task.__module__.split(".")
    module = path[2] if path[:2] == ["kwai", "modules"] else path[-1]
    return f"{module}.{task.__name__}"


class _Registry:
    """Keeps the core blind of the modules: the programs say where the subscriptions come from."""

    gather: Callable[[], Subscriptions] | None = None
    gathered: Subscriptions | None = None


def register(gather: Callable[[], Subscriptions]) -> None:
    """Tell this process where the subscriptions come from; they are gathered at first use."""
    _Registry.gather = gather
    _Registry.gathered = None


def get_subscriptions() -> Subscriptions:
    """Gather the subscriptions of this process, once.

    Raises:
        RuntimeError: the program did not register any. Without them every event would be one that
            nobody handles, and be lost.
    """
    if _Registry.gather is None:
        raise RuntimeError("No subscriptions: the program has to call register_subscriptions().")
    if _Registry.gathered is None:
        _Registry.gathered = _Registry.gather()
    return _Registry.gathered
