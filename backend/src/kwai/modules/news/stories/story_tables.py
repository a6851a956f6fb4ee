"""Module that defines all dataclasses for the tables containing stories."""

from dataclasses import dataclass
from datetime import datetime

from kwai.core.db.row_fields import secret
from kwai.core.db.rows import (
    ContentRow,
    create_trace,
    known_moment,
    make_period,
    make_timestamp,
)
from kwai.core.db.shown import UNREAD_MOMENT, Shown
from kwai.core.db.table import Table
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.text import LocaleText, Text
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.core.quicken import maker
from kwai.core.text.content_rows import content_values
from kwai.modules.news.stories.story import (
    Application,
    Author,
    Promotion,
    StoryEntity,
    StoryIdentifier,
)

_make_application = maker(Application)
_make_promotion = maker(Promotion)
_make_story = maker(StoryEntity)


@dataclass(kw_only=True, frozen=True, slots=True)
class ApplicationRow:
    """Represent the application data that is associated with a story."""

    id: int
    name: str = ""
    title: str = ""
    version: int

    def create_application(self) -> Application:
        """Create an Application value object from row data."""
        return _make_application(
            id=IntIdentifier(self.id), name=self.name, title=self.title, version=self.version
        )


@dataclass(kw_only=True, frozen=True, slots=True)
class StoryAuthorRow:
    """Represent the author data that is associated with a story."""

    id: int
    uuid: str
    name: str = ""
    version: int

    def create_author(self) -> Author:
        """Create an Author value object from row data."""
        uuid = UniqueId.create_from_string(self.uuid)
        return Author(id=IntIdentifier(self.id), uuid=uuid, name=self.name, version=self.version)


@dataclass(kw_only=True, frozen=True, slots=True)
class StoryRow:
    """Represent a table row of the stories table.

    Attributes:
        promotion: The priority of the promotion.
    """

    id: int
    enabled: bool = False
    promotion: int = 0
    promotion_end_date: datetime | None = None
    publish_date: datetime = UNREAD_MOMENT
    end_date: datetime | None = None
    remark: str = ""
    application_id: int
    author_id: int | None
    version: int
    created_at: datetime
    updated_at: datetime | None

    def create_entity(
        self, application: Application, content: Text, author: Author | None = None
    ) -> StoryEntity:
        """Create a story entity from a table row."""
        return _make_story(
            id_=StoryIdentifier(self.id),
            enabled=self.enabled,
            promotion=_make_promotion(
                priority=self.promotion, end_date=make_timestamp(self.promotion_end_date)
            ),
            period=make_period(
                start_date=make_timestamp(self.publish_date),
                end_date=make_timestamp(self.end_date),
            ),
            application=application,
            author=author,
            contents=content,
            remark=self.remark,
            version=self.version,
            traceable_time=create_trace(self.created_at, self.updated_at),
        )

    @classmethod
    def persist(cls, story: StoryEntity) -> "StoryRow":
        """Persist an entity to row data."""
        trace = story.traceable_time
        return StoryRow(
            id=story.id.value,
            enabled=story.enabled,
            promotion=story.promotion.priority,
            promotion_end_date=story.promotion.end_date.timestamp,
            publish_date=known_moment(story.period.start_date),
            end_date=story.period.end_date.timestamp,
            remark=story.remark,
            application_id=story.application.id.value,
            author_id=None if story.author is None else story.author.id.value,
            version=story.version,
            created_at=known_moment(trace.created_at),
            updated_at=trace.updated_at.timestamp,
        )


@dataclass(kw_only=True, frozen=True, slots=True)
class StoryContentRow(ContentRow):
    """Represent a row in the news_contents table."""

    news_id: int

    @classmethod
    def persist(cls, story: StoryEntity, content: LocaleText) -> "StoryContentRow":
        """Persist a text of a story."""
        return StoryContentRow(news_id=story.id.value, **content_values(content))


@dataclass(kw_only=True, frozen=True, slots=True)
class StorySearchRow:
    """What is searched in; a table of its own, because reading a story has no use for it."""

    news_id: int
    search_text: str = secret()


StoriesTable = Table("news_stories", StoryRow)
StoryContentsTable = Table("news_contents", StoryContentRow)
StorySearchTable = Table("news_search", StorySearchRow)
StoryApplicationsTable = Table("applications", ApplicationRow)
StoryAuthorsTable = Table("authors", StoryAuthorRow)
StoriesShown = Shown(StoriesTable, shown_as={"promotion": ("priority",)})
# A document shows which they are; what it includes of them comes from their own context.
StoryApplicationsShown = Shown(StoryApplicationsTable, never=("name", "title"))
StoryAuthorsShown = Shown(StoryAuthorsTable, never=("name",))
