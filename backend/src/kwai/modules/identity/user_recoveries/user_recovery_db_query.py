"""Module that implements a query of user recoveries for a database."""

from typing import Any, Self

from kwai.core.db.database_query import DatabaseQuery
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.core.security.digest import sha256_hex
from kwai.modules.identity.user_recoveries.user_recovery_tables import UserRecoveriesTable
from kwai.modules.identity.users.user_tables import UsersTable


class UserRecoveryDbQuery(DatabaseQuery):
    """A database query for a user recovery.

    Attributes:
        uuid: The unique id that is searched for; rows know only its digest.
    """

    uuid: UniqueId | None = None

    def init(self) -> None:
        self._query.from_(UserRecoveriesTable.table_name)
        user = UsersTable.field("id").eq_field(UserRecoveriesTable.column("user_id"))
        self._query.join(UsersTable.table_name, user, "INNER")

    @property
    def columns(self) -> list[Any]:
        return [UserRecoveriesTable.columns, UsersTable.columns]

    @property
    def count_column(self) -> str:
        return UserRecoveriesTable.column("id")

    def filter_by_uuid(self, uuid: UniqueId) -> Self:
        """Add a filter for the recovery with the given unique id."""
        self.uuid = uuid
        return self.and_where(UserRecoveriesTable.field("uuid").eq(sha256_hex(str(uuid))))
