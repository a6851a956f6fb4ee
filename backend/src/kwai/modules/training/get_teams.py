"""Module for the use cases that read teams."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kwai.core.domain.browse import browse
from kwai.core.domain.resource_query import Page, ResourceQuery, SortKey
from kwai.core.domain.use_case import UseCaseBrowseResult
from kwai.modules.training.teams.team import TeamEntity, TeamIdentifier
from kwai.modules.training.teams.team_repository import TeamRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class GetTeamCommand:
    """Input for the use case GetTeam.

    Attributes:
        lock: Nobody else may change it until the unit ends.
        query: What of it will be looked at.
    """

    id: int
    lock: bool = False
    query: ResourceQuery = field(default_factory=ResourceQuery)


class GetTeam:
    """Use case for getting a team."""

    def __init__(self, repo: TeamRepository) -> None:
        self._repo = repo

    async def execute(self, command: GetTeamCommand) -> TeamEntity:
        """Execute the use case.

        Raises:
            TeamNotFoundException: there is no such team.
        """
        id_ = TeamIdentifier(command.id)
        if command.lock:
            return await self._repo.get_by_id(id_, for_update=True)
        query = self._repo.create_query().show(command.query)
        return await self._repo.get_one(query, id_)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetTeamsCommand:
    """Input for the use case GetTeams; without a limit all are read.

    Attributes:
        query: What of them will be looked at.
    """

    limit: int | None = None
    offset: int | None = None
    page: Page | None = None
    active: bool | None = None
    sort: Sequence[SortKey] = ()
    query: ResourceQuery = field(default_factory=ResourceQuery)


class GetTeams:
    """Use case for getting teams."""

    def __init__(self, repo: TeamRepository) -> None:
        self._repo = repo

    async def execute(self, command: GetTeamsCommand) -> UseCaseBrowseResult[TeamEntity]:
        """Execute the use case."""
        query = self._repo.create_query().sort_by(command.sort)
        query.show(command.query)
        if command.active is not None:
            query.filter_by_active(command.active)
        return await browse(self._repo, query, command)
