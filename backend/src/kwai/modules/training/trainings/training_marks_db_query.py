"""Reads what a page of trainings is known by."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from kwai.core.db.criteria import Sql
from kwai.core.db.database import Database
from kwai.core.db.pool.base import Record
from kwai.core.db.table import Table
from kwai.modules.training.coaches.coach_tables import CoachesTable
from kwai.modules.training.teams.team_tables import TeamsTable
from kwai.modules.training.trainings.training_definition_tables import TrainingDefinitionsTable
from kwai.modules.training.trainings.training_marks import Mark, TrainingMarks
from kwai.modules.training.trainings.training_tables import (
    TrainingCoachesTable,
    TrainingTeamsTable,
)


class TrainingMarksDbQuery:
    """The marks of the rows of a page, and of what stands beside them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def fetch(
        self, total: int, records: Sequence[Record], parts: Collection[str]
    ) -> TrainingMarks:
        """Take the marks of the page, and read the others in one statement for all kinds."""
        marks = tuple(_mark("trainings", record) for record in records)
        selects = list(self._selects(marks, parts)) if marks else []
        found = await self._database.fetch_all(_union(selects)) if selects else []
        related = frozenset(_mark(record["kind"], record) for record in found)
        return TrainingMarks(total=total, trainings=marks, related=related)

    def _selects(self, marks: Sequence[Mark], parts: Collection[str]) -> Iterator[Any]:
        ids = [mark[1] for mark in marks]
        if "coaches" in parts:
            yield self._linked("coaches", CoachesTable, TrainingCoachesTable, "coach_id", ids)
        if "teams" in parts:
            yield self._linked("teams", TeamsTable, TrainingTeamsTable, "team_id", ids)
        definitions = sorted({mark[3] for mark in marks} - {0})
        if "definition" in parts and definitions:
            table = TrainingDefinitionsTable
            select = self._select("definition", table, "team_id", "season_id")
            yield select.where(table.field("id").in_list(definitions))

    def _linked(
        self, kind: str, table: Table[Any], links: Table[Any], column: str, ids: Sequence[int]
    ) -> Any:
        linked = self._database.create_query_factory().select(links.column(column))
        linked.from_(links.table_name).where(links.field("training_id").in_list(ids))
        return self._select(kind, table).where(Sql(f"`{table.table_name}`.`id` IN (", linked, ")"))

    def _select(self, kind: str, table: Table[Any], *references: str) -> Any:
        names = [f"`{table.table_name}`.`{name}`" for name in references] or ["NULL", "NULL"]
        columns = (
            Sql(f"'{kind}' AS `kind`"),
            Sql(f"`{table.table_name}`.`id` AS `id`"),
            Sql(f"`{table.table_name}`.`version` AS `version`"),
            *(Sql(f"{name} AS `{alias}`") for name, alias in zip(names, _REFERENCES, strict=True)),
        )
        return self._database.create_query_factory().select(*columns).from_(table.table_name)


_REFERENCES = ("first_id", "second_id")


def _mark(kind: str, record: Record) -> Mark:
    first, second = (record[name] or 0 for name in _REFERENCES)
    return (kind, record["id"], record["version"], first, second)


def _union(selects: Sequence[Any]) -> Sql:
    parts = [part for select in selects for part in ("UNION ALL", select)]
    return Sql(*parts[1:])
