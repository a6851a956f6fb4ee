"""Module that defines all dataclasses for the tables containing invitations."""

from dataclasses import dataclass
from datetime import datetime

from kwai.core.db.row_fields import personal
from kwai.core.db.rows import create_trace, known_moment
from kwai.core.db.shown import UNREAD_MOMENT, Shown
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
from kwai.modules.identity.users.user_tables import UNREAD_EMAIL, UsersTable


@dataclass(kw_only=True, frozen=True, slots=True)
class UserInvitationRow:
    """Represent a table row in the invitations table.

    Attributes:
        open_email: The normalised address while the invitation is open, else NULL; unique, so
            that there is one open invitation for an address.
    """

    id: int
    uuid: str
    email: str = personal(default=UNREAD_EMAIL)
    email_normalized: str = personal(default="")
    open_email: str | None = personal(default=None)
    first_name: str = personal(default="")
    last_name: str = personal(default="")
    locale: str = ""
    remark: str = personal(default="")
    user_id: int
    expired_at: datetime = UNREAD_MOMENT
    mailed_at: datetime | None = None
    confirmed_at: datetime | None = None
    revoked: bool = False
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
UserInvitationsShown = Shown(
    UserInvitationsTable,
    shown_as={
        "expired_at": ("expired_at", "state"),
        "mailed_at": ("mailed_at", "state"),
        "confirmed_at": ("confirmed_at", "state"),
        "revoked": ("state",),
    },
    never=("email_normalized", "open_email"),
)
# A document shows who invited; what it includes of them is read as an account.
InvitersShown = Shown(
    UsersTable,
    never=(
        "email",
        "email_normalized",
        "first_name",
        "last_name",
        "sort_name",
        "search_text",
        "locale",
        "remark",
    ),
)
