"""Module that defines all user events."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from kwai.core.events.event import Event, EventMeta


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordChangedEvent(Event):
    """Event raised when the password of a user was changed or reset."""

    meta: ClassVar[EventMeta] = EventMeta(name="identity.user.password_changed")
    priority: ClassVar[int] = 0

    uuid: str
    changed_at: datetime

    def subject_uuid(self) -> str:
        return self.uuid
