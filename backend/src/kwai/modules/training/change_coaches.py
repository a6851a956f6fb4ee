"""Module for the use cases that create, update and delete coaches."""

from dataclasses import dataclass

from kwai.core.domain.entity import Entity
from kwai.core.domain.value_objects.name import Name
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.training.coaches.coach import CoachEntity, CoachIdentifier
from kwai.modules.training.coaches.coach_repository import CoachRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachCommand:
    """Input for creating or updating a coach.

    Attributes:
        user: Unique id of the account that the coach logs in with.
    """

    first_name: str
    last_name: str
    active: bool = True
    diploma: str = ""
    remark: str = ""
    user: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateCoachCommand(CoachCommand):
    """Input for the use case UpdateCoach."""

    id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteCoachCommand:
    """Input for the use case DeleteCoach."""

    id: int


class CreateCoach:
    """Use case for creating a coach."""

    def __init__(self, repo: CoachRepository) -> None:
        self._repo = repo

    async def execute(self, command: CoachCommand) -> CoachEntity:
        """Execute the use case."""
        return await self._repo.create(
            CoachEntity(
                name=Name(first_name=command.first_name, last_name=command.last_name),
                active=command.active,
                diploma=command.diploma,
                remark=command.remark,
                user=await find_user(self._repo, command.user),
            )
        )


class UpdateCoach:
    """Use case for updating a coach."""

    def __init__(self, repo: CoachRepository) -> None:
        self._repo = repo

    async def execute(self, command: UpdateCoachCommand) -> CoachEntity:
        """Execute the use case.

        Raises:
            CoachNotFoundException: there is no such coach.
        """
        id_ = CoachIdentifier(command.id)
        coach = await self._repo.get_by_id(id_, for_update=True)
        changed = Entity.replace(
            coach,
            name=Name(first_name=command.first_name, last_name=command.last_name),
            active=command.active,
            diploma=command.diploma,
            remark=command.remark,
            user=await find_user(self._repo, command.user),
            traceable_time=coach.traceable_time.mark_for_update(),
        )
        await self._repo.update(changed)
        return await self._repo.get_by_id(id_)


class DeleteCoach:
    """Use case for deleting a coach."""

    def __init__(self, repo: CoachRepository) -> None:
        self._repo = repo

    async def execute(self, command: DeleteCoachCommand) -> None:
        """Execute the use case.

        Raises:
            CoachNotFoundException: there is no such coach.
            InUseException: trainings refer to it.
        """
        await self._repo.delete(
            await self._repo.get_by_id(CoachIdentifier(command.id), for_update=True)
        )


async def find_user(repo: CoachRepository, uuid: str | None) -> Owner | None:
    """Find the account of a coach, if there is to be one.

    Raises:
        CoachUserNotFoundException: there is no such user.
    """
    return None if uuid is None else await repo.get_user(UniqueId.create_from_string(uuid))
