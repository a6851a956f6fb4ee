"""Implement the use case: withdraw a news story."""

from dataclasses import dataclass

from kwai.modules.news.stories.story import StoryEntity, StoryIdentifier
from kwai.modules.news.stories.story_repository import StoryRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawStoryCommand:
    """Input for the use case."""

    id: int


class WithdrawStory:
    """Takes a story away from visitors; its author still sees it."""

    def __init__(self, repo: StoryRepository) -> None:
        self._repo = repo

    async def execute(self, command: WithdrawStoryCommand) -> StoryEntity:
        """Execute the use case.

        Raises:
            StoryNotFoundException: there is none with this id.
        """
        story = await self._repo.get_by_id(StoryIdentifier(command.id), for_update=True)
        await self._repo.update(story.withdraw())
        return await self._repo.get_by_id(story.id)
