"""Reads the to-many parts of a page of trainings, one statement per relation."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from kwai.core.db.criteria import MAX_IN_LIST
from kwai.core.db.database import Database
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.domain.value_objects.text import LocaleText
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
    TrainingContentsTable,
    TrainingTeamsTable,
)
from kwai.modules.training.trainings.value_objects import TrainingCoach


class TrainingPartDbQuery:
    """The parts of trainings by the id of the training.

    What many trainings share (a coach, a team, an author) is made once.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    async def fetch_contents(self, ids: Sequence[int]) -> dict[int, list[LocaleText]]:
        """Read the texts with their authors."""
        table = TrainingContentsTable
        author = CoachUsersTable.field("id").eq_field(table.column("user_id"))
        found: dict[int, list[LocaleText]] = defaultdict(list)
        authors: dict[int, Owner] = {}
        for query in self._queries(table, ids, [CoachUsersTable]):
            query.join(CoachUsersTable.table_name, author, "INNER")
            query.order_by(table.column("locale"))
            for record in await self._database.fetch_all(query):
                row = table(record)
                if row.user_id not in authors:
                    authors[row.user_id] = CoachUsersTable(record).create_owner()
                found[row.training_id].append(row.create_content(authors[row.user_id]))
        return found

    async def fetch_coaches(self, ids: Sequence[int]) -> dict[int, list[TrainingCoach]]:
        """Read the coaches with the facts of their relation."""
        table = TrainingCoachesTable
        coach = CoachesTable.field("id").eq_field(table.column("coach_id"))
        account = CoachUsersTable.field("id").eq_field(CoachesTable.column("user_id"))
        found: dict[int, list[TrainingCoach]] = defaultdict(list)
        coaches: dict[int, CoachEntity] = {}
        for query in self._queries(table, ids, [CoachesTable, CoachUsersTable]):
            query.join(CoachesTable.table_name, coach, "INNER")
            query.left_join(CoachUsersTable.table_name, account)
            query.order_by(table.column("position"))
            for record in await self._database.fetch_all(query):
                row = table(record)
                if row.coach_id not in coaches:
                    entity = CoachesTable(record).create_entity(find_user(record))
                    coaches[row.coach_id] = entity
                found[row.training_id].append(row.create_coach(coaches[row.coach_id]))
        return found

    async def fetch_teams(self, ids: Sequence[int]) -> dict[int, list[TeamEntity]]:
        """Read the teams."""
        table = TrainingTeamsTable
        team = TeamsTable.field("id").eq_field(table.column("team_id"))
        found: dict[int, list[TeamEntity]] = defaultdict(list)
        teams: dict[int, TeamEntity] = {}
        for query in self._queries(table, ids, [TeamsTable]):
            query.join(TeamsTable.table_name, team, "INNER")
            query.order_by(table.column("position"))
            for record in await self._database.fetch_all(query):
                row = table(record)
                if row.team_id not in teams:
                    teams[row.team_id] = TeamsTable(record).create_entity()
                found[row.training_id].append(teams[row.team_id])
        return found

    def _queries(self, table: Any, ids: Sequence[int], joined: Sequence[Any]) -> Iterator[Any]:
        for start in range(0, len(ids), MAX_IN_LIST):
            chunk = ids[start : start + MAX_IN_LIST]
            columns = [each.columns for each in joined]
            query = self._database.create_query_factory().select(table.columns, *columns)
            yield query.from_(table.table_name).where(table.field("training_id").in_list(chunk))
