"""Schemas for a calendar feed resource."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Self

from annotated_types import MaxLen

from kwai.api.types import Title
from kwai.core import json_api
from kwai.core.json_api import Attribute
from kwai.modules.training.calendar_feeds.calendar_feed import CalendarFeedEntity


@json_api.resource(
    "calendar_feeds",
    path="/account/calendar",
    ids="number",
)
@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFeedResource:
    """A secret feed with the own trainings; its link is told once, when it is created."""

    id: str = ""
    name: Annotated[Title, MaxLen(100)]
    created_at: Annotated[datetime | None, Attribute(meta=True)] = None
    updated_at: Annotated[datetime | None, Attribute(meta=True)] = None
    version: Annotated[int, Attribute(meta=True)] = 0

    @classmethod
    def create(cls, feed: CalendarFeedEntity) -> Self:
        """Make the resource of a calendar feed."""
        return cls(
            id=str(feed.id),
            name=feed.name,
            created_at=feed.traceable_time.created_at.timestamp,
            updated_at=feed.traceable_time.updated_at.timestamp,
            version=feed.version,
        )
