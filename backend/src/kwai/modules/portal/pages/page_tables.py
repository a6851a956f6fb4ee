"""Module that defines all dataclasses for the tables containing pages."""

from dataclasses import dataclass
from datetime import datetime

from kwai.core.db.rows import ContentRow, create_trace, known_moment
from kwai.core.db.shown import Shown
from kwai.core.db.table import Table
from kwai.core.domain.value_objects.text import LocaleText, Text
from kwai.core.text.content_rows import content_values
from kwai.modules.portal.applications.application import ApplicationEntity
from kwai.modules.portal.pages.page import PageEntity, PageIdentifier


@dataclass(kw_only=True, frozen=True, slots=True)
class PageRow:
    """Represent a table row of the pages table."""

    id: int
    enabled: bool = False
    priority: int = 0
    remark: str = ""
    application_id: int
    version: int
    created_at: datetime
    updated_at: datetime | None

    def create_entity(self, application: ApplicationEntity, contents: Text) -> PageEntity:
        """Create a page entity from a table row."""
        return PageEntity(
            id_=PageIdentifier(self.id),
            enabled=self.enabled,
            application=application,
            contents=contents,
            priority=self.priority,
            remark=self.remark,
            version=self.version,
            traceable_time=create_trace(self.created_at, self.updated_at),
        )

    @classmethod
    def persist(cls, page: PageEntity) -> "PageRow":
        """Persist a page entity."""
        trace = page.traceable_time
        return PageRow(
            id=page.id.value,
            enabled=page.enabled,
            priority=page.priority,
            remark=page.remark,
            application_id=page.application.id.value,
            version=page.version,
            created_at=known_moment(trace.created_at),
            updated_at=trace.updated_at.timestamp,
        )


@dataclass(kw_only=True, frozen=True, slots=True)
class PageContentRow(ContentRow):
    """Represent a row in the page_contents table."""

    page_id: int

    @classmethod
    def persist(cls, page: PageEntity, content: LocaleText) -> "PageContentRow":
        """Persist a text of a page."""
        return PageContentRow(page_id=page.id.value, **content_values(content))


PagesTable = Table("pages", PageRow)
PagesShown = Shown(PagesTable)
PageContentsTable = Table("page_contents", PageContentRow)
