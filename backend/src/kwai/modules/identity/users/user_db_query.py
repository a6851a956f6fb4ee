"""Module that implements the UserQuery interface for a database."""

from typing import Any, Self

from kwai.core.db.database_query import DatabaseQuery
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.identity.users.user import UserIdentifier
from kwai.modules.identity.users.user_query import UserQuery
from kwai.modules.identity.users.user_tables import UsersTable


class UserDbQuery(DatabaseQuery, UserQuery):
    """A user query for a database."""

    def init(self) -> None:
        self._query.from_(UsersTable.table_name)

    @property
    def columns(self) -> list[Any]:
        return [UsersTable.columns]

    @property
    def count_column(self) -> str:
        return UsersTable.column("id")

    def filter_by_id(self, id_: UserIdentifier) -> Self:
        return self.and_where(UsersTable.field("id").eq(id_))

    def filter_by_uuid(self, uuid: UniqueId) -> Self:
        return self.and_where(UsersTable.field("uuid").eq(uuid))

    def filter_by_email(self, email: EmailAddress) -> Self:
        return self.and_where(UsersTable.field("email_normalized").eq(email.normalized))
