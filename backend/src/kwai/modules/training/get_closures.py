"""Module for the use cases that read closures."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kwai.core.domain.browse import browse
from kwai.core.domain.resource_query import Page, ResourceQuery, SortKey
from kwai.core.domain.use_case import UseCaseBrowseResult
from kwai.modules.training.closures.closure import ClosureEntity, ClosureIdentifier
from kwai.modules.training.closures.closure_repository import ClosureRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class GetClosureCommand:
    """Input for the use case GetClosure.

    Attributes:
        lock: Nobody else may change it until the unit ends.
        query: What of it will be looked at.
    """

    id: int
    lock: bool = False
    query: ResourceQuery = field(default_factory=ResourceQuery)


class GetClosure:
    """Use case for getting a closure."""

    def __init__(self, repo: ClosureRepository) -> None:
        self._repo = repo

    async def execute(self, command: GetClosureCommand) -> ClosureEntity:
        """Execute the use case.

        Raises:
            ClosureNotFoundException: there is no such closure.
        """
        id_ = ClosureIdentifier(command.id)
        if command.lock:
            return await self._repo.get_by_id(id_, for_update=True)
        query = self._repo.create_query().show(command.query)
        return await self._repo.get_one(query, id_)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetClosuresCommand:
    """Input for the use case GetClosures; without a limit all are read.

    Attributes:
        query: What of them will be looked at.
    """

    limit: int | None = None
    offset: int | None = None
    page: Page | None = None
    location: str | None = None
    sort: Sequence[SortKey] = ()
    query: ResourceQuery = field(default_factory=ResourceQuery)


class GetClosures:
    """Use case for getting closures."""

    def __init__(self, repo: ClosureRepository) -> None:
        self._repo = repo

    async def execute(self, command: GetClosuresCommand) -> UseCaseBrowseResult[ClosureEntity]:
        """Execute the use case."""
        query = self._repo.create_query().sort_by(command.sort)
        query.show(command.query)
        if command.location is not None:
            query.filter_by_location(command.location)
        return await browse(self._repo, query, command)
