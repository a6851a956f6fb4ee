"""Module that defines all dataclasses for the tables containing applications."""

from dataclasses import dataclass
from datetime import datetime

from kwai.core.db.rows import create_trace, known_moment
from kwai.core.db.shown import Shown
from kwai.core.db.table import Table
from kwai.modules.portal.applications.application import (
    ApplicationEntity,
    ApplicationIdentifier,
)


@dataclass(kw_only=True, frozen=True, slots=True)
class ApplicationRow:
    """Represent a table row of the applications table."""

    id: int
    title: str = ""
    name: str = ""
    short_description: str = ""
    description: str = ""
    remark: str = ""
    news: bool = True
    pages: bool = True
    events: bool = True
    weight: int = 0
    version: int
    created_at: datetime
    updated_at: datetime | None

    def create_entity(self) -> ApplicationEntity:
        """Create an application entity from a table row."""
        return ApplicationEntity(
            id_=ApplicationIdentifier(self.id),
            title=self.title,
            name=self.name,
            short_description=self.short_description,
            description=self.description,
            remark=self.remark,
            news=self.news,
            pages=self.pages,
            events=self.events,
            weight=self.weight,
            version=self.version,
            traceable_time=create_trace(self.created_at, self.updated_at),
        )

    @classmethod
    def persist(cls, application: ApplicationEntity) -> "ApplicationRow":
        """Persist an application entity."""
        trace = application.traceable_time
        return ApplicationRow(
            id=application.id.value,
            title=application.title,
            name=application.name,
            short_description=application.short_description,
            description=application.description,
            remark=application.remark,
            news=application.news,
            pages=application.pages,
            events=application.events,
            weight=application.weight,
            version=application.version,
            created_at=known_moment(trace.created_at),
            updated_at=trace.updated_at.timestamp,
        )


ApplicationsTable = Table("applications", ApplicationRow)
ApplicationsShown = Shown(ApplicationsTable)
