"""Implement the use case: create a news story."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.domain.value_objects.text import Text
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.core.text.text_editor import TextEditor, TextInput
from kwai.modules.news.authors.author_repository import AuthorRepository
from kwai.modules.news.find_author import find_author, find_own_author
from kwai.modules.news.stories.story import Author, StoryEntity
from kwai.modules.news.stories.story_repository import StoryRepository
from kwai.modules.news.story_plan import plan_period, plan_promotion


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateStoryCommand:
    """Input for the use case.

    Attributes:
        application: The id of the application that the story is in.
        publish_date: None for this moment.
        author: The unique id of an author; None for the one who creates the story.
    """

    application: int
    contents: Sequence[TextInput]
    enabled: bool = False
    priority: int = 0
    promotion_end_date: datetime | None = None
    publish_date: datetime | None = None
    end_date: datetime | None = None
    remark: str = ""
    author: str | None = None


class CreateStory:
    """Adds a story."""

    def __init__(
        self,
        user: Owner,
        repo: StoryRepository,
        author_repo: AuthorRepository,
        *,
        editor: TextEditor,
        clock: Clock = utc_now,
    ) -> None:
        self._user = user
        self._repo = repo
        self._author_repo = author_repo
        self._editor = editor
        self._clock = clock

    async def execute(self, command: CreateStoryCommand) -> StoryEntity:
        """Execute the use case.

        Raises:
            RelatedNotFoundException: the application or the author does not exist.
            UnprocessableException: the story ends before it begins, there is no text, or
                something is wrong with one.
        """
        now = self._clock()
        period = plan_period(command.publish_date or now, command.end_date)
        # Before the first statement: rendering holds no lock.
        contents = await self._editor.write(Text(), command.contents, now)
        return await self._repo.create(
            StoryEntity(
                enabled=command.enabled,
                promotion=plan_promotion(command.priority, command.promotion_end_date),
                period=period,
                application=await self._repo.get_application(command.application),
                author=await self._find_author(command),
                contents=contents,
                remark=command.remark,
                traceable_time=TraceableTime(created_at=LocalTimestamp(now)),
            )
        )

    async def _find_author(self, command: CreateStoryCommand) -> Author | None:
        if command.author is None:
            return await find_own_author(self._author_repo, self._user)
        return await find_author(self._author_repo, command.author)
