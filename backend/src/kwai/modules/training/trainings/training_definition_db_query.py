"""Module that implements a TrainingDefinitionQuery for a database."""

from collections.abc import Sequence
from typing import Any, Self

from kwai.core.db.criteria import Sql, any_of, exists
from kwai.core.db.rows import OwnerRow
from kwai.core.db.shown import ShownDbQuery
from kwai.core.db.table import Table
from kwai.core.domain.resource_query import ResourceQuery, SortKey
from kwai.modules.training.coaches.coach import CoachIdentifier
from kwai.modules.training.coaches.coach_tables import (
    CoachesShown,
    CoachesTable,
    CoachRow,
    CoachUsersShown,
    CoachUsersTable,
)
from kwai.modules.training.seasons.season import SeasonIdentifier
from kwai.modules.training.teams.team import TeamIdentifier
from kwai.modules.training.teams.team_tables import TeamRow, TeamsShown, TeamsTable
from kwai.modules.training.trainings.training_definition import TrainingDefinitionIdentifier
from kwai.modules.training.trainings.training_definition_query import TrainingDefinitionQuery
from kwai.modules.training.trainings.training_definition_tables import (
    SeasonNameRow,
    SeasonNamesShown,
    SeasonNamesTable,
    TrainingDefinitionCoachesTable,
    TrainingDefinitionRow,
    TrainingDefinitionsShown,
    TrainingDefinitionsTable,
)

_SORT_COLUMNS = {
    "weekday": TrainingDefinitionsTable.column("weekday"),
    "start_time": TrainingDefinitionsTable.column("start_time"),
    "name": TrainingDefinitionsTable.column("sort_name"),
}
_DEFAULT_SORT = (SortKey(name="weekday"), SortKey(name="start_time"))


class TrainingDefinitionDbQuery(ShownDbQuery[TrainingDefinitionRow], TrainingDefinitionQuery):
    """A database query for a training definition.

    Attributes:
        needs_coaches: They are read too, in a statement of their own.
        coaches: Has the columns that are read of a coach; those below likewise.
        users: Of the owner, and of the accounts of the coaches.
    """

    shown = TrainingDefinitionsShown
    needs_coaches = True
    coaches: Table[CoachRow] = CoachesTable
    users: Table[OwnerRow] = CoachUsersTable
    teams: Table[TeamRow] = TeamsTable
    seasons: Table[SeasonNameRow] = SeasonNamesTable

    def init(self) -> None:
        table = TrainingDefinitionsTable
        self._query.from_(table.table_name)
        owner = CoachUsersTable.field("id").eq_field(table.column("user_id"))
        self._query.join(CoachUsersTable.table_name, owner, "INNER")
        team = TeamsTable.field("id").eq_field(table.column("team_id"))
        self._query.left_join(TeamsTable.table_name, team)
        season = SeasonNamesTable.field("id").eq_field(table.column("season_id"))
        self._query.left_join(SeasonNamesTable.table_name, season)

    @property
    def columns(self) -> list[Any]:
        return [
            self.table.columns,
            self.users.columns,
            self.teams.columns,
            self.seasons.columns,
        ]

    @property
    def count_column(self) -> str:
        return TrainingDefinitionsTable.column("id")

    def filter_by_id(self, id_: TrainingDefinitionIdentifier) -> Self:
        return self.and_where(TrainingDefinitionsTable.field("id").eq(id_))

    def filter_by_ids(self, *ids: TrainingDefinitionIdentifier) -> Self:
        return self.and_where(TrainingDefinitionsTable.field("id").in_list(ids))

    def filter_by_active(self, active: bool) -> Self:
        return self.and_where(TrainingDefinitionsTable.field("active").eq(active))

    def filter_by_team(self, id_: TeamIdentifier) -> Self:
        return self.and_where(TrainingDefinitionsTable.field("team_id").eq(id_))

    def filter_by_season(self, id_: SeasonIdentifier) -> Self:
        return self.and_where(TrainingDefinitionsTable.field("season_id").eq(id_))

    def filter_for_season(self, id_: SeasonIdentifier) -> Self:
        season = TrainingDefinitionsTable.field("season_id")
        return self.and_where(any_of(season.eq(id_), season.is_null()))

    def filter_by_coach(self, id_: CoachIdentifier) -> Self:
        table = TrainingDefinitionCoachesTable
        coaches = self._database.create_query_factory().select(Sql("1")).from_(table.table_name)
        coaches.where(
            table.field("definition_id").eq_field(TrainingDefinitionsTable.column("id"))
        ).and_where(table.field("coach_id").eq(id_))
        return self.and_where(exists(coaches))

    def show(self, query: ResourceQuery) -> Self:
        self.needs_coaches = query.needs("coaches")
        self.coaches = CoachesShown.narrow(query.below("coaches"))
        self.users = CoachUsersShown.narrow(query)
        self.teams = TeamsShown.narrow(query.below("team"))
        self.seasons = SeasonNamesShown.narrow(query)
        return super().show(query)

    def sort_by(self, keys: Sequence[SortKey]) -> Self:
        for key in keys or _DEFAULT_SORT:
            self.order_by(_SORT_COLUMNS[key.name], "DESC" if key.descending else "ASC")
        return self
