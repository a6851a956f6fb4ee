"""Reads what a page of trainings is known by."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import Any

from kwai.core.db.criteria import Sql
from kwai.core.db.database import Database
from kwai.core.db.engine import KwaiSelect
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

_FIRST, _SECOND = "first_id", "second_id"


class TrainingMarksDbQuery:
    """The marks of the rows of a page, and of what stands beside them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def fetch(
        self, total: int, records: Sequence[Record], parts: Collection[str]
    ) -> TrainingMarks:
        """Take the marks of the page, and read the others in one statement for all kinds."""
        marks = tuple(_mark("trainings", record) for record in records)
        selects = list(_selects(marks, parts)) if marks else []
        found = await self._database.fetch_all(_union(selects)) if selects else []
        related = frozenset(_mark(record["kind"], record) for record in found)
        return TrainingMarks(total=total, trainings=marks, related=related)


def _selects(marks: Sequence[Mark], parts: Collection[str]) -> Iterator[Any]:
    ids = [mark[1] for mark in marks]
    if "coaches" in parts:
        yield _linked("coaches", CoachesTable, TrainingCoachesTable, "coach_id", ids)
    if "teams" in parts:
        yield _linked("teams", TeamsTable, TrainingTeamsTable, "team_id", ids)
    definitions = sorted({mark[3] for mark in marks} - {0})
    if "definition" in parts and definitions:
        table = TrainingDefinitionsTable
        select = _select_marks("definition", table, "team_id", "season_id").clone()
        yield select.where(table.field("id").in_list(definitions))


def _linked(
    kind: str, table: Table[Any], links: Table[Any], column: str, ids: Sequence[int]
) -> KwaiSelect:
    linked = _select_links(links, column).clone().where(links.field("training_id").in_list(ids))
    is_linked = Sql(f"`{table.table_name}`.`id` IN (", linked, ")")
    return _select_marks(kind, table).clone().where(is_linked)


@cache
def _select_links(links: Table[Any], column: str) -> KwaiSelect:
    query = Database.create_query_factory().select(links.column(column))
    return query.from_(links.table_name).settle()


@cache
def _select_marks(kind: str, table: Table[Any], *references: str) -> KwaiSelect:
    names = [f"`{table.table_name}`.`{name}`" for name in references] or ["NULL", "NULL"]
    columns = (
        Sql(f"'{kind}' AS `kind`"),
        Sql(f"`{table.table_name}`.`id` AS `id`"),
        Sql(f"`{table.table_name}`.`version` AS `version`"),
        *(
            Sql(f"{name} AS `{alias}`")
            for name, alias in zip(names, (_FIRST, _SECOND), strict=True)
        ),
    )
    return Database.create_query_factory().select(*columns).from_(table.table_name).settle()


def _mark(kind: str, record: Record) -> Mark:
    return (kind, record["id"], record["version"], record[_FIRST] or 0, record[_SECOND] or 0)


def _union(selects: Sequence[Any]) -> Sql:
    parts = [part for select in selects for part in ("UNION ALL", select)]
    return Sql(*parts[1:])
