"""Module that implements a query of login sessions for a database."""

from datetime import datetime
from typing import Any, Self

from kwai.core.db.database_query import DatabaseQuery
from kwai.core.db.engine import as_column
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.identity.sessions.user_session import UserSessionIdentifier
from kwai.modules.identity.sessions.user_session_query import UserSessionQuery
from kwai.modules.identity.sessions.user_session_tables import UserSessionsTable
from kwai.modules.identity.users.user import UserIdentifier
from kwai.modules.identity.users.user_tables import UsersTable

USER_UUID = UsersTable.alias_name("uuid")


class UserSessionDbQuery(DatabaseQuery, UserSessionQuery):
    """A database query for login sessions."""

    def init(self) -> None:
        self._query.from_(UserSessionsTable.table_name)
        user = UsersTable.field("id").eq_field(UserSessionsTable.column("user_id"))
        self._query.join(UsersTable.table_name, user, "INNER")

    @property
    def columns(self) -> list[Any]:
        return [UserSessionsTable.columns, as_column(UsersTable.column("uuid"), USER_UUID)]

    @property
    def count_column(self) -> str:
        return UserSessionsTable.column("id")

    def filter_by_id(self, id_: UserSessionIdentifier) -> Self:
        return self.and_where(UserSessionsTable.field("id").eq(id_))

    def filter_by_uuid(self, uuid: UniqueId) -> Self:
        return self.and_where(UserSessionsTable.field("uuid").eq(uuid))

    def filter_by_user(self, user_id: UserIdentifier) -> Self:
        return self.and_where(UserSessionsTable.field("user_id").eq(user_id))

    def filter_live(self, now: datetime) -> Self:
        self.and_where(UserSessionsTable.field("revoked_at").is_null())
        self.and_where(UserSessionsTable.field("idle_expires_at").gt(now))
        return self.and_where(UserSessionsTable.field("absolute_expires_at").gt(now))

    def order_by_last_use(self) -> Self:
        return self.order_by(UserSessionsTable.column("last_used_at"), "DESC")
