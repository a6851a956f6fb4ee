"""Module that defines an interface for a season repository."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator

from kwai.core.domain.exceptions import AlreadyExistsException, NotFoundException
from kwai.core.domain.resource_query import Page
from kwai.core.domain.use_case import UseCaseBrowseResult
from kwai.modules.training.seasons.season import SeasonEntity, SeasonIdentifier
from kwai.modules.training.seasons.season_query import SeasonQuery


class SeasonNotFoundException(NotFoundException):
    """Raised when a season is not found."""


class SeasonExistsException(AlreadyExistsException):
    """Raised when the name of a season is taken."""


class SeasonRepository(ABC):
    """Interface for a season repository."""

    @abstractmethod
    def create_query(self) -> SeasonQuery:
        """Create a query for seasons."""

    @abstractmethod
    async def get_by_id(self, id_: SeasonIdentifier, *, for_update: bool = False) -> SeasonEntity:
        """Get the season with the given id.

        Raises:
            SeasonNotFoundException: there is none.
        """

    @abstractmethod
    async def get_one(self, query: SeasonQuery, id_: SeasonIdentifier) -> SeasonEntity:
        """Get the season with the given id, with what the query reads of it.

        Raises:
            SeasonNotFoundException: there is none.
        """

    @abstractmethod
    async def get_by_ids(self, *ids: SeasonIdentifier) -> list[SeasonEntity]:
        """Get all seasons for the given ids; an unknown one is left out."""

    @abstractmethod
    def get_all(
        self, query: SeasonQuery | None = None, limit: int | None = None, offset: int | None = None
    ) -> AsyncIterator[SeasonEntity]:
        """Yield the seasons of a query, or of a page of it."""

    @abstractmethod
    async def read_on(self, query: SeasonQuery, page: Page) -> UseCaseBrowseResult[SeasonEntity]:
        """Get the page that a cursor points at."""

    @abstractmethod
    async def get_page(
        self, query: SeasonQuery, limit: int, offset: int
    ) -> UseCaseBrowseResult[SeasonEntity]:
        """Get a page of seasons, and how many there are in all."""

    @abstractmethod
    async def create(self, entity: SeasonEntity) -> SeasonEntity:
        """Save a new season and return it with its id."""

    @abstractmethod
    async def update(self, entity: SeasonEntity) -> None:
        """Save what changed of a season."""

    @abstractmethod
    async def delete(self, entity: SeasonEntity) -> None:
        """Delete a season.

        Raises:
            InUseException: something refers to it.
        """
