"""Module for the use cases of the secret calendar feeds of a coach."""

from dataclasses import dataclass

from kwai.core.domain.browse import browse
from kwai.core.domain.resource_query import Page
from kwai.core.domain.use_case import UseCaseBrowseResult
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.security.digest import sha256_hex
from kwai.modules.training.calendar_feeds.calendar_feed import (
    CalendarFeedEntity,
    CalendarFeedIdentifier,
    create_secret,
)
from kwai.modules.training.calendar_feeds.calendar_feed_repository import CalendarFeedRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateCalendarFeedCommand:
    """Input for the use case CreateCalendarFeed."""

    name: str


class CreateCalendarFeed:
    """Use case for creating a feed; its secret is known to who creates it, and to nobody else."""

    def __init__(self, repo: CalendarFeedRepository, owner: Owner) -> None:
        self._repo = repo
        self._owner = owner

    async def execute(self, command: CreateCalendarFeedCommand) -> tuple[CalendarFeedEntity, str]:
        """Execute the use case; gives the feed and its secret."""
        secret = create_secret()
        feed = CalendarFeedEntity(
            user_id=self._owner.id, name=command.name, secret=sha256_hex(secret)
        )
        return await self._repo.create(feed), secret


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFeedCommand:
    """Input for the use cases of one feed."""

    id: int


class GetCalendarFeed:
    """Use case for getting a feed of a user."""

    def __init__(self, repo: CalendarFeedRepository, owner: Owner) -> None:
        self._repo = repo
        self._owner = owner

    async def execute(self, command: CalendarFeedCommand) -> CalendarFeedEntity:
        """Execute the use case.

        Raises:
            CalendarFeedNotFoundException: there is none, or it is another user's.
        """
        return await self._repo.get_own(CalendarFeedIdentifier(command.id), self._owner.id)


class DeleteCalendarFeed:
    """Use case for revoking a feed: its link is dead at once."""

    def __init__(self, repo: CalendarFeedRepository, owner: Owner) -> None:
        self._repo = repo
        self._owner = owner

    async def execute(self, command: CalendarFeedCommand) -> None:
        """Execute the use case.

        Raises:
            CalendarFeedNotFoundException: there is none, or it is another user's.
        """
        id_ = CalendarFeedIdentifier(command.id)
        await self._repo.delete(await self._repo.get_own(id_, self._owner.id))


@dataclass(frozen=True, slots=True, kw_only=True)
class GetCalendarFeedsCommand:
    """Input for the use case GetCalendarFeeds."""

    limit: int | None = None
    offset: int | None = None
    page: Page | None = None


class GetCalendarFeeds:
    """Use case for getting the feeds of a user."""

    def __init__(self, repo: CalendarFeedRepository, owner: Owner) -> None:
        self._repo = repo
        self._owner = owner

    async def execute(
        self, command: GetCalendarFeedsCommand
    ) -> UseCaseBrowseResult[CalendarFeedEntity]:
        """Execute the use case."""
        return await browse(self._repo, self._repo.create_query(self._owner.id), command)
