"""Implement the use case: delete a news story."""

from dataclasses import dataclass

from kwai.modules.news.stories.story import StoryIdentifier
from kwai.modules.news.stories.story_repository import StoryRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteStoryCommand:
    """Input for the use case."""

    id: int


class DeleteStory:
    """Deletes a story with its texts."""

    def __init__(self, repo: StoryRepository) -> None:
        self._repo = repo

    async def execute(self, command: DeleteStoryCommand) -> None:
        """Execute the use case.

        Raises:
            StoryNotFoundException: there is none with this id.
        """
        story = await self._repo.get_by_id(StoryIdentifier(command.id), for_update=True)
        await self._repo.delete(story)
