"""Module that defines an interface for an author repository."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator

from kwai.core.domain.exceptions import AlreadyExistsException, NotFoundException
from kwai.core.domain.resource_query import Page
from kwai.core.domain.use_case import UseCaseBrowseResult
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.news.authors.author import AuthorEntity
from kwai.modules.news.authors.author_query import AuthorQuery


class AuthorNotFoundException(NotFoundException):
    """Raised when the author can not be found."""


class AuthorExistsException(AlreadyExistsException):
    """Raised when a user is an author already."""


class AuthorRepository(ABC):
    """Interface for an author repository."""

    @abstractmethod
    def create_query(self) -> AuthorQuery:
        """Create a query for querying authors."""

    @abstractmethod
    async def create(self, entity: AuthorEntity) -> AuthorEntity:
        """Create a new author.

        Raises:
            AuthorExistsException: the user is one already; decided by a unique index.
        """

    @abstractmethod
    def get_all(
        self, query: AuthorQuery | None = None, limit: int | None = None, offset: int | None = None
    ) -> AsyncIterator[AuthorEntity]:
        """Yield the authors of a query."""

    @abstractmethod
    async def get_page(
        self, query: AuthorQuery, limit: int, offset: int
    ) -> UseCaseBrowseResult[AuthorEntity]:
        """Get a page of authors, and how many there are in all."""

    @abstractmethod
    async def read_on(self, query: AuthorQuery, page: Page) -> UseCaseBrowseResult[AuthorEntity]:
        """Get the authors from a position on."""

    @abstractmethod
    async def get_by_uuid(self, uuid: UniqueId, *, for_update: bool = False) -> AuthorEntity:
        """Get the author with the given unique id.

        Raises:
            AuthorNotFoundException: there is none.
        """

    @abstractmethod
    async def get_one(self, query: AuthorQuery, uuid: UniqueId) -> AuthorEntity:
        """Get the author with the given unique id, with what the query reads of it.

        Raises:
            AuthorNotFoundException: there is none.
        """

    @abstractmethod
    async def get_user(self, uuid: UniqueId) -> Owner:
        """Get the user that an author is to be.

        Raises:
            RelatedNotFoundException: there is none.
        """

    @abstractmethod
    async def update(self, entity: AuthorEntity) -> None:
        """Update an author.

        Raises:
            AuthorNotFoundException: it was deleted.
            AuthorExistsException: the user is one already.
        """

    @abstractmethod
    async def delete(self, entity: AuthorEntity) -> None:
        """Delete an author.

        Raises:
            AuthorNotFoundException: it was deleted before.
            InUseException: a story names the author.
        """
