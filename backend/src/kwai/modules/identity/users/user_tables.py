"""Modules that defines all table classes for a user."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from kwai.core.db.row_fields import personal, secret
from kwai.core.db.rows import create_trace, known_moment
from kwai.core.db.shown import Shown
from kwai.core.db.table import Table
from kwai.core.domain.normalise import normalise
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.name import Name
from kwai.core.domain.value_objects.password import Password
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.core.search.text_search import search_text
from kwai.modules.identity.users.user import UserEntity, UserIdentifier
from kwai.modules.identity.users.user_account import UserAccountEntity, UserAccountIdentifier

SORT_NAME_LENGTH = 255
SEARCH_TEXT_LENGTH = 1000

#: Stands where no address was read, because none will be shown; nobody has it (RFC 2606).
UNREAD_EMAIL: Final = "unread@example.com"


@dataclass(kw_only=True, frozen=True, slots=True)
class UserRow:
    """Represent a row in the users table.

    Attributes:
        email_normalized: Decides whether two addresses are the same.
        sort_name: Last and first name, folded: what lists are sorted by.
        search_text: Names and address, folded: what is searched in.
    """

    id: int
    uuid: str
    email: str = personal(default=UNREAD_EMAIL)
    email_normalized: str = personal(default="")
    first_name: str = personal(default="")
    last_name: str = personal(default="")
    sort_name: str = personal(default="")
    search_text: str = personal(default="")
    locale: str = ""
    remark: str = personal(default="")
    version: int
    created_at: datetime
    updated_at: datetime | None

    def create_entity(self) -> UserEntity:
        """Create a user entity from a table row."""
        return _create_user(self)

    @classmethod
    def persist(cls, user: UserEntity) -> "UserRow":
        """Transform a user entity into a table record."""
        first, last = user.name.first_name or "", user.name.last_name or ""
        return cls(
            id=user.id.value,
            uuid=str(user.uuid),
            email=str(user.email),
            email_normalized=user.email.normalized,
            first_name=first,
            last_name=last,
            sort_name=normalise(f"{last} {first}")[:SORT_NAME_LENGTH],
            search_text=search_text((first, last, str(user.email)), SEARCH_TEXT_LENGTH),
            locale=user.locale,
            remark=user.remark,
            version=user.version,
            created_at=known_moment(user.traceable_time.created_at),
            updated_at=user.traceable_time.updated_at.timestamp,
        )


@dataclass(kw_only=True, frozen=True, slots=True)
class UserAccountRow:
    """Represent a row in the user table with user account information."""

    id: int
    uuid: str
    email: str = personal(default=UNREAD_EMAIL)
    email_normalized: str = personal(default="")
    first_name: str = personal(default="")
    last_name: str = personal(default="")
    sort_name: str = personal(default="")
    search_text: str = personal(default="")
    locale: str = ""
    remark: str = personal(default="")
    password: str = secret(default="")
    admin: bool = False
    revoked: bool = False
    last_login: datetime | None = personal(default=None)  # noqa: RUF009 (a dataclass field, like the others)
    last_unsuccessful_login: datetime | None = personal(default=None)  # noqa: RUF009 (a dataclass field, like the others)
    version: int
    created_at: datetime
    updated_at: datetime | None

    def create_entity(self, *, author: bool = False, coach: bool = False) -> UserAccountEntity:
        """Create a user account entity from the table row, with roles given by other tables."""
        return UserAccountEntity(
            id_=UserAccountIdentifier(self.id),
            user=_create_user(self),
            password=Password(self.password),
            last_login=LocalTimestamp(self.last_login),
            last_unsuccessful_login=LocalTimestamp(self.last_unsuccessful_login),
            revoked=self.revoked,
            admin=self.admin,
            author=author,
            coach=coach,
        )

    @classmethod
    def persist(cls, user_account: UserAccountEntity) -> "UserAccountRow":
        """Transform a user account entity into a table record."""
        row = UserRow.persist(user_account.user)
        return cls(
            **{name: getattr(row, name) for name in UserRow.__slots__},
            password=str(user_account.password),
            admin=user_account.admin,
            revoked=user_account.revoked,
            last_login=user_account.last_login.timestamp,
            last_unsuccessful_login=user_account.last_unsuccessful_login.timestamp,
        )


def _create_user(row: UserRow | UserAccountRow) -> UserEntity:
    return UserEntity(
        id_=UserIdentifier(row.id),
        uuid=UniqueId.create_from_string(row.uuid),
        email=EmailAddress(row.email),
        name=Name(first_name=row.first_name, last_name=row.last_name),
        remark=row.remark,
        locale=row.locale,
        version=row.version,
        traceable_time=create_trace(row.created_at, row.updated_at),
    )


UsersTable = Table("users", UserRow)
UserAccountsTable = Table("users", UserAccountRow)
UserAccountsShown = Shown(
    UserAccountsTable,
    shown_as={"admin": ("admin", "roles")},
    never=("email_normalized", "sort_name", "search_text", "password"),
)
