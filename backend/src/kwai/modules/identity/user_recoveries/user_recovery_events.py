"""Module that defines all user recovery events."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from kwai.core.events.event import Event, EventMeta
from kwai.modules.identity.user_recoveries.user_recovery import UserRecoveryEntity


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryRequestedEvent(Event):
    """Event that is raised when somebody asks for a recovery, whether the user exists or not."""

    meta: ClassVar[EventMeta] = EventMeta(name="identity.recovery.requested")
    priority: ClassVar[int] = 0

    email: str
    expired_at: datetime

    def expires_at(self) -> datetime:
        return self.expired_at


@dataclass(frozen=True, slots=True, kw_only=True)
class UserRecoveryCreatedEvent(Event):
    """Event that is raised when a user recovery is created.

    Attributes:
        uuid: The unique id that will be mailed, in clear: events are sealed, rows are not.
    """

    meta: ClassVar[EventMeta] = EventMeta(name="identity.user_recovery.created")
    priority: ClassVar[int] = 0

    uuid: str
    user_uuid: str
    expired_at: datetime | None

    @classmethod
    def of(cls, user_recovery: UserRecoveryEntity) -> "UserRecoveryCreatedEvent":
        """Tell about a recovery; the mail is pointless once it has expired."""
        return cls(
            uuid=str(user_recovery.uuid),
            user_uuid=str(user_recovery.user.uuid),
            expired_at=user_recovery.expiration.timestamp,
        )

    def subject_uuid(self) -> str:
        return self.user_uuid

    def expires_at(self) -> datetime | None:
        return self.expired_at
