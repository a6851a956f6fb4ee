"""Module for the use cases that read coaches."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kwai.core.domain.browse import browse
from kwai.core.domain.resource_query import Page, ResourceQuery, SortKey
from kwai.core.domain.use_case import UseCaseBrowseResult
from kwai.modules.training.coaches.coach import CoachEntity, CoachIdentifier
from kwai.modules.training.coaches.coach_repository import CoachRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class GetCoachCommand:
    """Input for the use case GetCoach.

    Attributes:
        lock: Nobody else may change it until the unit ends.
        query: What of it will be looked at.
    """

    id: int
    lock: bool = False
    query: ResourceQuery = field(default_factory=ResourceQuery)


class GetCoach:
    """Use case for getting a coach."""

    def __init__(self, repo: CoachRepository) -> None:
        self._repo = repo

    async def execute(self, command: GetCoachCommand) -> CoachEntity:
        """Execute the use case.

        Raises:
            CoachNotFoundException: there is no such coach.
        """
        id_ = CoachIdentifier(command.id)
        if command.lock:
            return await self._repo.get_by_id(id_, for_update=True)
        query = self._repo.create_query().show(command.query)
        return await self._repo.get_one(query, id_)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetCoachesCommand:
    """Input for the use case GetCoaches; without a limit all are read.

    Attributes:
        query: What of them will be looked at.
    """

    limit: int | None = None
    offset: int | None = None
    page: Page | None = None
    active: bool | None = None
    sort: Sequence[SortKey] = ()
    query: ResourceQuery = field(default_factory=ResourceQuery)


class GetCoaches:
    """Use case for getting coaches."""

    def __init__(self, repo: CoachRepository) -> None:
        self._repo = repo

    async def execute(self, command: GetCoachesCommand) -> UseCaseBrowseResult[CoachEntity]:
        """Execute the use case."""
        query = self._repo.create_query().sort_by(command.sort)
        query.show(command.query)
        if command.active is not None:
            query.filter_by_active(command.active)
        return await browse(self._repo, query, command)
