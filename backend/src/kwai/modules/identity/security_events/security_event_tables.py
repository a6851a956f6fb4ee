"""Module that defines the table of security events."""

from dataclasses import dataclass
from datetime import datetime

from kwai.core.db.shown import UNREAD_MOMENT, Shown
from kwai.core.db.table import Table
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.identity.security_events.security_event import (
    SecurityEventEntity,
    SecurityEventIdentifier,
    SecurityEventKind,
)
from kwai.modules.identity.users.user import UserIdentifier


@dataclass(kw_only=True, frozen=True, slots=True)
class SecurityEventRow:
    """Represent a row in the table of security events."""

    id: int
    at: datetime = UNREAD_MOMENT
    kind: str = SecurityEventKind.LOGIN.value
    user_id: int | None
    session_uuid: str | None = None
    ip_prefix: str = ""
    request_id: str | None = None

    def create_entity(self, user_uuid: UniqueId | None) -> SecurityEventEntity:
        """Create a security event from the table row and the unique id of its user."""
        return SecurityEventEntity(
            id_=SecurityEventIdentifier(self.id),
            at=self.at,
            kind=SecurityEventKind(self.kind),
            user_id=None if self.user_id is None else UserIdentifier(self.user_id),
            user_uuid=user_uuid,
            session_uuid=_parse(self.session_uuid),
            ip_prefix=self.ip_prefix,
            request_id=self.request_id,
        )

    @classmethod
    def persist(cls, event: SecurityEventEntity) -> "SecurityEventRow":
        """Transform a security event into a table record."""
        return cls(
            id=event.id.value,
            at=event.at,
            kind=event.kind.value,
            user_id=event.user_id.value if event.user_id else None,
            session_uuid=str(event.session_uuid) if event.session_uuid else None,
            ip_prefix=event.ip_prefix,
            request_id=event.request_id,
        )


def _parse(uuid: str | None) -> UniqueId | None:
    return None if uuid is None else UniqueId.create_from_string(uuid)


SecurityEventsTable = Table("security_events", SecurityEventRow)
SecurityEventsShown = Shown(
    SecurityEventsTable,
    shown_as={
        "at": ("at", "created_at"),
        "session_uuid": ("session",),
        "ip_prefix": ("ip",),
        "request_id": ("request",),
    },
)
