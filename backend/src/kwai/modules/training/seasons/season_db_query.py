"""Module that implements a season query for a database."""

from collections.abc import Sequence
from typing import Self

from kwai.core.db.shown import ShownDbQuery
from kwai.core.domain.resource_query import SortKey
from kwai.modules.training.seasons.season import SeasonIdentifier
from kwai.modules.training.seasons.season_query import SeasonQuery
from kwai.modules.training.seasons.season_tables import SeasonRow, SeasonsShown, SeasonsTable

_SORT_COLUMNS = {
    "start_date": SeasonsTable.column("start_date"),
    "name": SeasonsTable.column("name"),
}


class SeasonDbQuery(ShownDbQuery[SeasonRow], SeasonQuery):
    """A database query for seasons."""

    shown = SeasonsShown

    def init(self) -> None:
        self._query.from_(SeasonsTable.table_name)

    @property
    def count_column(self) -> str:
        return SeasonsTable.column("id")

    def filter_by_id(self, id_: SeasonIdentifier) -> Self:
        return self.and_where(SeasonsTable.field("id").eq(id_))

    def filter_by_ids(self, *ids: SeasonIdentifier) -> Self:
        return self.and_where(SeasonsTable.field("id").in_list(ids))

    def sort_by(self, keys: Sequence[SortKey]) -> Self:
        for key in keys or (SortKey(name="start_date"),):
            self.order_by(_SORT_COLUMNS[key.name], "DESC" if key.descending else "ASC")
        return self
