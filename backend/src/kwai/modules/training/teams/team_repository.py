"""Module that defines an interface for a team repository."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator

from kwai.core.domain.exceptions import AlreadyExistsException, NotFoundException
from kwai.core.domain.resource_query import Page
from kwai.core.domain.use_case import UseCaseBrowseResult
from kwai.modules.training.teams.team import TeamEntity, TeamIdentifier
from kwai.modules.training.teams.team_query import TeamQuery


class TeamNotFoundException(NotFoundException):
    """Raised when a team is not found."""


class TeamExistsException(AlreadyExistsException):
    """Raised when the name of a team is taken."""


class TeamRepository(ABC):
    """Interface for a team repository."""

    @abstractmethod
    def create_query(self) -> TeamQuery:
        """Create a query for teams."""

    @abstractmethod
    async def get_by_id(self, id_: TeamIdentifier, *, for_update: bool = False) -> TeamEntity:
        """Get the team with the given id.

        Raises:
            TeamNotFoundException: there is none.
        """

    @abstractmethod
    async def get_one(self, query: TeamQuery, id_: TeamIdentifier) -> TeamEntity:
        """Get the team with the given id, with what the query reads of it.

        Raises:
            TeamNotFoundException: there is none.
        """

    @abstractmethod
    async def get_by_ids(self, *ids: TeamIdentifier) -> list[TeamEntity]:
        """Get all teams for the given ids; an unknown one is left out."""

    @abstractmethod
    def get_all(
        self, query: TeamQuery | None = None, limit: int | None = None, offset: int | None = None
    ) -> AsyncIterator[TeamEntity]:
        """Yield the teams of a query, or of a page of it."""

    @abstractmethod
    async def read_on(self, query: TeamQuery, page: Page) -> UseCaseBrowseResult[TeamEntity]:
        """Get the page that a cursor points at."""

    @abstractmethod
    async def get_page(
        self, query: TeamQuery, limit: int, offset: int
    ) -> UseCaseBrowseResult[TeamEntity]:
        """Get a page of teams, and how many there are in all."""

    @abstractmethod
    async def create(self, entity: TeamEntity) -> TeamEntity:
        """Save a new team and return it with its id."""

    @abstractmethod
    async def update(self, entity: TeamEntity) -> None:
        """Save what changed of a team."""

    @abstractmethod
    async def delete(self, entity: TeamEntity) -> None:
        """Delete a team.

        Raises:
            InUseException: something refers to it.
        """
