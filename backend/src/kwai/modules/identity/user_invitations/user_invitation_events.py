"""Module that defines all user invitation events."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from kwai.core.events.event import Event, EventMeta
from kwai.modules.identity.user_invitations.user_invitation import UserInvitationEntity


@dataclass(frozen=True, slots=True, kw_only=True)
class UserInvitationCreatedEvent(Event):
    """Event raised when a user invitation is created, or is to be mailed again."""

    meta: ClassVar[EventMeta] = EventMeta(name="identity.user_invitation.created")

    uuid: str
    expired_at: datetime | None

    @classmethod
    def of(cls, invitation: UserInvitationEntity) -> "UserInvitationCreatedEvent":
        """Tell about an invitation; the mail is pointless once it has expired."""
        expired_at = invitation.expired_at.timestamp
        return cls(uuid=str(invitation.uuid), expired_at=expired_at)

    def subject_uuid(self) -> str:
        return self.uuid

    def expires_at(self) -> datetime | None:
        return self.expired_at
