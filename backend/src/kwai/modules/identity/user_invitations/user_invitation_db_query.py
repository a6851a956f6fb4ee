"""Module that implements a UserInvitationQuery for a database."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Self

from kwai.core.db.criteria import Sql, all_of, any_of
from kwai.core.db.shown import ShownDbQuery
from kwai.core.db.table import Table
from kwai.core.domain.resource_query import ResourceQuery, SortKey
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.identity.user_invitations.user_invitation import (
    InvitationState,
    UserInvitationIdentifier,
)
from kwai.modules.identity.user_invitations.user_invitation_query import UserInvitationQuery
from kwai.modules.identity.user_invitations.user_invitation_tables import (
    InvitersShown,
    UserInvitationRow,
    UserInvitationsShown,
    UserInvitationsTable,
)
from kwai.modules.identity.users.user_tables import UserRow, UsersTable

_SORT_COLUMNS = {
    "email": UserInvitationsTable.column("email_normalized"),
    "created_at": UserInvitationsTable.column("created_at"),
    "expired_at": UserInvitationsTable.column("expired_at"),
}


class UserInvitationDbQuery(ShownDbQuery[UserInvitationRow], UserInvitationQuery):
    """A database query for a user invitation.

    Attributes:
        inviters: Has the columns that are read of who invited.
    """

    shown = UserInvitationsShown
    inviters: Table[UserRow] = UsersTable

    def init(self) -> None:
        self._query.from_(UserInvitationsTable.table_name)
        inviter = UsersTable.field("id").eq_field(UserInvitationsTable.column("user_id"))
        self._query.join(UsersTable.table_name, inviter, "INNER")

    @property
    def columns(self) -> list[Any]:
        return [self.table.columns, self.inviters.columns]

    @property
    def count_column(self) -> str:
        return UserInvitationsTable.column("id")

    def filter_by_id(self, id_: UserInvitationIdentifier) -> Self:
        return self.and_where(UserInvitationsTable.field("id").eq(id_))

    def filter_by_uuid(self, uuid: UniqueId) -> Self:
        return self.and_where(UserInvitationsTable.field("uuid").eq(uuid))

    def filter_by_email(self, email: EmailAddress) -> Self:
        field = UserInvitationsTable.field("email_normalized")
        return self.and_where(field.eq(email.normalized))

    def filter_active(self, timestamp: datetime) -> Self:
        return self.and_where(_is_active(timestamp))

    def filter_by_state(self, states: Collection[InvitationState], now: datetime) -> Self:
        return self.and_where(any_of(*(_is_in(state, now) for state in states)))

    def show(self, query: ResourceQuery) -> Self:
        self.inviters = InvitersShown.narrow(query)
        return super().show(query)

    def sort_by(self, keys: Sequence[SortKey]) -> Self:
        for key in keys or (SortKey(name="created_at", descending=True),):
            self.order_by(_SORT_COLUMNS[key.name], "DESC" if key.descending else "ASC")
        return self


def _is_active(now: datetime) -> Sql:
    return all_of(
        UserInvitationsTable.field("confirmed_at").is_null(),
        UserInvitationsTable.field("revoked").eq(False),
        UserInvitationsTable.field("expired_at").gt(now),
    )


def _is_in(state: InvitationState, now: datetime) -> Sql:
    confirmed_at = UserInvitationsTable.field("confirmed_at")
    mailed_at = UserInvitationsTable.field("mailed_at")
    if state is InvitationState.CONFIRMED:
        return confirmed_at.is_not_null()
    if state is InvitationState.MAILED:
        return all_of(_is_active(now), mailed_at.is_not_null())
    if state is InvitationState.PENDING:
        return all_of(_is_active(now), mailed_at.is_null())
    is_over = any_of(
        UserInvitationsTable.field("revoked").eq(True),
        UserInvitationsTable.field("expired_at").lte(now),
    )
    return all_of(confirmed_at.is_null(), is_over)
