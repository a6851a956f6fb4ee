"""Module that defines all dataclasses for the tables containing invitations."""

from dataclasses import dataclass
from datetime import datetime

from kwai.core.db.row_fields import personal
from kwai.core.db.rows import create_trace, known_moment
from kwai.core.db.table import Table
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.name import Name
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.identity.user_invitations.user_invitation import (
    UserInvitationEntity,
    UserInvitationIdentifier,
)
from kwai.modules.identity.users.user import UserEntity


@dataclass(kw_only=True, frozen=True, slots=True)
class UserInvitationRow:
    """Represent a table row in the invitations table.

    Attributes:
        open_email: The normalised address while the invitation is open, else NULL; unique, so
            that there is one open invitation for an address.
    """

    id: int
    uuid: str
    email: str = personal()
    email_normalized: str = personal()
    open_email: str | None = personal()
    first_name: str = personal()
    last_name: str = personal()
    locale: str
    remark: str = personal()
    user_id: int
    expired_at: datetime
    mailed_at: datetime | None
    confirmed_at: datetime | None
    revoked: bool
    version: int
    created_at: datetime
    updated_at: datetime | None

    def create_entity(self, user: UserEntity) -> UserInvitationEntity:
        """Create a user invitation entity from the table row."""
        return UserInvitationEntity(
            id_=UserInvitationIdentifier(self.id),
            email=EmailAddress(self.email),
            name=Name(first_name=self.first_name, last_name=self.last_name),
            uuid=UniqueId.create_from_string(self.uuid),
            expired_at=LocalTimestamp(self.expired_at),
            remark=self.remark,
            mailed_at=LocalTimestamp(self.mailed_at),
            user=user,
            confirmed_at=LocalTimestamp(self.confirmed_at),
            revoked=self.revoked,
            locale=self.locale,
            version=self.version,
            traceable_time=create_trace(self.created_at, self.updated_at),
        )

    @classmethod
    def persist(cls, invitation: UserInvitationEntity) -> "UserInvitationRow":
        """Persist a user invitation entity into a table row."""
        is_open = not invitation.confirmed and not invitation.revoked
        return cls(
            id=invitation.id.value,
            uuid=str(invitation.uuid),
            email=str(invitation.email),
            email_normalized=invitation.email.normalized,
            open_email=invitation.email.normalized if is_open else None,
            first_name=invitation.name.first_name or "",
            last_name=invitation.name.last_name or "",
            locale=invitation.locale,
            remark=invitation.remark,
            user_id=invitation.user.id.value,
            expired_at=known_moment(invitation.expired_at),
            mailed_at=invitation.mailed_at.timestamp,
            confirmed_at=invitation.confirmed_at.timestamp,
            revoked=invitation.revoked,
            version=invitation.version,
            created_at=known_moment(invitation.traceable_time.created_at),
            updated_at=invitation.traceable_time.updated_at.timestamp,
        )


UserInvitationsTable = Table("user_invitations", UserInvitationRow)
