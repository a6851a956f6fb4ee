"""Module for the use cases that create, update and delete seasons."""

from dataclasses import dataclass
from datetime import date

from kwai.core.domain.entity import Entity
from kwai.modules.training.seasons.season import SeasonEntity, SeasonIdentifier
from kwai.modules.training.seasons.season_repository import SeasonRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonCommand:
    """Input for creating or updating a season."""

    name: str
    start_date: date
    end_date: date
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateSeasonCommand(SeasonCommand):
    """Input for the use case UpdateSeason."""

    id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteSeasonCommand:
    """Input for the use case DeleteSeason."""

    id: int


class CreateSeason:
    """Use case for creating a season."""

    def __init__(self, repo: SeasonRepository) -> None:
        self._repo = repo

    async def execute(self, command: SeasonCommand) -> SeasonEntity:
        """Execute the use case."""
        return await self._repo.create(
            SeasonEntity(
                name=command.name,
                start_date=command.start_date,
                end_date=command.end_date,
                remark=command.remark,
            )
        )


class UpdateSeason:
    """Use case for updating a season."""

    def __init__(self, repo: SeasonRepository) -> None:
        self._repo = repo

    async def execute(self, command: UpdateSeasonCommand) -> SeasonEntity:
        """Execute the use case.

        Raises:
            SeasonNotFoundException: there is no such season.
        """
        id_ = SeasonIdentifier(command.id)
        season = await self._repo.get_by_id(id_, for_update=True)
        changed = Entity.replace(
            season,
            name=command.name,
            start_date=command.start_date,
            end_date=command.end_date,
            remark=command.remark,
            traceable_time=season.traceable_time.mark_for_update(),
        )
        await self._repo.update(changed)
        return await self._repo.get_by_id(id_)


class DeleteSeason:
    """Use case for deleting a season."""

    def __init__(self, repo: SeasonRepository) -> None:
        self._repo = repo

    async def execute(self, command: DeleteSeasonCommand) -> None:
        """Execute the use case.

        Raises:
            SeasonNotFoundException: there is no such season.
            InUseException: trainings refer to it.
        """
        await self._repo.delete(
            await self._repo.get_by_id(SeasonIdentifier(command.id), for_update=True)
        )
