"""Module that defines the events of notices."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from kwai.core.events.event import Event, EventMeta


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingNoticesCreatedEvent(Event):
    """Event raised when somebody is to be told about trainings; who tells takes all that wait."""

    meta: ClassVar[EventMeta] = EventMeta(name="training.notice.created")

    user_uuid: str
    last_start: datetime

    def subject_uuid(self) -> str:
        return self.user_uuid

    def expires_at(self) -> datetime | None:
        return self.last_start
