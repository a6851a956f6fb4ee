"""Module that implements a team repository for a database."""

from collections.abc import Mapping
from typing import ClassVar

from kwai.core.db.pool.base import Record
from kwai.core.db.repository import DbRepository
from kwai.core.domain.exceptions import AlreadyExistsException
from kwai.modules.training.teams.team import TeamEntity, TeamIdentifier
from kwai.modules.training.teams.team_db_query import TeamDbQuery
from kwai.modules.training.teams.team_repository import (
    TeamExistsException,
    TeamNotFoundException,
    TeamRepository,
)
from kwai.modules.training.teams.team_tables import TeamsTable


class TeamDbRepository(  # type: ignore[misc]  # a query is always one it created itself
    DbRepository[TeamEntity, TeamIdentifier, TeamDbQuery], TeamRepository
):
    """A team repository for a database."""

    table = TeamsTable
    not_found = TeamNotFoundException
    unique: ClassVar[Mapping[str, type[AlreadyExistsException]]] = {"name": TeamExistsException}

    def create_query(self) -> TeamDbQuery:
        return TeamDbQuery(self._database)

    async def load(self, records: list[Record], query: TeamDbQuery) -> list[TeamEntity]:
        return [query.table(record).create_entity() for record in records]

    async def get_one(  # type: ignore[override]  # as above
        self, query: TeamDbQuery, id_: TeamIdentifier
    ) -> TeamEntity:
        return await self._get_one(query.filter_by_id(id_), f"Team {id_} does not exist.")

    async def get_by_ids(self, *ids: TeamIdentifier) -> list[TeamEntity]:
        if not ids:
            return []
        query = self.create_query().filter_by_ids(*ids)
        return await self.load(await query.fetch_all(), query)
