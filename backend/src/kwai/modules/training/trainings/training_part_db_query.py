"""Reads the to-many parts of a page of trainings, one statement per relation."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Any

from kwai.core.db.criteria import MAX_IN_LIST
from kwai.core.db.database import Database
from kwai.core.db.engine import KwaiQueryFactory, KwaiSelect
from kwai.core.db.pool.base import Record
from kwai.core.db.table import Table
from kwai.modules.training.coaches.coach import CoachEntity
from kwai.modules.training.coaches.coach_tables import (
    CoachesTable,
    CoachUsersTable,
    find_user,
)
from kwai.modules.training.teams.team import TeamEntity
from kwai.modules.training.teams.team_tables import TeamsTable
from kwai.modules.training.trainings.training_tables import (
    TrainingCoachesTable,
    TrainingTeamsTable,
)
from kwai.modules.training.trainings.value_objects import TrainingCoach


class TrainingPartDbQuery:
    """The parts of trainings by the id of the training.

    What many trainings share (a coach, a team) is made once.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    async def fetch_coaches(self, ids: Sequence[int]) -> dict[int, list[TrainingCoach]]:
        """Read the coaches with the facts of their relation."""
        found: dict[int, list[TrainingCoach]] = defaultdict(list)
        coaches: dict[int, CoachEntity] = {}
        for record in await self._read(_select_coaches(), TrainingCoachesTable, ids):
            row = TrainingCoachesTable(record)
            if row.coach_id not in coaches:
                coaches[row.coach_id] = CoachesTable(record).create_entity(find_user(record))
            found[row.training_id].append(row.create_coach(coaches[row.coach_id]))
        return found

    async def fetch_teams(self, ids: Sequence[int]) -> dict[int, list[TeamEntity]]:
        """Read the teams."""
        found: dict[int, list[TeamEntity]] = defaultdict(list)
        teams: dict[int, TeamEntity] = {}
        for record in await self._read(_select_teams(), TrainingTeamsTable, ids):
            row = TrainingTeamsTable(record)
            if row.team_id not in teams:
                teams[row.team_id] = TeamsTable(record).create_entity()
            found[row.training_id].append(teams[row.team_id])
        return found

    async def _read(self, base: KwaiSelect, table: Table[Any], ids: Sequence[int]) -> list[Record]:
        owner = table.field("training_id")
        records: list[Record] = []
        for start in range(0, len(ids), MAX_IN_LIST):
            query = base.clone().where(owner.in_list(ids[start : start + MAX_IN_LIST]))
            records += await self._database.fetch_all(query)
        return records


@cache
def _select_coaches() -> KwaiSelect:
    coach = CoachesTable.field("id").eq_field(TrainingCoachesTable.column("coach_id"))
    account = CoachUsersTable.field("id").eq_field(CoachesTable.column("user_id"))
    query = _select(TrainingCoachesTable, CoachesTable, CoachUsersTable)
    query.join(CoachesTable.table_name, coach, "INNER")
    query.left_join(CoachUsersTable.table_name, account)
    return query.order_by(TrainingCoachesTable.column("position")).settle()


@cache
def _select_teams() -> KwaiSelect:
    team = TeamsTable.field("id").eq_field(TrainingTeamsTable.column("team_id"))
    query = _select(TrainingTeamsTable, TeamsTable)
    query.join(TeamsTable.table_name, team, "INNER")
    return query.order_by(TrainingTeamsTable.column("position")).settle()


def _select(table: Table[Any], *joined: Table[Any]) -> KwaiSelect:
    query = KwaiQueryFactory().select(*(each.columns for each in (table, *joined)))
    return query.from_(table.table_name)
