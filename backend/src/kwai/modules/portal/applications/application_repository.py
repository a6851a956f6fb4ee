"""Module that defines an interface for an application repository."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator

from kwai.core.domain.exceptions import AlreadyExistsException, NotFoundException
from kwai.core.domain.resource_query import Page
from kwai.core.domain.use_case import PageVersions, UseCaseBrowseResult
from kwai.modules.portal.applications.application import (
    ApplicationEntity,
    ApplicationIdentifier,
)
from kwai.modules.portal.applications.application_query import ApplicationQuery


class ApplicationNotFoundException(NotFoundException):
    """Raised when the application can not be found."""


class ApplicationExistsException(AlreadyExistsException):
    """Raised when another application has the name already."""


class ApplicationRepository(ABC):
    """An application repository interface."""

    @abstractmethod
    def create_query(self) -> ApplicationQuery:
        """Create a query for querying applications."""

    @abstractmethod
    async def create(self, entity: ApplicationEntity) -> ApplicationEntity:
        """Create a new application entity.

        Raises:
            ApplicationExistsException: the name is taken; decided by a unique index.
        """

    @abstractmethod
    def get_all(
        self,
        query: ApplicationQuery | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> AsyncIterator[ApplicationEntity]:
        """Yield the applications of a query."""

    @abstractmethod
    async def get_page(
        self, query: ApplicationQuery, limit: int, offset: int
    ) -> UseCaseBrowseResult[ApplicationEntity]:
        """Get a page of applications, and how many there are in all."""

    @abstractmethod
    async def get_versions(self, query: ApplicationQuery, limit: int, offset: int) -> PageVersions:
        """Tell what a page of applications is known by, without reading it."""

    @abstractmethod
    async def read_on(
        self, query: ApplicationQuery, page: Page
    ) -> UseCaseBrowseResult[ApplicationEntity]:
        """Get the applications from a position on."""

    @abstractmethod
    async def get_by_id(
        self, id_: ApplicationIdentifier, *, for_update: bool = False
    ) -> ApplicationEntity:
        """Get the application with the given id.

        Raises:
            ApplicationNotFoundException: there is none.
        """

    @abstractmethod
    async def get_one(
        self, query: ApplicationQuery, id_: ApplicationIdentifier
    ) -> ApplicationEntity:
        """Get the application with the given id, with what the query reads of it.

        Raises:
            ApplicationNotFoundException: there is none.
        """

    @abstractmethod
    async def get_by_name(self, name: str) -> ApplicationEntity:
        """Get the application with the given name.

        Raises:
            ApplicationNotFoundException: there is none.
        """

    @abstractmethod
    async def update(self, entity: ApplicationEntity) -> None:
        """Update an application entity.

        Raises:
            ApplicationNotFoundException: it was deleted.
        """

    @abstractmethod
    async def delete(self, entity: ApplicationEntity) -> None:
        """Delete an application entity.

        Raises:
            ApplicationNotFoundException: it was deleted before.
            InUseException: something is in it.
        """
