"""A bus that keeps what was published."""

from typing import TypeVar

from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.core.events.bus import Bus
from kwai.core.events.event import Event
from kwai.core.events.task import Task

E = TypeVar("E", bound=Event)


class FakeBus(Bus):
    """Stands in for the outbox where the subject of the test is what a use case tells the world."""

    def __init__(self) -> None:
        self.published: list[Event] = []
        self.cancelled: list[str] = []
        self.subscribed: list[tuple[type[Event], Task]] = []
        self._keys: set[tuple[str, str]] = set()

    async def publish(self, event: Event, *, key: str | None = None) -> None:
        if key is not None:
            if (event.meta.name, key) in self._keys:
                return
            self._keys.add((event.meta.name, key))
        self.published.append(event)

    def subscribe(self, event: type[Event], task: Task, *, name: str | None = None) -> None:
        self.subscribed.append((event, task))

    async def cancel_deliveries(self, subject_uuid: UniqueId | str) -> int:
        self.cancelled.append(str(subject_uuid))
        return 0

    def of(self, event: type[E]) -> list[E]:
        return [published for published in self.published if isinstance(published, event)]
