"""Module that counts trainings in a database, by aggregation in SQL."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from kwai.core.db.criteria import KwaiField, Sql, Value
from kwai.core.db.database import Database
from kwai.core.db.pool.base import Record
from kwai.core.db.statements import KwaiSelect
from kwai.modules.training.coaches.coach_tables import CoachesTable
from kwai.modules.training.teams.team_tables import TeamsTable
from kwai.modules.training.trainings.training_definition_tables import TrainingDefinitionsTable
from kwai.modules.training.trainings.training_statistics import (
    Tally,
    TrainingStatistics,
    TrainingStatisticsRepository,
)
from kwai.modules.training.trainings.training_tables import (
    TrainingCoachesTable,
    TrainingsTable,
    TrainingTeamsTable,
)


class TrainingStatisticsDbRepository(TrainingStatisticsRepository):
    """Counts in a database, in one picture of it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def count(
        self, start: datetime | None, end: datetime | None, now: datetime
    ) -> TrainingStatistics:
        async with self._database.snapshot():
            total = await self._tally(self._select(start, end, now))
            return TrainingStatistics(
                total=total[0],
                coaches=await self._tally(self._by_coach(self._select(start, end, now), now)),
                teams=await self._tally(_by_team(self._select(start, end, now))),
                definitions=await self._tally(_by_definition(self._select(start, end, now))),
                locations=await self._tally(_by_location(self._select(start, end, now))),
            )

    def _select(self, start: datetime | None, end: datetime | None, now: datetime) -> KwaiSelect:
        query: KwaiSelect = self._database.create_query_factory().select(
            _sum(_held(now), Sql("1"), "held"),
            _sum(Sql("`trainings`.`cancelled` = 1"), Sql("1"), "cancelled"),
            _sum(_held(now), Sql("`trainings`.`duration`"), "seconds"),
        )
        query.from_(TrainingsTable.table_name)
        query.where(TrainingsTable.field("active").eq(True))
        if start is not None:
            query.and_where(TrainingsTable.field("start_date").gte(start))
        if end is not None:
            query.and_where(TrainingsTable.field("start_date").lt(end))
        return query

    @staticmethod
    def _by_coach(query: KwaiSelect, now: datetime) -> KwaiSelect:
        table = TrainingCoachesTable
        training = table.field("training_id").eq_field(TrainingsTable.column("id"))
        query.join(table.table_name, training, "INNER")
        coach = CoachesTable.field("id").eq_field(table.column("coach_id"))
        query.join(CoachesTable.table_name, coach, "INNER")
        present = Sql(_held(now), "AND `training_coaches`.`present` = 1")
        payed = Sql(_held(now), "AND `training_coaches`.`payed` = 1")
        query.add_columns(
            _sum(present, Sql("1"), "present"),
            _sum(payed, Sql("1"), "payed"),
            Sql("`coaches`.`id` AS `id`"),
            Sql("`coaches`.`first_name` AS `first_name`"),
            Sql("`coaches`.`last_name` AS `last_name`"),
        )
        names = ("sort_name", "id", "first_name", "last_name")
        query.group_by(*(CoachesTable.column(name) for name in names))
        return query.order_by(CoachesTable.column("sort_name")).order_by("coaches.id")

    async def _tally(self, query: KwaiSelect) -> list[Tally]:
        return [_create_tally(record) for record in await self._database.fetch_all(query)]


def _by_team(query: KwaiSelect) -> KwaiSelect:
    table = TrainingTeamsTable
    training = table.field("training_id").eq_field(TrainingsTable.column("id"))
    query.join(table.table_name, training, "INNER")
    team = TeamsTable.field("id").eq_field(table.column("team_id"))
    query.join(TeamsTable.table_name, team, "INNER")
    return _grouped(query, TeamsTable, ("sort_name", "id", "name"))


def _by_definition(query: KwaiSelect) -> KwaiSelect:
    table = TrainingDefinitionsTable
    definition = table.field("id").eq_field(TrainingsTable.column("definition_id"))
    query.join(table.table_name, definition, "INNER")
    return _grouped(query, table, ("sort_name", "id", "name"))


def _by_location(query: KwaiSelect) -> KwaiSelect:
    # Spellings that name one location are counted together, under one of them.
    query.add_columns(Sql("MIN(`trainings`.`location`) AS `name`"))
    query.and_where(KwaiField("trainings.location_key").not_eq(""))
    query.group_by(TrainingsTable.column("location_key"))
    return query.order_by(TrainingsTable.column("location_key"))


def _grouped(query: KwaiSelect, table: Any, names: Sequence[str]) -> KwaiSelect:
    query.add_columns(table.column("id"), table.column("name"))
    query.group_by(*(table.column(name) for name in names))
    return query.order_by(table.column("sort_name")).order_by(table.column("id"))


def _held(now: datetime) -> Sql:
    return Sql("`trainings`.`cancelled` = 0 AND `trainings`.`end_date` <=", Value(now))


def _sum(condition: Sql, value: Sql, name: str) -> Sql:
    opening = Sql("COALESCE(SUM(CASE WHEN", condition, "THEN", value, "ELSE 0 END), 0) AS")
    return Sql(opening, KwaiField(name))


def _create_tally(record: Record) -> Tally:
    name = record.get("name")
    if name is None and "last_name" in record:
        name = " ".join(filter(None, (record["first_name"], record["last_name"])))
    return Tally(
        id=record.get("id"),
        name=name or "",
        held=int(record["held"]),
        cancelled=int(record["cancelled"]),
        seconds=int(record["seconds"]),
        present=int(record.get("present") or 0),
        payed=int(record.get("payed") or 0),
    )
