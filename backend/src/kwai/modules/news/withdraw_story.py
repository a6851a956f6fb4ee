"""Implement the use case: withdraw a news story."""

from dataclasses import dataclass

from kwai.core.domain.clock import Clock, utc_now
from kwai.modules.news.stories.story import StoryEntity, StoryIdentifier
from kwai.modules.news.stories.story_repository import StoryRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawStoryCommand:
    """Input for the use case."""

    id: int


class WithdrawStory:
    """Takes a story away from visitors; its author still sees it."""

    def __init__(self, repo: StoryRepository, *, clock: Clock = utc_now) -> None:
        self._repo = repo
        self._clock = clock

    async def execute(self, command: WithdrawStoryCommand) -> StoryEntity:
        """Execute the use case.

        Raises:
            StoryNotFoundException: there is none with this id.
        """
        story = await self._repo.get_by_id(StoryIdentifier(command.id), for_update=True)
        await self._repo.update(story.withdraw(self._clock()))
        return await self._repo.get_by_id(story.id)
