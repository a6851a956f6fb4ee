"""Schemas for a user invitation resource."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Self

from kwai.api.types import Email, LocaleCode, PersonName, Remark
from kwai.core import json_api
from kwai.core.json_api import NOT_LOADED, Attribute, Linked, Relationship
from kwai.modules.identity.user_invitations.user_invitation import (
    InvitationState,
    UserInvitationEntity,
)

if TYPE_CHECKING:
    from kwai.api.schemas.user_account import UserAccountResource


class UserInvitationFilters(json_api.FilterModel):
    """Filters of the collection of user invitations."""

    state: list[InvitationState] | None = None


@json_api.resource(
    "user_invitations",
    path="/auth/users/invitations",
    ids="uuid",
    sort=("email", "created_at", "expired_at"),
    default_sort="-created_at",
    filters=UserInvitationFilters,
)
@dataclass(frozen=True, slots=True, kw_only=True)
class UserInvitationResource:
    """An invitation to become a user; who holds its id sees what the invited may see."""

    id: str = ""
    email: Email
    first_name: PersonName
    last_name: PersonName
    locale: Annotated[
        LocaleCode | None,
        Attribute(description="Language of the mail; null for the one of the club."),
    ] = None
    remark: Annotated[Remark, Attribute(visible_to="admin")] = ""
    expired_at: Annotated[datetime | None, Attribute(read_only=True)] = None
    mailed_at: Annotated[datetime | None, Attribute(read_only=True)] = None
    confirmed_at: Annotated[datetime | None, Attribute(read_only=True)] = None
    state: Annotated[InvitationState, Attribute(read_only=True)] = InvitationState.PENDING
    created_at: Annotated[datetime | None, Attribute(meta=True)] = None
    updated_at: Annotated[datetime | None, Attribute(meta=True)] = None
    version: Annotated[int, Attribute(meta=True)] = 0
    user: Annotated[
        Linked["UserAccountResource"] | None, Relationship(read_only=True, visible_to="admin")
    ] = NOT_LOADED

    @classmethod
    def create(
        cls,
        invitation: UserInvitationEntity,
        now: datetime,
        user: "Linked[UserAccountResource] | None" = None,
    ) -> Self:
        """Make the resource of an invitation as it stands at `now`."""
        return cls(
            id=str(invitation.uuid),
            email=str(invitation.email),
            first_name=invitation.name.first_name or "",
            last_name=invitation.name.last_name or "",
            locale=invitation.locale or None,
            expired_at=invitation.expired_at.timestamp,
            mailed_at=invitation.mailed_at.timestamp,
            confirmed_at=invitation.confirmed_at.timestamp,
            state=invitation.state_at(now),
            created_at=invitation.traceable_time.created_at.timestamp,
            updated_at=invitation.traceable_time.updated_at.timestamp,
            user=user or Linked.ref(invitation.user.uuid),
            **json_api.common_values(cls, invitation),
        )
