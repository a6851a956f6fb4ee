"""Module that defines an interface for a repository of calendar feeds."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator

from kwai.core.domain.exceptions import NotFoundException
from kwai.core.domain.repository.query import Query
from kwai.core.domain.resource_query import Page
from kwai.core.domain.use_case import UseCaseBrowseResult
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.modules.training.calendar_feeds.calendar_feed import (
    CalendarFeedEntity,
    CalendarFeedIdentifier,
)
from kwai.modules.training.coaches.coach import CoachIdentifier


class CalendarFeedNotFoundException(NotFoundException):
    """Raised when a calendar feed does not exist, or was revoked."""


class CalendarFeedRepository(ABC):
    """An interface for the secret feeds of coaches."""

    @abstractmethod
    async def create(self, entity: CalendarFeedEntity) -> CalendarFeedEntity:
        """Save a new feed."""

    @abstractmethod
    async def delete(self, entity: CalendarFeedEntity) -> None:
        """Revoke a feed."""

    @abstractmethod
    async def get_own(
        self, id_: CalendarFeedIdentifier, user_id: IntIdentifier
    ) -> CalendarFeedEntity:
        """Get a feed of a user.

        Raises:
            CalendarFeedNotFoundException: there is none, or it is another user's.
        """

    @abstractmethod
    def create_query(self, user_id: IntIdentifier) -> Query:
        """Create a query for the feeds of a user."""

    @abstractmethod
    def get_all(
        self, query: Query, limit: int | None = None, offset: int | None = None
    ) -> AsyncIterator[CalendarFeedEntity]:
        """Yield the feeds of a query, or of a page of it."""

    @abstractmethod
    async def get_page(
        self, query: Query, limit: int, offset: int
    ) -> UseCaseBrowseResult[CalendarFeedEntity]:
        """Get a page of feeds, and how many there are in all."""

    @abstractmethod
    async def read_on(self, query: Query, page: Page) -> UseCaseBrowseResult[CalendarFeedEntity]:
        """Get the page that a cursor points at."""

    @abstractmethod
    async def find_coach(self, secret_hash: str) -> CoachIdentifier:
        """Find whose trainings a feed shows.

        Raises:
            CalendarFeedNotFoundException: it was revoked, or the user or coach is not active.
        """
