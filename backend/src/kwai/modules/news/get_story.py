"""Implement the use case: get a news story."""

from dataclasses import dataclass

from kwai.core.domain.clock import Clock, utc_now
from kwai.modules.news.stories.story import StoryEntity, StoryIdentifier
from kwai.modules.news.stories.story_repository import StoryNotFoundException, StoryRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class GetStoryCommand:
    """Input for the use case.

    Attributes:
        enabled: When False, also a story that is not active is returned.
        lock: Nobody else can change it until the unit ends.
    """

    id: int
    enabled: bool = True
    lock: bool = False


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
        story = await self._repo.get_by_id(id_, for_update=command.lock)
        if command.enabled and not story.is_active_at(self._clock()):
            # In the words for a story that does not exist.
            raise StoryNotFoundException(f"Story {id_} does not exist.")
        return story
