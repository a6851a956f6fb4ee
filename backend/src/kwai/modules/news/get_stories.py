"""Implement the use case: get news stories."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, tzinfo

from kwai.core.domain.browse import browse
from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.resource_query import Page, ResourceQuery, SortKey
from kwai.core.domain.use_case import PageVersions, UseCaseBrowseResult
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.news.stories.story import StoryEntity
from kwai.modules.news.stories.story_query import StoryQuery
from kwai.modules.news.stories.story_repository import StoryRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class GetStoriesCommand:
    """Input for use case: GetStories.

    Attributes:
        enabled: When False, also stories that are not activated will be returned.
        unpublished: With enabled, also stories that are not published yet or have ended.
        promoted: Only stories whose promotion is, or is not, on; None for all.
        application: Only stories of the application with this id or name.
        publish_month: A month of publish_year, 1 to 12.
        timezone: Where years and months begin.
        author: Only stories of the author with this unique id.
        search: Only stories with all words of this text in titles and texts.
        sort: Keys publish_date and priority; newest first when it is empty.
        query: What of the stories will be looked at.
    """

    offset: int | None = None
    limit: int | None = None
    page: Page | None = None
    enabled: bool = True
    unpublished: bool = False
    promoted: bool | None = None
    application: int | str | None = None
    publish_year: int | None = None
    publish_month: int | None = None
    timezone: tzinfo = UTC
    author: str | None = None
    search: str | None = None
    sort: Sequence[SortKey] = ()
    query: ResourceQuery = field(default_factory=ResourceQuery)


class GetStories:
    """Implementation of the use case.

    Use this use case for getting news stories.
    """

    def __init__(self, repo: StoryRepository, *, clock: Clock = utc_now) -> None:
        self._repo = repo
        self._clock = clock

    async def execute(self, command: GetStoriesCommand) -> UseCaseBrowseResult[StoryEntity]:
        """Execute the use case."""
        query = self._create_query(command).show(command.query)
        return await browse(self._repo, query, command)

    async def get_versions(self, command: GetStoriesCommand) -> PageVersions:
        """Tell what the page is known by that `execute` would give."""
        query = self._create_query(command)
        return await self._repo.get_versions(query, command.limit or 0, command.offset or 0)

    def _create_query(self, command: GetStoriesCommand) -> StoryQuery:
        query = self._repo.create_query().sort_by(command.sort)
        self._filter_by_state(query, command)
        _filter_by_value(query, command)
        return query

    def _filter_by_state(self, query: StoryQuery, command: GetStoriesCommand) -> None:
        now = self._clock()
        if command.enabled and command.unpublished:
            query.filter_by_enabled()
        elif command.enabled:
            query.filter_by_active(now)
        if command.promoted is not None:
            query.filter_by_promoted(now, promoted=command.promoted)


def _filter_by_value(query: StoryQuery, command: GetStoriesCommand) -> None:
    if command.application is not None:
        query.filter_by_application(command.application)
    if command.publish_year is not None:
        query.filter_by_publication_date(
            command.publish_year, command.publish_month, command.timezone
        )
    if command.author is not None:
        query.filter_by_author(UniqueId.create_from_string(command.author))
    if command.search:
        query.filter_by_search(command.search)
