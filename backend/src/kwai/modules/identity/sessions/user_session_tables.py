"""Module that defines the table of login sessions."""

from dataclasses import dataclass
from datetime import datetime

from kwai.core.db.table import Table
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.identity.sessions.user_session import (
    RevokeReason,
    SessionClient,
    UserSessionEntity,
    UserSessionIdentifier,
)
from kwai.modules.identity.users.user import UserIdentifier


@dataclass(kw_only=True, frozen=True, slots=True)
class UserSessionRow:
    """Represent a row in the table of login sessions."""

    id: int
    uuid: str
    user_id: int
    client: str
    counter: int
    created_at: datetime
    rotated_at: datetime | None
    last_used_at: datetime
    confirmed_at: datetime | None
    idle_expires_at: datetime
    absolute_expires_at: datetime
    revoked_at: datetime | None
    revoke_reason: str | None
    ip_prefix: str
    user_agent: str

    def create_entity(self, user_uuid: UniqueId) -> UserSessionEntity:
        """Create a session from the table row and the unique id of its user."""
        return UserSessionEntity(
            id_=UserSessionIdentifier(self.id),
            uuid=UniqueId.create_from_string(self.uuid),
            user_id=UserIdentifier(self.user_id),
            user_uuid=user_uuid,
            client=SessionClient(self.client),
            counter=self.counter,
            created_at=self.created_at,
            last_used_at=self.last_used_at,
            rotated_at=self.rotated_at,
            confirmed_at=self.confirmed_at,
            idle_expires_at=self.idle_expires_at,
            absolute_expires_at=self.absolute_expires_at,
            revoked_at=self.revoked_at,
            revoke_reason=RevokeReason(self.revoke_reason) if self.revoke_reason else None,
            ip_prefix=self.ip_prefix,
            user_agent=self.user_agent,
        )

    @classmethod
    def persist(cls, session: UserSessionEntity) -> "UserSessionRow":
        """Transform a session into a table record."""
        return cls(
            id=session.id.value,
            uuid=str(session.uuid),
            user_id=session.user_id.value,
            client=session.client.value,
            counter=session.counter,
            created_at=session.created_at,
            rotated_at=session.rotated_at,
            last_used_at=session.last_used_at,
            confirmed_at=session.confirmed_at,
            idle_expires_at=session.idle_expires_at,
            absolute_expires_at=session.absolute_expires_at,
            revoked_at=session.revoked_at,
            revoke_reason=session.revoke_reason.value if session.revoke_reason else None,
            ip_prefix=session.ip_prefix,
            user_agent=session.user_agent,
        )


UserSessionsTable = Table("user_sessions", UserSessionRow)
