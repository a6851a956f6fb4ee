"""Implement the use case: make the HTML of all stories anew."""

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.entity import Entity
from kwai.core.text.text_editor import render_again
from kwai.core.text.text_renderer import TextRenderer
from kwai.modules.news.stories.story_repository import StoryRepository


class RenderStories:
    """Brings what readers get up to date, after the rules of what is safe have changed."""

    def __init__(
        self, repo: StoryRepository, *, renderer: TextRenderer, clock: Clock = utc_now
    ) -> None:
        self._repo = repo
        self._renderer = renderer
        self._clock = clock

    async def execute(self) -> int:
        """Execute the use case, and tell how many texts changed."""
        changed = 0
        async for story in self._repo.get_all():
            contents = await render_again(story.contents, self._renderer)
            if contents != story.contents:
                before = set(story.contents)
                changed += sum(text not in before for text in contents)
                trace = story.traceable_time.mark_for_update(self._clock())
                await self._repo.update(
                    Entity.replace(story, contents=contents, traceable_time=trace)
                )
        return changed
