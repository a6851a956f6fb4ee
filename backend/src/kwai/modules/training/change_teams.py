"""Module for the use cases that create, update and delete teams."""

from dataclasses import dataclass

from kwai.core.domain.entity import Entity
from kwai.modules.training.teams.team import TeamEntity, TeamIdentifier
from kwai.modules.training.teams.team_repository import TeamRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamCommand:
    """Input for creating or updating a team."""

    name: str
    active: bool = True
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateTeamCommand(TeamCommand):
    """Input for the use case UpdateTeam."""

    id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteTeamCommand:
    """Input for the use case DeleteTeam."""

    id: int


class CreateTeam:
    """Use case for creating a team."""

    def __init__(self, repo: TeamRepository) -> None:
        self._repo = repo

    async def execute(self, command: TeamCommand) -> TeamEntity:
        """Execute the use case."""
        return await self._repo.create(
            TeamEntity(
                name=command.name,
                active=command.active,
                remark=command.remark,
            )
        )


class UpdateTeam:
    """Use case for updating a team."""

    def __init__(self, repo: TeamRepository) -> None:
        self._repo = repo

    async def execute(self, command: UpdateTeamCommand) -> TeamEntity:
        """Execute the use case.

        Raises:
            TeamNotFoundException: there is no such team.
        """
        id_ = TeamIdentifier(command.id)
        team = await self._repo.get_by_id(id_, for_update=True)
        changed = Entity.replace(
            team,
            name=command.name,
            active=command.active,
            remark=command.remark,
            traceable_time=team.traceable_time.mark_for_update(),
        )
        await self._repo.update(changed)
        return await self._repo.get_by_id(id_)


class DeleteTeam:
    """Use case for deleting a team."""

    def __init__(self, repo: TeamRepository) -> None:
        self._repo = repo

    async def execute(self, command: DeleteTeamCommand) -> None:
        """Execute the use case.

        Raises:
            TeamNotFoundException: there is no such team.
            InUseException: trainings refer to it.
        """
        await self._repo.delete(
            await self._repo.get_by_id(TeamIdentifier(command.id), for_update=True)
        )
