"""Module for the use cases that read teams."""

from collections.abc import Sequence
from dataclasses import dataclass

from kwai.core.domain.browse import browse
from kwai.core.domain.resource_query import Page, SortKey
from kwai.core.domain.use_case import UseCaseBrowseResult
from kwai.modules.training.teams.team import TeamEntity, TeamIdentifier
from kwai.modules.training.teams.team_repository import TeamRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class GetTeamCommand:
    """Input for the use case GetTeam.

    Attributes:
        lock: Nobody else may change it until the unit ends.
    """

    id: int
    lock: bool = False


class GetTeam:
    """Use case for getting a team."""

    def __init__(self, repo: TeamRepository) -> None:
        self._repo = repo

    async def execute(self, command: GetTeamCommand) -> TeamEntity:
        """Execute the use case.

        Raises:
            TeamNotFoundException: there is no such team.
        """
        return await self._repo.get_by_id(TeamIdentifier(command.id), for_update=command.lock)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetTeamsCommand:
    """Input for the use case GetTeams; without a limit all are read."""

    limit: int | None = None
    offset: int | None = None
    page: Page | None = None
    active: bool | None = None
    sort: Sequence[SortKey] = ()


class GetTeams:
    """Use case for getting teams."""

    def __init__(self, repo: TeamRepository) -> None:
        self._repo = repo

    async def execute(self, command: GetTeamsCommand) -> UseCaseBrowseResult[TeamEntity]:
        """Execute the use case."""
        query = self._repo.create_query().sort_by(command.sort)
        if command.active is not None:
            query.filter_by_active(command.active)
        return await browse(self._repo, query, command)
