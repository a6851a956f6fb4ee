"""Schemas for a user account resource."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Self

from annotated_types import MaxLen

from kwai.api.types import LocaleCode, PersonName, Remark
from kwai.core import json_api
from kwai.core.json_api import NOT_LOADED, Attribute, Linked, Relationship
from kwai.modules.identity.users.user_account import UserAccountEntity

if TYPE_CHECKING:
    from kwai.api.schemas.user_invitation import UserInvitationResource

LONGEST_PASSWORD = 1024


class UserAccountFilters(json_api.FilterModel):
    """Filters of the collection of user accounts."""

    revoked: bool | None = None
    search: Annotated[str, MaxLen(200)] | None = None


@json_api.resource(
    "user_accounts",
    path="/auth/users",
    ids="uuid",
    sort=("last_name", "email", "last_login"),
    default_sort="last_name",
    filters=UserAccountFilters,
)
@dataclass(frozen=True, slots=True, kw_only=True)
class UserAccountResource:
    """Somebody who can log in."""

    id: str = ""
    email: Annotated[str, Attribute(read_only=True, visible_to="own")] = ""
    first_name: PersonName
    last_name: PersonName
    locale: Annotated[
        LocaleCode | None,
        Attribute(description="Language of the mails; null for the one of the club."),
    ] = None
    password: Annotated[str, MaxLen(LONGEST_PASSWORD), Attribute(create_only=True, write_only=True)]
    remark: Annotated[Remark, Attribute(visible_to="admin")] = ""
    admin: bool = False
    revoked: bool = False
    roles: Annotated[list[str], Attribute(read_only=True)] = ()  # type: ignore[assignment]  # a default that nobody can change
    last_login: Annotated[datetime | None, Attribute(read_only=True, visible_to="own")] = None
    last_unsuccessful_login: Annotated[
        datetime | None, Attribute(read_only=True, visible_to="own")
    ] = None
    created_at: Annotated[datetime | None, Attribute(meta=True)] = None
    updated_at: Annotated[datetime | None, Attribute(meta=True)] = None
    version: Annotated[int, Attribute(meta=True)] = 0
    # Said once, to be accepted: it goes when it has expired, and the user stays.
    invitation: Annotated[Linked["UserInvitationResource"], Relationship(write_only=True)]

    @classmethod
    def create(cls, user_account: UserAccountEntity) -> Self:
        """Make the resource of an account; the hash of its password stays behind."""
        user = user_account.user
        return cls(
            id=str(user.uuid),
            email=str(user.email),
            first_name=user.name.first_name or "",
            last_name=user.name.last_name or "",
            locale=user.locale or None,
            password="",
            remark=user.remark,
            admin=user_account.admin,
            revoked=user_account.revoked,
            roles=sorted(user_account.roles),
            last_login=user_account.last_login.timestamp,
            last_unsuccessful_login=user_account.last_unsuccessful_login.timestamp,
            created_at=user.traceable_time.created_at.timestamp,
            updated_at=user.traceable_time.updated_at.timestamp,
            version=user.version,
            invitation=NOT_LOADED,
        )
