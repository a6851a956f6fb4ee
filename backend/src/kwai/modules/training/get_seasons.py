"""Module for the use cases that read seasons."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kwai.core.domain.browse import browse
from kwai.core.domain.resource_query import Page, ResourceQuery, SortKey
from kwai.core.domain.use_case import UseCaseBrowseResult
from kwai.modules.training.seasons.season import SeasonEntity, SeasonIdentifier
from kwai.modules.training.seasons.season_repository import SeasonRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class GetSeasonCommand:
    """Input for the use case GetSeason.

    Attributes:
        lock: Nobody else may change it until the unit ends.
        query: What of it will be looked at.
    """

    id: int
    lock: bool = False
    query: ResourceQuery = field(default_factory=ResourceQuery)


class GetSeason:
    """Use case for getting a season."""

    def __init__(self, repo: SeasonRepository) -> None:
        self._repo = repo

    async def execute(self, command: GetSeasonCommand) -> SeasonEntity:
        """Execute the use case.

        Raises:
            SeasonNotFoundException: there is no such season.
        """
        id_ = SeasonIdentifier(command.id)
        if command.lock:
            return await self._repo.get_by_id(id_, for_update=True)
        query = self._repo.create_query().show(command.query)
        return await self._repo.get_one(query, id_)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetSeasonsCommand:
    """Input for the use case GetSeasons; without a limit all are read.

    Attributes:
        query: What of them will be looked at.
    """

    limit: int | None = None
    offset: int | None = None
    page: Page | None = None
    sort: Sequence[SortKey] = ()
    query: ResourceQuery = field(default_factory=ResourceQuery)


class GetSeasons:
    """Use case for getting seasons."""

    def __init__(self, repo: SeasonRepository) -> None:
        self._repo = repo

    async def execute(self, command: GetSeasonsCommand) -> UseCaseBrowseResult[SeasonEntity]:
        """Execute the use case."""
        query = self._repo.create_query().sort_by(command.sort)
        query.show(command.query)
        return await browse(self._repo, query, command)
