"""Module that implements a closure query for a database."""

from collections.abc import Sequence
from datetime import date
from typing import Self

from kwai.core.db.shown import ShownDbQuery
from kwai.core.domain.resource_query import SortKey
from kwai.modules.training.closures.closure import ClosureIdentifier
from kwai.modules.training.closures.closure_query import ClosureQuery
from kwai.modules.training.closures.closure_tables import ClosureRow, ClosuresShown, ClosuresTable
from kwai.modules.training.trainings.location import location_key

_SORT_COLUMNS = {
    "start_date": ClosuresTable.column("start_date"),
}


class ClosureDbQuery(ShownDbQuery[ClosureRow], ClosureQuery):
    """A database query for closures."""

    shown = ClosuresShown

    def init(self) -> None:
        self._query.from_(ClosuresTable.table_name)

    @property
    def count_column(self) -> str:
        return ClosuresTable.column("id")

    def filter_by_id(self, id_: ClosureIdentifier) -> Self:
        return self.and_where(ClosuresTable.field("id").eq(id_))

    def filter_by_ids(self, *ids: ClosureIdentifier) -> Self:
        return self.and_where(ClosuresTable.field("id").in_list(ids))

    def filter_by_days(self, start: date, end: date) -> Self:
        self.and_where(ClosuresTable.field("start_date").lte(end))
        return self.and_where(ClosuresTable.field("end_date").gte(start))

    def filter_by_location(self, location: str) -> Self:
        key = location_key(location)
        return self.and_where(ClosuresTable.field("location_key").eq(key))

    def sort_by(self, keys: Sequence[SortKey]) -> Self:
        for key in keys or (SortKey(name="start_date"),):
            self.order_by(_SORT_COLUMNS[key.name], "DESC" if key.descending else "ASC")
        return self
