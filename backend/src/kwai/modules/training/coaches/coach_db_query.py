"""Module that implements a coach query for a database."""

from collections.abc import Sequence
from typing import Any, Self

from kwai.core.db.database_query import DatabaseQuery
from kwai.core.domain.resource_query import SortKey
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.modules.training.coaches.coach import CoachIdentifier
from kwai.modules.training.coaches.coach_query import CoachQuery
from kwai.modules.training.coaches.coach_tables import CoachesTable, CoachUsersTable

_SORT_COLUMNS = {
    "name": CoachesTable.column("sort_name"),
}


class CoachDbQuery(DatabaseQuery, CoachQuery):
    """A database query for coaches."""

    def init(self) -> None:
        self._query.from_(CoachesTable.table_name)
        account = CoachUsersTable.field("id").eq_field(CoachesTable.column("user_id"))
        self._query.left_join(CoachUsersTable.table_name, account)

    @property
    def columns(self) -> list[Any]:
        return [CoachesTable.columns, CoachUsersTable.columns]

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

    def sort_by(self, keys: Sequence[SortKey]) -> Self:
        for key in keys or (SortKey(name="name"),):
            self.order_by(_SORT_COLUMNS[key.name], "DESC" if key.descending else "ASC")
        return self
