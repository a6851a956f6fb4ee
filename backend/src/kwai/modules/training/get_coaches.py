"""Module for the use cases that read coaches."""

from collections.abc import Sequence
from dataclasses import dataclass

from kwai.core.domain.browse import browse
from kwai.core.domain.resource_query import Page, SortKey
from kwai.core.domain.use_case import UseCaseBrowseResult
from kwai.modules.training.coaches.coach import CoachEntity, CoachIdentifier
from kwai.modules.training.coaches.coach_repository import CoachRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class GetCoachCommand:
    """Input for the use case GetCoach.

    Attributes:
        lock: Nobody else may change it until the unit ends.
    """

    id: int
    lock: bool = False


class GetCoach:
    """Use case for getting a coach."""

    def __init__(self, repo: CoachRepository) -> None:
        self._repo = repo

    async def execute(self, command: GetCoachCommand) -> CoachEntity:
        """Execute the use case.

        Raises:
            CoachNotFoundException: there is no such coach.
        """
        return await self._repo.get_by_id(CoachIdentifier(command.id), for_update=command.lock)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetCoachesCommand:
    """Input for the use case GetCoaches; without a limit all are read."""

    limit: int | None = None
    offset: int | None = None
    page: Page | None = None
    active: bool | None = None
    sort: Sequence[SortKey] = ()


class GetCoaches:
    """Use case for getting coaches."""

    def __init__(self, repo: CoachRepository) -> None:
        self._repo = repo

    async def execute(self, command: GetCoachesCommand) -> UseCaseBrowseResult[CoachEntity]:
        """Execute the use case."""
        query = self._repo.create_query().sort_by(command.sort)
        if command.active is not None:
            query.filter_by_active(command.active)
        return await browse(self._repo, query, command)
