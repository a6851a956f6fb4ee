"""Module that defines all events of login sessions."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from kwai.core.events.event import Event, EventMeta


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionReuseDetectedEvent(Event):
    """Event raised when a refresh token came twice, so that one of the two was stolen."""

    meta: ClassVar[EventMeta] = EventMeta(name="identity.session.reuse_detected")
    priority: ClassVar[int] = 0

    user_uuid: str
    detected_at: datetime

    def subject_uuid(self) -> str:
        return self.user_uuid
