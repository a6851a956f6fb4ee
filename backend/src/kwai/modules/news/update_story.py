"""Implement the use case: update a news story."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.entity import Entity
from kwai.core.text.text_editor import TextEditor, TextInput
from kwai.modules.news.authors.author_repository import AuthorRepository
from kwai.modules.news.find_author import find_author
from kwai.modules.news.stories.story import Application, Author, StoryEntity, StoryIdentifier
from kwai.modules.news.stories.story_repository import StoryRepository
from kwai.modules.news.story_plan import plan_period, plan_promotion


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateStoryCommand:
    """Input for the use case: everything that can change.

    Attributes:
        author: The unique id of an author; None for a story of nobody.
    """

    id: int
    application: int
    contents: Sequence[TextInput]
    enabled: bool
    priority: int
    promotion_end_date: datetime | None
    publish_date: datetime
    end_date: datetime | None
    remark: str
    author: str | None


class UpdateStory:
    """Changes a story; a text that stays the same keeps who wrote it."""

    def __init__(
        self,
        repo: StoryRepository,
        author_repo: AuthorRepository,
        *,
        editor: TextEditor,
        clock: Clock = utc_now,
    ) -> None:
        self._repo = repo
        self._author_repo = author_repo
        self._editor = editor
        self._clock = clock

    async def execute(self, command: UpdateStoryCommand) -> StoryEntity:
        """Execute the use case.

        Raises:
            StoryNotFoundException: there is none with this id.
            RelatedNotFoundException: the application or the author does not exist.
            UnprocessableException: the story ends before it begins, there is no text, or
                something is wrong with one.
        """
        now = self._clock()
        period = plan_period(command.publish_date, command.end_date)
        story = await self._repo.get_by_id(StoryIdentifier(command.id), for_update=True)
        await self._repo.update(
            Entity.replace(
                story,
                enabled=command.enabled,
                promotion=plan_promotion(command.priority, command.promotion_end_date),
                period=period,
                application=await self._find_application(story, command.application),
                author=await self._find_author(story, command.author),
                contents=await self._editor.write(story.contents, command.contents, now),
                remark=command.remark,
                traceable_time=story.traceable_time.mark_for_update(now),
            )
        )
        return await self._repo.get_by_id(story.id)

    async def _find_application(self, story: StoryEntity, id_: int) -> Application:
        if story.application.id.value == id_:
            return story.application
        return await self._repo.get_application(id_)

    async def _find_author(self, story: StoryEntity, uuid: str | None) -> Author | None:
        if uuid is None or (story.author is not None and str(story.author.uuid) == uuid):
            return None if uuid is None else story.author
        return await find_author(self._author_repo, uuid)
