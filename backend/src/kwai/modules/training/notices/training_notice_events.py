"""Module that defines the events of notices."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from kwai.core.events.event import Event, EventMeta


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingNoticesCreatedEvent(Event):
    """Event raised when somebody is to be told about trainings; who tells takes all that wait.

    Attributes:
        wait: Seconds in which more may come that is told in the same mail.
    """

    meta: ClassVar[EventMeta] = EventMeta(name="training.notice.created")

    user_uuid: str
    last_start: datetime
    wait: float = 0.0

    def delay(self) -> timedelta:
        return timedelta(seconds=self.wait)

    def subject_uuid(self) -> str:
        return self.user_uuid

    def expires_at(self) -> datetime | None:
        return self.last_start
