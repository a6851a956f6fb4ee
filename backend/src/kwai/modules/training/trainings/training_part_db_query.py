"""Reads the to-many parts of a page of trainings, one statement per relation."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from kwai.core.db.criteria import MAX_IN_LIST
from kwai.core.db.database import Database
from kwai.core.db.engine import KwaiQueryFactory, KwaiSelect
from kwai.core.db.pool.base import Record
from kwai.core.db.rows import OwnerRow
from kwai.core.db.table import Table
from kwai.core.domain.resource_query import ResourceQuery
from kwai.modules.training.coaches.coach import CoachEntity
from kwai.modules.training.coaches.coach_tables import (
    CoachesShown,
    CoachesTable,
    CoachRow,
    CoachUsersShown,
    CoachUsersTable,
    find_user,
)
from kwai.modules.training.teams.team import TeamEntity
from kwai.modules.training.teams.team_tables import TeamRow, TeamsShown, TeamsTable
from kwai.modules.training.trainings.training_tables import (
    TrainingCoachesTable,
    TrainingTeamsTable,
)
from kwai.modules.training.trainings.value_objects import TrainingCoach


class TrainingPartDbQuery:
    """The parts of trainings by the id of the training.

    What many trainings share (a coach, a team) is made once. Of it is read what will be shown.
    """

    def __init__(self, database: Database, shown: ResourceQuery) -> None:
        self._database = database
        self._shown = shown

    async def fetch_coaches(self, ids: Sequence[int]) -> dict[int, list[TrainingCoach]]:
        """Read the coaches with the facts of their relation."""
        found: dict[int, list[TrainingCoach]] = defaultdict(list)
        coaches: dict[int, CoachEntity] = {}
        table = CoachesShown.narrow(self._shown.below("coaches"))
        users = CoachUsersShown.narrow(self._shown)
        for record in await self._read(_select_coaches(table, users), TrainingCoachesTable, ids):
            row = TrainingCoachesTable.map_row(record)
            if row.coach_id not in coaches:
                coaches[row.coach_id] = table(record).create_entity(find_user(record, users))
            found[row.training_id].append(row.create_coach(coaches[row.coach_id]))
        return found

    async def fetch_teams(self, ids: Sequence[int]) -> dict[int, list[TeamEntity]]:
        """Read the teams."""
        found: dict[int, list[TeamEntity]] = defaultdict(list)
        teams: dict[int, TeamEntity] = {}
        table = TeamsShown.narrow(self._shown.below("teams"))
        for record in await self._read(_select_teams(table), TrainingTeamsTable, ids):
            row = TrainingTeamsTable.map_row(record)
            if row.team_id not in teams:
                teams[row.team_id] = table(record).create_entity()
            found[row.training_id].append(teams[row.team_id])
        return found

    async def _read(self, base: KwaiSelect, table: Table[Any], ids: Sequence[int]) -> list[Record]:
        owner = table.field("training_id")
        records: list[Record] = []
        for start in range(0, len(ids), MAX_IN_LIST):
            query = base.clone().where(owner.in_list(ids[start : start + MAX_IN_LIST]))
            records += await self._database.fetch_all(query)
        return records


# Bounded, because clients choose what they want to see.
@lru_cache(maxsize=64)
def _select_coaches(coaches: Table[CoachRow], users: Table[OwnerRow]) -> KwaiSelect:
    coach = CoachesTable.field("id").eq_field(TrainingCoachesTable.column("coach_id"))
    account = CoachUsersTable.field("id").eq_field(CoachesTable.column("user_id"))
    query = _select(TrainingCoachesTable, coaches, users)
    query.join(CoachesTable.table_name, coach, "INNER")
    query.left_join(CoachUsersTable.table_name, account)
    return query.order_by(TrainingCoachesTable.column("position")).settle()


@lru_cache(maxsize=64)
def _select_teams(teams: Table[TeamRow]) -> KwaiSelect:
    team = TeamsTable.field("id").eq_field(TrainingTeamsTable.column("team_id"))
    query = _select(TrainingTeamsTable, teams)
    query.join(TeamsTable.table_name, team, "INNER")
    return query.order_by(TrainingTeamsTable.column("position")).settle()


def _select(table: Table[Any], *joined: Table[Any]) -> KwaiSelect:
    query = KwaiQueryFactory().select(*(each.columns for each in (table, *joined)))
    return query.from_(table.table_name)
