"""Module that implements a query of security events for a database."""

from collections.abc import Collection
from typing import Any, Self

from kwai.core.db.engine import as_column
from kwai.core.db.shown import ShownDbQuery
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.identity.security_events.security_event import (
    SecurityEventIdentifier,
    SecurityEventKind,
)
from kwai.modules.identity.security_events.security_event_query import SecurityEventQuery
from kwai.modules.identity.security_events.security_event_tables import (
    SecurityEventRow,
    SecurityEventsShown,
    SecurityEventsTable,
)
from kwai.modules.identity.users.user_tables import UsersTable

USER_UUID = UsersTable.alias_name("uuid")


class SecurityEventDbQuery(ShownDbQuery[SecurityEventRow], SecurityEventQuery):
    """A database query for security events."""

    shown = SecurityEventsShown

    def init(self) -> None:
        self._query.from_(SecurityEventsTable.table_name)
        user = UsersTable.field("id").eq_field(SecurityEventsTable.column("user_id"))
        # Most failed logins name nobody.
        self._query.join(UsersTable.table_name, user, "LEFT")

    @property
    def columns(self) -> list[Any]:
        return [self.table.columns, as_column(UsersTable.column("uuid"), USER_UUID)]

    @property
    def count_column(self) -> str:
        return SecurityEventsTable.column("id")

    def filter_by_id(self, id_: SecurityEventIdentifier) -> Self:
        return self.and_where(SecurityEventsTable.field("id").eq(id_))

    def filter_by_kind(self, kinds: Collection[SecurityEventKind]) -> Self:
        return self.and_where(SecurityEventsTable.field("kind").in_list(kinds))

    def filter_by_user(self, uuid: UniqueId) -> Self:
        return self.and_where(UsersTable.field("uuid").eq(uuid))

    def order_by_newest(self) -> Self:
        return self.order_by(SecurityEventsTable.column("id"), "DESC")
