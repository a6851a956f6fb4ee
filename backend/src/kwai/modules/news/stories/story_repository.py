"""Module that defines an interface for a story repository."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator

from kwai.core.domain.exceptions import NotFoundException
from kwai.core.domain.resource_query import Page
from kwai.core.domain.use_case import PageVersions, UseCaseBrowseResult
from kwai.modules.news.stories.story import Application, StoryEntity, StoryIdentifier
from kwai.modules.news.stories.story_query import StoryQuery


class StoryNotFoundException(NotFoundException):
    """Raised when the story can not be found."""


class StoryRepository(ABC):
    """Interface for a story repository."""

    @abstractmethod
    def create_query(self) -> StoryQuery:
        """Create a query for querying stories."""

    @abstractmethod
    async def create(self, entity: StoryEntity) -> StoryEntity:
        """Create a new story entity."""

    @abstractmethod
    def get_all(
        self, query: StoryQuery | None = None, limit: int | None = None, offset: int | None = None
    ) -> AsyncIterator[StoryEntity]:
        """Yield the stories of a query."""

    @abstractmethod
    async def get_page(
        self, query: StoryQuery, limit: int, offset: int
    ) -> UseCaseBrowseResult[StoryEntity]:
        """Get a page of stories, and how many there are in all."""

    @abstractmethod
    async def get_versions(self, query: StoryQuery, limit: int, offset: int) -> PageVersions:
        """Tell what a page of stories is known by, without reading it."""

    @abstractmethod
    async def read_on(self, query: StoryQuery, page: Page) -> UseCaseBrowseResult[StoryEntity]:
        """Get the stories from a position on."""

    @abstractmethod
    async def get_by_id(self, id_: StoryIdentifier, *, for_update: bool = False) -> StoryEntity:
        """Get the story with the given id.

        Raises:
            StoryNotFoundException: there is none.
        """

    @abstractmethod
    async def get_one(self, query: StoryQuery, id_: StoryIdentifier) -> StoryEntity:
        """Get the story with the given id, with what the query reads of it.

        Raises:
            StoryNotFoundException: there is none among those that the query selects.
        """

    @abstractmethod
    async def get_application(self, id_: int) -> Application:
        """Get the application that a story is to be in.

        Raises:
            RelatedNotFoundException: there is none.
        """

    @abstractmethod
    async def update(self, entity: StoryEntity) -> None:
        """Update a story entity.

        Raises:
            StoryNotFoundException: it was deleted.
        """

    @abstractmethod
    async def delete(self, entity: StoryEntity) -> None:
        """Delete a story.

        Raises:
            StoryNotFoundException: it was deleted before.
        """
