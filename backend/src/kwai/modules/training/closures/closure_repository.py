"""Module that defines an interface for a closure repository."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator

from kwai.core.domain.exceptions import NotFoundException
from kwai.core.domain.resource_query import Page
from kwai.core.domain.use_case import UseCaseBrowseResult
from kwai.modules.training.closures.closure import ClosureEntity, ClosureIdentifier
from kwai.modules.training.closures.closure_query import ClosureQuery


class ClosureNotFoundException(NotFoundException):
    """Raised when a closure is not found."""


class ClosureRepository(ABC):
    """Interface for a closure repository."""

    @abstractmethod
    def create_query(self) -> ClosureQuery:
        """Create a query for closures."""

    @abstractmethod
    async def get_by_id(self, id_: ClosureIdentifier, *, for_update: bool = False) -> ClosureEntity:
        """Get the closure with the given id.

        Raises:
            ClosureNotFoundException: there is none.
        """

    @abstractmethod
    async def get_one(self, query: ClosureQuery, id_: ClosureIdentifier) -> ClosureEntity:
        """Get the closure with the given id, with what the query reads of it.

        Raises:
            ClosureNotFoundException: there is none.
        """

    @abstractmethod
    async def get_by_ids(self, *ids: ClosureIdentifier) -> list[ClosureEntity]:
        """Get all closures for the given ids; an unknown one is left out."""

    @abstractmethod
    def get_all(
        self, query: ClosureQuery | None = None, limit: int | None = None, offset: int | None = None
    ) -> AsyncIterator[ClosureEntity]:
        """Yield the closures of a query, or of a page of it."""

    @abstractmethod
    async def read_on(self, query: ClosureQuery, page: Page) -> UseCaseBrowseResult[ClosureEntity]:
        """Get the page that a cursor points at."""

    @abstractmethod
    async def get_page(
        self, query: ClosureQuery, limit: int, offset: int
    ) -> UseCaseBrowseResult[ClosureEntity]:
        """Get a page of closures, and how many there are in all."""

    @abstractmethod
    async def create(self, entity: ClosureEntity) -> ClosureEntity:
        """Save a new closure and return it with its id."""

    @abstractmethod
    async def update(self, entity: ClosureEntity) -> None:
        """Save what changed of a closure."""

    @abstractmethod
    async def delete(self, entity: ClosureEntity) -> None:
        """Delete a closure.

        Raises:
            InUseException: something refers to it.
        """
