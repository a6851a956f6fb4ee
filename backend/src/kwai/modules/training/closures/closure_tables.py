"""Module that defines all dataclasses for the tables containing closures."""

from dataclasses import dataclass
from datetime import date, datetime

from kwai.core.db.rows import create_trace, known_moment
from kwai.core.db.shown import Shown
from kwai.core.db.table import Table
from kwai.modules.training.closures.closure import ClosureEntity, ClosureIdentifier
from kwai.modules.training.trainings.location import location_key


@dataclass(kw_only=True, frozen=True, slots=True)
class ClosureRow:
    """Represent a row of the closures table."""

    id: int = 0
    name: str = ""
    start_date: date = date.min
    end_date: date = date.max
    location: str = ""
    location_key: str = ""
    version: int
    created_at: datetime
    updated_at: datetime | None

    def create_entity(self) -> ClosureEntity:
        """Create a closure entity of this row."""
        return ClosureEntity(
            id_=ClosureIdentifier(self.id),
            name=self.name,
            start_date=self.start_date,
            end_date=self.end_date,
            location=self.location,
            version=self.version,
            traceable_time=create_trace(self.created_at, self.updated_at),
        )

    @classmethod
    def persist(cls, closure: ClosureEntity) -> "ClosureRow":
        """Persist a closure into a table row."""
        return cls(
            id=closure.id.value,
            name=closure.name,
            start_date=closure.start_date,
            end_date=closure.end_date,
            location=closure.location,
            location_key=location_key(closure.location),
            version=closure.version,
            created_at=known_moment(closure.traceable_time.created_at),
            updated_at=closure.traceable_time.updated_at.timestamp,
        )


ClosuresTable = Table("closures", ClosureRow)
ClosuresShown = Shown(ClosuresTable, never=("location_key",))
