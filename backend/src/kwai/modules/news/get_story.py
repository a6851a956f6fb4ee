"""Implement the use case: get a news story."""

from dataclasses import dataclass, field

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.resource_query import ResourceQuery
from kwai.modules.news.stories.story import StoryEntity, StoryIdentifier
from kwai.modules.news.stories.story_repository import StoryRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class GetStoryCommand:
    """Input for the use case.

    Attributes:
        enabled: When False, also a story that is not active is returned.
        lock: Nobody else can change it until the unit ends; then it is read whole, active or not.
        query: What of it will be looked at.
    """

    id: int
    enabled: bool = True
    lock: bool = False
    query: ResourceQuery = field(default_factory=ResourceQuery)


class GetStory:
    """Gets a story."""

    def __init__(self, repo: StoryRepository, *, clock: Clock = utc_now) -> None:
        self._repo = repo
        self._clock = clock

    async def execute(self, command: GetStoryCommand) -> StoryEntity:
        """Execute the use case.

        Raises:
            StoryNotFoundException: there is none, or visitors do not see it.
        """
        id_ = StoryIdentifier(command.id)
        if command.lock:
            return await self._repo.get_by_id(id_, for_update=True)
        query = self._repo.create_query().show(command.query)
        if command.enabled:
            query.filter_by_active(self._clock())
        return await self._repo.get_one(query, id_)
