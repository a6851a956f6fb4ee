"""Module that defines the interface for a bus."""

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.core.events.event import Event

if TYPE_CHECKING:
    from kwai.core.events.task import Task


class Bus(ABC):
    """Interface for a message bus."""

    @abstractmethod
    async def publish(self, event: Event, *, key: str | None = None) -> None:
        """Publish an event; with a key, an event that was published with it before is dropped."""

    @abstractmethod
    def subscribe(self, event: type[Event], task: "Task", *, name: str | None = None) -> None:
        """Subscribe on an event; a task is known by `<module>.<function>` unless named."""

    @abstractmethod
    async def cancel_deliveries(self, subject_uuid: UniqueId | str) -> int:
        """Withdraw what is queued for a user or an invitation; tells how many deliveries it was."""
