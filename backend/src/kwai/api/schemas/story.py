"""Schemas for a story resource."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Final, Self

from annotated_types import Ge, Le, MaxLen

from kwai.api.schemas.application import ApplicationResource
from kwai.api.schemas.author import AuthorResource
from kwai.api.schemas.text import TextContent, create_contents
from kwai.api.types import LocaleCode, Remark, Uuid
from kwai.core import json_api
from kwai.core.domain.value_objects.text import LocaleText
from kwai.core.json_api import Attribute, Linked, Requires
from kwai.modules.news.stories.story import StoryEntity

# Stands for the moment of creation; `Create.names` tells whether a request names another one.
NOT_GIVEN: Final = datetime(1970, 1, 1, tzinfo=UTC)

Year = Annotated[int, Ge(1900), Le(2098)]
Month = Annotated[int, Ge(1), Le(12)]
Contents = Annotated[
    list[TextContent],
    MaxLen(50),
    Attribute(description="One text per language, the best one for the reader first."),
]
Priority = Annotated[
    int, Ge(0), Le(1_000_000), Attribute(description="On the portal the highest comes first.")
]

PublishDate = Annotated[
    datetime, Attribute(description="The moment of its creation when it is left out.")
]


class StoryFilters(json_api.FilterModel):
    """Filters of the collection of stories."""

    enabled: bool | None = None
    promoted: bool | None = None
    application: Annotated[str, MaxLen(50)] | None = None
    publish_year: Year | None = None
    publish_month: Annotated[Month | None, Requires("publish_year")] = None
    author: Uuid | None = None
    search: Annotated[str, MaxLen(200)] | None = None
    locale: LocaleCode | None = None


@json_api.resource(
    "stories",
    path="/news/stories",
    ids="number",
    sort=("publish_date", "priority"),
    default_sort="-publish_date",
    filters=StoryFilters,
)
@dataclass(frozen=True, slots=True, kw_only=True)
class StoryResource:
    """A news story; who is no author sees it while it is active.

    That is when it is enabled, published and not ended.
    """

    id: str = ""
    enabled: bool = False
    priority: Priority = 0
    promotion_end_date: datetime | None = None
    publish_date: PublishDate = NOT_GIVEN
    end_date: datetime | None = None
    remark: Annotated[Remark, Attribute(visible_to="author")] = ""
    contents: Contents
    created_at: Annotated[datetime | None, Attribute(meta=True)] = None
    updated_at: Annotated[datetime | None, Attribute(meta=True)] = None
    version: Annotated[int, Attribute(meta=True)] = 0
    application: Linked[ApplicationResource]
    author: Linked[AuthorResource] | None = None

    @classmethod
    def create(
        cls,
        story: StoryEntity,
        texts: Iterable[LocaleText],
        application: Linked[ApplicationResource],
        author: Linked[AuthorResource] | None,
    ) -> Self:
        """Make the resource of a story, with its texts in the order of the reader."""
        return cls(
            id=str(story.id),
            enabled=story.enabled,
            priority=story.promotion.priority,
            promotion_end_date=story.promotion.end_date.timestamp,
            publish_date=story.period.start_date.timestamp or NOT_GIVEN,
            end_date=story.period.end_date.timestamp,
            remark=story.remark,
            contents=create_contents(texts),
            created_at=story.traceable_time.created_at.timestamp,
            updated_at=story.traceable_time.updated_at.timestamp,
            version=story.version,
            application=application,
            author=author,
        )


class PortalStoryFilters(json_api.FilterModel):
    """Filters of the stories on the portal."""

    application: Annotated[str, MaxLen(50)] | None = None
    locale: LocaleCode | None = None


# No cursors: who reads the portal cannot choose its order, so there is no key to go on from.
@json_api.resource(
    "stories",
    ids="number",
    filters=PortalStoryFilters,
    page=json_api.PageRule(cursor=False),
    view_of=StoryResource,
)
@dataclass(frozen=True, slots=True, kw_only=True)
class PortalStoryResource:
    """A story as the portal shows it."""

    id: str = ""
    priority: Priority = 0
    publish_date: PublishDate = NOT_GIVEN
    contents: Contents
    created_at: Annotated[datetime | None, Attribute(meta=True)] = None
    updated_at: Annotated[datetime | None, Attribute(meta=True)] = None
    version: Annotated[int, Attribute(meta=True)] = 0
    application: Linked[ApplicationResource]

    @classmethod
    def create(
        cls,
        story: StoryEntity,
        texts: Iterable[LocaleText],
        application: Linked[ApplicationResource],
    ) -> Self:
        """Make the resource of a story, with its texts in the order of the reader."""
        return cls(
            id=str(story.id),
            priority=story.promotion.priority,
            publish_date=story.period.start_date.timestamp or NOT_GIVEN,
            contents=create_contents(texts),
            created_at=story.traceable_time.created_at.timestamp,
            updated_at=story.traceable_time.updated_at.timestamp,
            version=story.version,
            application=application,
        )
