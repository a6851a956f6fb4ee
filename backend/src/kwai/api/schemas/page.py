"""Schemas for a page resource."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Self

from annotated_types import MaxLen

from kwai.api.schemas.application import ApplicationResource
from kwai.api.schemas.text import TextContent, create_contents
from kwai.api.types import LocaleCode, Remark
from kwai.core import json_api
from kwai.core.domain.value_objects.text import LocaleText
from kwai.core.json_api import Attribute, Linked
from kwai.modules.portal.pages.page import PageEntity


class PageFilters(json_api.FilterModel):
    """Filters of the collection of pages."""

    enabled: bool | None = None
    application: Annotated[str, MaxLen(50)] | None = None
    locale: LocaleCode | None = None


@json_api.resource(
    "pages",
    path="/portal/pages",
    ids="number",
    sort=("priority",),
    default_sort="-priority",
    filters=PageFilters,
)
@dataclass(frozen=True, slots=True, kw_only=True)
class PageResource:
    """A page of the site; who is no author sees enabled ones."""

    id: str = ""
    enabled: bool = False
    priority: Annotated[int, Attribute(description="The highest comes first.")] = 0
    remark: Annotated[Remark, Attribute(visible_to="author")] = ""
    contents: Annotated[
        list[TextContent],
        MaxLen(50),
        Attribute(description="One text per language, the best one for the reader first."),
    ]
    created_at: Annotated[datetime | None, Attribute(meta=True)] = None
    updated_at: Annotated[datetime | None, Attribute(meta=True)] = None
    version: Annotated[int, Attribute(meta=True)] = 0
    application: Linked[ApplicationResource]

    @classmethod
    def create(cls, page: PageEntity, texts: Iterable[LocaleText]) -> Self:
        """Make the resource of a page, with its texts in the order of the reader."""
        return cls(
            id=str(page.id),
            enabled=page.enabled,
            priority=page.priority,
            remark=page.remark,
            contents=create_contents(texts),
            created_at=page.traceable_time.created_at.timestamp,
            updated_at=page.traceable_time.updated_at.timestamp,
            version=page.version,
            application=Linked(ApplicationResource.create(page.application)),
        )
