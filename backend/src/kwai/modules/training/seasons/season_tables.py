"""Module that defines all dataclasses for the tables containing seasons."""

from dataclasses import dataclass
from datetime import date, datetime

from kwai.core.db.rows import create_trace, known_moment
from kwai.core.db.shown import Shown
from kwai.core.db.table import Table
from kwai.modules.training.seasons.season import SeasonEntity, SeasonIdentifier


@dataclass(kw_only=True, frozen=True, slots=True)
class SeasonRow:
    """Represent a row of the seasons table."""

    id: int = 0
    name: str = ""
    start_date: date = date.min
    end_date: date = date.max
    remark: str = ""
    version: int
    created_at: datetime
    updated_at: datetime | None

    def create_entity(self) -> SeasonEntity:
        """Create a season entity of this row."""
        return SeasonEntity(
            id_=SeasonIdentifier(self.id),
            name=self.name,
            start_date=self.start_date,
            end_date=self.end_date,
            remark=self.remark,
            version=self.version,
            traceable_time=create_trace(self.created_at, self.updated_at),
        )

    @classmethod
    def persist(cls, season: SeasonEntity) -> "SeasonRow":
        """Persist a season into a table row."""
        return cls(
            id=season.id.value,
            name=season.name,
            start_date=season.start_date,
            end_date=season.end_date,
            remark=season.remark,
            version=season.version,
            created_at=known_moment(season.traceable_time.created_at),
            updated_at=season.traceable_time.updated_at.timestamp,
        )


SeasonsTable = Table("seasons", SeasonRow)
SeasonsShown = Shown(SeasonsTable)
