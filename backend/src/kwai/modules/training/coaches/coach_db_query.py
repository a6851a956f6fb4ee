"""Module that implements a coach query for a database."""

from collections.abc import Sequence
from typing import Any, Self

from kwai.core.db.rows import OwnerRow
from kwai.core.db.shown import ShownDbQuery
from kwai.core.db.table import Table
from kwai.core.domain.resource_query import ResourceQuery, SortKey
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.modules.training.coaches.coach import CoachIdentifier
from kwai.modules.training.coaches.coach_query import CoachQuery
from kwai.modules.training.coaches.coach_tables import (
    CoachesShown,
    CoachesTable,
    CoachRow,
    CoachUsersShown,
    CoachUsersTable,
)

_SORT_COLUMNS = {
    "name": CoachesTable.column("sort_name"),
}


class CoachDbQuery(ShownDbQuery[CoachRow], CoachQuery):
    """A database query for coaches.

    Attributes:
        users: Has the columns that are read of the account.
    """

    shown = CoachesShown
    users: Table[OwnerRow] = CoachUsersTable

    def init(self) -> None:
        self._query.from_(CoachesTable.table_name)
        account = CoachUsersTable.field("id").eq_field(CoachesTable.column("user_id"))
        self._query.left_join(CoachUsersTable.table_name, account)

    @property
    def columns(self) -> list[Any]:
        return [self.table.columns, self.users.columns]

    @property
    def count_column(self) -> str:
        return CoachesTable.column("id")

    def filter_by_id(self, id_: CoachIdentifier) -> Self:
        return self.and_where(CoachesTable.field("id").eq(id_))

    def filter_by_ids(self, *ids: CoachIdentifier) -> Self:
        return self.and_where(CoachesTable.field("id").in_list(ids))

    def filter_by_active(self, active: bool) -> Self:
        return self.and_where(CoachesTable.field("active").eq(active))

    def filter_by_user(self, user_id: IntIdentifier) -> Self:
        return self.and_where(CoachesTable.field("user_id").eq(user_id))

    def show(self, query: ResourceQuery) -> Self:
        self.users = CoachUsersShown.narrow(query)
        return super().show(query)

    def sort_by(self, keys: Sequence[SortKey]) -> Self:
        for key in keys or (SortKey(name="name"),):
            self.order_by(_SORT_COLUMNS[key.name], "DESC" if key.descending else "ASC")
        return self
