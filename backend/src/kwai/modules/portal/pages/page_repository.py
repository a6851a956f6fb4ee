"""Module that defines an interface for a page repository."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator

from kwai.core.domain.exceptions import NotFoundException
from kwai.core.domain.resource_query import Page
from kwai.core.domain.use_case import PageVersions, UseCaseBrowseResult
from kwai.modules.portal.pages.page import PageEntity, PageIdentifier
from kwai.modules.portal.pages.page_query import PageQuery


class PageNotFoundException(NotFoundException):
    """Raised when the page can not be found."""


class PageRepository(ABC):
    """A page repository interface."""

    @abstractmethod
    def create_query(self) -> PageQuery:
        """Create a query for querying pages."""

    @abstractmethod
    async def create(self, entity: PageEntity) -> PageEntity:
        """Create a new page."""

    @abstractmethod
    def get_all(
        self, query: PageQuery | None = None, limit: int | None = None, offset: int | None = None
    ) -> AsyncIterator[PageEntity]:
        """Yield the pages of a query."""

    @abstractmethod
    async def get_page(
        self, query: PageQuery, limit: int, offset: int
    ) -> UseCaseBrowseResult[PageEntity]:
        """Get a part of the pages, and how many there are in all."""

    @abstractmethod
    async def get_versions(self, query: PageQuery, limit: int, offset: int) -> PageVersions:
        """Tell what a page of pages is known by, without reading it."""

    @abstractmethod
    async def read_on(self, query: PageQuery, page: Page) -> UseCaseBrowseResult[PageEntity]:
        """Get the pages from a position on."""

    @abstractmethod
    async def get_by_id(self, id_: PageIdentifier, *, for_update: bool = False) -> PageEntity:
        """Get the page with the given id.

        Raises:
            PageNotFoundException: there is none.
        """

    @abstractmethod
    async def get_one(self, query: PageQuery, id_: PageIdentifier) -> PageEntity:
        """Get the page with the given id, with what the query reads of it.

        Raises:
            PageNotFoundException: there is none among those that the query selects.
        """

    @abstractmethod
    async def update(self, entity: PageEntity) -> None:
        """Update a page.

        Raises:
            PageNotFoundException: it was deleted.
        """

    @abstractmethod
    async def delete(self, entity: PageEntity) -> None:
        """Delete a page.

        Raises:
            PageNotFoundException: it was deleted before.
        """
