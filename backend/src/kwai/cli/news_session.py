"""The use cases of news, put together for the command line."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from kwai.core.db.database import Database
from kwai.core.domain.actor import Actor
from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.settings import Settings
from kwai.core.text.languages import arrange
from kwai.core.text.text_renderer import SafeTextRenderer
from kwai.modules.news.get_stories import GetStories, GetStoriesCommand
from kwai.modules.news.publish_story import PublishStory, PublishStoryCommand
from kwai.modules.news.render_stories import RenderStories
from kwai.modules.news.stories.story import StoryEntity
from kwai.modules.news.stories.story_db_repository import StoryDbRepository
from kwai.modules.news.withdraw_story import WithdrawStory, WithdrawStoryCommand
from kwai.modules.portal.pages.page_db_repository import PageDbRepository
from kwai.modules.portal.render_pages import RenderPages


class NewsSession:
    """What a command can do in its transaction."""

    def __init__(self, settings: Settings, database: Database, *, clock: Clock = utc_now) -> None:
        database.actor = Actor(kind="cli")
        self._settings = settings
        self._clock = clock
        self._zone = ZoneInfo(settings.website.timezone)
        self._stories = StoryDbRepository(database)
        self._pages = PageDbRepository(database)

    async def get_stories(
        self, active: bool, search: str, limit: int
    ) -> tuple[int, list[dict[str, str]]]:
        """Give how many stories there are, and what is worth knowing of the newest."""
        command = GetStoriesCommand(enabled=active, search=search or None, limit=limit, offset=0)
        found = await GetStories(self._stories, clock=self._clock).execute(command)
        return found.total, [self._describe(story) async for story in found.iterator]

    async def publish(self, id_: int, at: datetime | None) -> str:
        """Let visitors see a story, and tell from when; a naive moment is of the club's clock."""
        command = PublishStoryCommand(id=id_, publish_date=None if at is None else self._read(at))
        story = await PublishStory(self._stories, clock=self._clock).execute(command)
        return self._write(story.period.start_date)

    async def withdraw(self, id_: int) -> StoryEntity:
        """Take a story away from visitors."""
        withdraw = WithdrawStory(self._stories, clock=self._clock)
        return await withdraw.execute(WithdrawStoryCommand(id=id_))

    async def render(self) -> int:
        """Make the HTML of all texts anew, and tell how many changed."""
        renderer = SafeTextRenderer(self._settings.base_url)
        stories = RenderStories(self._stories, renderer=renderer, clock=self._clock)
        pages = RenderPages(self._pages, renderer=renderer, clock=self._clock)
        return await stories.execute() + await pages.execute()

    def _describe(self, story: StoryEntity) -> dict[str, str]:
        website = self._settings.website
        texts = arrange(story.contents, (website.default_locale,), website.locales)
        return {
            "story": str(story.id),
            "state": _state_of(story, self._clock()),
            "published": self._write(story.period.start_date),
            "ends": self._write(story.period.end_date),
            "priority": str(story.promotion.priority),
            "application": story.application.name,
            "languages": ", ".join(text.locale for text in texts),
            "title": texts[0].title if texts else "",
        }

    def _read(self, moment: datetime) -> datetime:
        # A time that the clock skips is that much later, and of one it shows twice the first.
        known = moment if moment.tzinfo else moment.replace(tzinfo=self._zone)
        return known.astimezone(UTC)

    def _write(self, moment: LocalTimestamp) -> str:
        if moment.timestamp is None:
            return ""
        return moment.timestamp.astimezone(self._zone).isoformat(" ", "minutes")


def _state_of(story: StoryEntity, now: datetime) -> str:
    if not story.enabled:
        return "draft"
    if story.is_promoted_at(now):
        return "promoted"
    if story.is_active_at(now):
        return "active"
    return "planned" if not story.period.start_date.is_past_at(now) else "ended"
