"""Module that implements a team query for a database."""

from collections.abc import Sequence
from typing import Self

from kwai.core.db.shown import ShownDbQuery
from kwai.core.domain.resource_query import SortKey
from kwai.modules.training.teams.team import TeamIdentifier
from kwai.modules.training.teams.team_query import TeamQuery
from kwai.modules.training.teams.team_tables import TeamRow, TeamsShown, TeamsTable

_SORT_COLUMNS = {
    "name": TeamsTable.column("sort_name"),
}


class TeamDbQuery(ShownDbQuery[TeamRow], TeamQuery):
    """A database query for teams."""

    shown = TeamsShown

    def init(self) -> None:
        self._query.from_(TeamsTable.table_name)

    @property
    def count_column(self) -> str:
        return TeamsTable.column("id")

    def filter_by_id(self, id_: TeamIdentifier) -> Self:
        return self.and_where(TeamsTable.field("id").eq(id_))

    def filter_by_ids(self, *ids: TeamIdentifier) -> Self:
        return self.and_where(TeamsTable.field("id").in_list(ids))

    def filter_by_active(self, active: bool) -> Self:
        return self.and_where(TeamsTable.field("active").eq(active))

    def sort_by(self, keys: Sequence[SortKey]) -> Self:
        for key in keys or (SortKey(name="name"),):
            self.order_by(_SORT_COLUMNS[key.name], "DESC" if key.descending else "ASC")
        return self
