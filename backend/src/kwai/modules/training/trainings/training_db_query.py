"""Module that implements a training query for a database."""

from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime
from typing import Any, Final, Self
from zoneinfo import ZoneInfo

from kwai.core.db.criteria import Sql, exists
from kwai.core.db.shown import ShownDbQuery
from kwai.core.domain.resource_query import ResourceQuery, SortKey
from kwai.modules.training.closures.closure import ClosureIdentifier
from kwai.modules.training.coaches.coach import CoachEntity
from kwai.modules.training.teams.team import TeamEntity
from kwai.modules.training.trainings.location import location_key
from kwai.modules.training.trainings.training import TrainingIdentifier
from kwai.modules.training.trainings.training_definition import TrainingDefinitionEntity
from kwai.modules.training.trainings.training_definition_tables import SeasonNamesTable
from kwai.modules.training.trainings.training_marks import TrainingMarks
from kwai.modules.training.trainings.training_marks_db_query import TrainingMarksDbQuery
from kwai.modules.training.trainings.training_query import TrainingQuery
from kwai.modules.training.trainings.training_tables import (
    TrainingCoachesTable,
    TrainingRow,
    TrainingsShown,
    TrainingsTable,
    TrainingTeamsTable,
)

_MARK: Final = Sql(
    "`trainings`.`id` AS `id`, `trainings`.`version` AS `version`,",
    "`trainings`.`definition_id` AS `first_id`, `trainings`.`season_id` AS `second_id`",
)
_PARTS: Final = frozenset({"contents", "coaches", "teams", "definition"})


class TrainingDbQuery(ShownDbQuery[TrainingRow], TrainingQuery):
    """A database query for trainings.

    Attributes:
        parts: What is read beside the row itself.
        wishes: Those of the caller, for what the parts are made of in turn.
    """

    shown = TrainingsShown
    parts: frozenset[str] = _PARTS
    wishes: ResourceQuery | None = None
    reads_marks: bool = False

    def init(self) -> None:
        self._query.from_(TrainingsTable.table_name)
        season = SeasonNamesTable.field("id").eq_field(TrainingsTable.column("season_id"))
        self._query.left_join(SeasonNamesTable.table_name, season)

    @property
    def columns(self) -> list[Any]:
        if self.reads_marks:
            return [_MARK]
        if self.wishes is not None:
            return [self.table.columns]
        return [self.table.columns, SeasonNamesTable.columns]

    @property
    def count_column(self) -> str:
        return TrainingsTable.column("id")

    def filter_by_id(self, id_: TrainingIdentifier) -> Self:
        return self.and_where(TrainingsTable.field("id").eq(id_))

    def filter_by_year_month(
        self, year: int, month: int | None = None, *, timezone: str = "UTC"
    ) -> Self:
        start, end = _bounds(year, month, ZoneInfo(timezone))
        return self.filter_by_dates(start, end)

    def filter_by_dates(self, start: datetime | None, end: datetime | None = None) -> Self:
        if start is not None:
            self.and_where(TrainingsTable.field("start_date").gte(start))
        if end is not None:
            self.and_where(TrainingsTable.field("start_date").lt(end))
        return self

    def filter_by_coach(self, coach: CoachEntity) -> Self:
        return self._filter_by_child(TrainingCoachesTable, "coach_id", coach.id)

    def filter_by_team(self, team: TeamEntity) -> Self:
        return self._filter_by_child(TrainingTeamsTable, "team_id", team.id)

    def filter_by_definition(self, definition: TrainingDefinitionEntity) -> Self:
        return self.and_where(TrainingsTable.field("definition_id").eq(definition.id))

    def filter_by_definitions(self, definitions: Sequence[TrainingDefinitionEntity]) -> Self:
        ids = [definition.id for definition in definitions]
        return self.and_where(TrainingsTable.field("definition_id").in_list(ids))

    def filter_by_location(self, location: str) -> Self:
        return self.and_where(TrainingsTable.field("location_key").eq(location_key(location)))

    def filter_by_closure(self, id_: ClosureIdentifier) -> Self:
        return self.and_where(TrainingsTable.field("closure_id").eq(id_))

    def filter_by_occurrence(self, start: date, end: date) -> Self:
        return self.and_where(TrainingsTable.field("occurrence_date").between(start, end))

    def filter_active(self) -> Self:
        return self.and_where(TrainingsTable.field("active").eq(True))

    def filter_cancelled(self, cancelled: bool) -> Self:
        return self.and_where(TrainingsTable.field("cancelled").eq(cancelled))

    def show(self, query: ResourceQuery) -> Self:
        self.wishes = query
        self.parts = frozenset(part for part in _PARTS if query.needs(part))
        # Of the season only its id is shown, and that is in the row.
        self._query.without_joins()
        return super().show(query)

    def order_by_date(self) -> Self:
        return self.order_by(TrainingsTable.column("start_date"))

    def sort_by(self, keys: Sequence[SortKey]) -> Self:
        descending = bool(keys) and keys[0].descending
        return self.order_by(TrainingsTable.column("start_date"), "DESC" if descending else "ASC")

    async def fetch_stamp(self) -> str:
        """Give number, ids, versions and the last change of what is selected, in one row.

        The last change tells apart that one came into the selection and another left it.
        """
        query = self._query.clone().order_by()
        query.columns(
            Sql("COUNT(*) AS `total`"),
            Sql("SUM(`trainings`.`id`) AS `ids`"),
            Sql("SUM(`trainings`.`id` * `trainings`.`version`) AS `versions`"),
            Sql("MAX(`trainings`.`updated_at`) AS `changed`"),
        )
        record = await self._database.fetch_one(query)
        return "-".join(str(value or 0) for value in (record or {}).values())

    async def fetch_marks(self, limit: int, offset: int, parts: Collection[str]) -> TrainingMarks:
        """Give what a page is known by; the parts that are shown beside it are in `parts`."""
        self.reads_marks = True
        found = await self.count_page(limit, offset)
        return await TrainingMarksDbQuery(self._database).fetch(found.total, found.records, parts)

    def _filter_by_child(self, table: Any, column: str, id_: object) -> Self:
        children = self._database.create_query_factory().select(Sql("1")).from_(table.table_name)
        children.where(table.field("training_id").eq_field(TrainingsTable.column("id")))
        children.and_where(table.field(column).eq(id_))
        return self.and_where(exists(children))


def _bounds(year: int, month: int | None, zone: ZoneInfo) -> tuple[datetime, datetime]:
    start = datetime(year, month or 1, 1, tzinfo=zone)
    if month is None or month == 12:
        end = datetime(year + 1, 1, 1, tzinfo=zone)
    else:
        end = datetime(year, month + 1, 1, tzinfo=zone)
    return start.astimezone(UTC), end.astimezone(UTC)
