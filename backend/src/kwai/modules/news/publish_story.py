"""Implement the use case: publish a news story."""

from dataclasses import dataclass
from datetime import datetime

from kwai.core.domain.clock import Clock, utc_now
from kwai.modules.news.stories.story import StoryEntity, StoryIdentifier
from kwai.modules.news.stories.story_repository import StoryRepository
from kwai.modules.news.story_plan import to_second


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishStoryCommand:
    """Input for the use case.

    Attributes:
        publish_date: None for now; a story that was published before keeps its date then.
    """

    id: int
    publish_date: datetime | None = None


class PublishStory:
    """Lets visitors see a story, now or from a later moment."""

    def __init__(self, repo: StoryRepository, *, clock: Clock = utc_now) -> None:
        self._repo = repo
        self._clock = clock

    async def execute(self, command: PublishStoryCommand) -> StoryEntity:
        """Execute the use case.

        Raises:
            StoryNotFoundException: there is none with this id.
        """
        now = self._clock()
        story = await self._repo.get_by_id(StoryIdentifier(command.id), for_update=True)
        planned = story.period.start_date.timestamp or now
        at = to_second(command.publish_date or min(planned, now)).timestamp or now
        await self._repo.update(story.publish(at, now))
        return await self._repo.get_by_id(story.id)
