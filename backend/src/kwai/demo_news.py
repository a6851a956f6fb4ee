"""What the site of the demo club tells: stories and pages as a real club has them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from kwai.core.db.database import Database
from kwai.core.domain.clock import utc_now
from kwai.core.domain.entity import Entity
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.settings import Settings
from kwai.core.text.text_editor import TextEditor, TextInput
from kwai.core.text.text_renderer import SafeTextRenderer
from kwai.demo_texts import PAGES, STORIES, DemoPage, DemoStory, DemoText
from kwai.demo_words import words_of
from kwai.modules.news.authors.author_db_repository import AuthorDbRepository
from kwai.modules.news.create_story import CreateStory, CreateStoryCommand
from kwai.modules.news.stories.story_db_repository import StoryDbRepository
from kwai.modules.portal.applications.application import ApplicationEntity
from kwai.modules.portal.applications.application_db_repository import ApplicationDbRepository
from kwai.modules.portal.create_page import CreatePage, CreatePageCommand
from kwai.modules.portal.pages.page_db_repository import PageDbRepository

# At this hour the author of the demo club publishes.
HOUR: Final = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoSite:
    """Seeds the site in the name of an author; one that tells something already stays as it is."""

    settings: Settings
    database: Database
    author: Owner

    async def seed(self) -> None:
        """Write the stories and the pages."""
        stories, pages = StoryDbRepository(self.database), PageDbRepository(self.database)
        if await stories.create_query().exists() or await pages.create_query().exists():
            return
        applications = await self._name_sections()
        for story in STORIES:
            await self._write_story(story, applications)
        for page in PAGES:
            await self._write_page(page, applications)

    async def _name_sections(self) -> dict[str, ApplicationEntity]:
        """Give the sections by their name, called as the club would call them."""
        repository = ApplicationDbRepository(self.database)
        sections = {each.name: each async for each in repository.get_all()}
        words = words_of(self.settings.website.default_locale).sections
        for section in sections.values():
            title, text = words.get(section.name, (section.title, section.short_description))
            if (title, text) != (section.title, section.short_description):
                renamed = Entity.replace(section, title=title, short_description=text)
                await repository.update(renamed)
        return sections

    async def _write_story(
        self, story: DemoStory, applications: dict[str, ApplicationEntity]
    ) -> None:
        today = utc_now().replace(hour=HOUR, minute=0, second=0, microsecond=0)
        use_case = CreateStory(
            self.author,
            StoryDbRepository(self.database),
            AuthorDbRepository(self.database),
            editor=self._editor(),
        )
        await use_case.execute(
            CreateStoryCommand(
                application=applications[story.application].id.value,
                contents=_inputs(story.texts),
                enabled=story.enabled,
                priority=story.priority,
                promotion_end_date=_in_days(today, story.promoted_until),
                publish_date=today + timedelta(days=story.publish_day),
                end_date=_in_days(today, story.end_day),
                remark=story.remark,
            )
        )

    async def _write_page(self, page: DemoPage, applications: dict[str, ApplicationEntity]) -> None:
        use_case = CreatePage(
            PageDbRepository(self.database),
            ApplicationDbRepository(self.database),
            editor=self._editor(),
        )
        await use_case.execute(
            CreatePageCommand(
                application=applications[page.application].id.value,
                contents=_inputs(page.texts),
                enabled=True,
                priority=page.priority,
            )
        )

    def _editor(self) -> TextEditor:
        renderer = SafeTextRenderer(self.settings.base_url)
        locales = {*self.settings.website.locales, "nl", "en"}
        return TextEditor(renderer, locales, self.author)


def _inputs(texts: tuple[DemoText, ...]) -> list[TextInput]:
    return [
        TextInput(locale=each.locale, title=each.title, summary=each.summary, content=each.content)
        for each in texts
    ]


def _in_days(today: datetime, days: int | None) -> datetime | None:
    return None if days is None else today + timedelta(days=days)
