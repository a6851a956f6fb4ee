"""Schemas for an application resource."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Self

from annotated_types import MaxLen
from pydantic import Field

from kwai.api.types import Line, Remark, Title
from kwai.core import json_api
from kwai.core.json_api import Attribute
from kwai.modules.portal.applications.application import ApplicationEntity

ApplicationName = Annotated[str, MaxLen(50), Field(pattern="^[a-z][a-z0-9_-]*$")]


class ApplicationFilters(json_api.FilterModel):
    """Filters of the collection of applications."""

    name: Annotated[str, MaxLen(50)] | None = None
    news: bool | None = None
    pages: bool | None = None
    events: bool | None = None


@json_api.resource(
    "applications",
    path="/portal/applications",
    ids="number",
    sort=("weight", "name"),
    default_sort="weight",
    filters=ApplicationFilters,
)
@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationResource:
    """A section of the site, which can hold news, pages and events."""

    id: str = ""
    name: Annotated[
        ApplicationName,
        Attribute(create_only=True, description="Unique; addresses are made of it."),
    ]
    title: Annotated[Title, MaxLen(100)]
    short_description: Annotated[Line, MaxLen(255)] = ""
    description: Annotated[str, MaxLen(10_000)] = ""
    remark: Annotated[Remark, Attribute(visible_to="author")] = ""
    news: bool = True
    pages: bool = True
    events: bool = True
    weight: Annotated[int, Attribute(description="The lightest comes first.")] = 0
    created_at: Annotated[datetime | None, Attribute(meta=True)] = None
    updated_at: Annotated[datetime | None, Attribute(meta=True)] = None
    version: Annotated[int, Attribute(meta=True)] = 0

    @classmethod
    def create(cls, application: ApplicationEntity) -> Self:
        """Make the resource of an application."""
        return cls(
            id=str(application.id),
            name=application.name,
            title=application.title,
            short_description=application.short_description,
            description=application.description,
            remark=application.remark,
            news=application.news,
            pages=application.pages,
            events=application.events,
            weight=application.weight,
            created_at=application.traceable_time.created_at.timestamp,
            updated_at=application.traceable_time.updated_at.timestamp,
            version=application.version,
        )
