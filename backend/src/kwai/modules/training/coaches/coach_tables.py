"""Module that defines all dataclasses for the tables containing coaches."""

from dataclasses import dataclass
from datetime import datetime

from kwai.core.db.pool.base import Record
from kwai.core.db.row_fields import personal
from kwai.core.db.rows import OwnerRow, create_trace, known_moment
from kwai.core.db.shown import Shown
from kwai.core.db.table import Table
from kwai.core.domain.normalise import normalise
from kwai.core.domain.value_objects.name import Name
from kwai.core.domain.value_objects.owner import Owner
from kwai.modules.training.coaches.coach import CoachEntity, CoachIdentifier


@dataclass(kw_only=True, frozen=True, slots=True)
class CoachRow:
    """Represent a row of the coaches table."""

    id: int = 0
    user_id: int | None
    first_name: str = personal(default="")
    last_name: str = personal(default="")
    sort_name: str = personal(default="")
    active: bool = False
    diploma: str = personal(default="")
    remark: str = personal(default="")
    version: int
    created_at: datetime
    updated_at: datetime | None

    def create_entity(self, user: Owner | None = None) -> CoachEntity:
        """Create a coach entity from this row."""
        return CoachEntity(
            id_=CoachIdentifier(self.id),
            name=Name(first_name=self.first_name, last_name=self.last_name),
            active=self.active,
            diploma=self.diploma,
            remark=self.remark,
            user=user,
            version=self.version,
            traceable_time=create_trace(self.created_at, self.updated_at),
        )

    @classmethod
    def persist(cls, coach: CoachEntity) -> "CoachRow":
        """Persist a coach into a table row."""
        return cls(
            id=coach.id.value,
            user_id=None if coach.user is None else coach.user.id.value,
            first_name=coach.name.first_name or "",
            last_name=coach.name.last_name or "",
            sort_name=normalise(f"{coach.name.last_name} {coach.name.first_name}")[:255],
            active=coach.active,
            diploma=coach.diploma,
            remark=coach.remark,
            version=coach.version,
            created_at=known_moment(coach.traceable_time.created_at),
            updated_at=coach.traceable_time.updated_at.timestamp,
        )


CoachesTable = Table("coaches", CoachRow)
CoachUsersTable = Table("users", OwnerRow)
CoachesShown = Shown(
    CoachesTable,
    shown_as={"first_name": ("first_name", "name"), "last_name": ("last_name", "name")},
    never=("sort_name",),
)
CoachUsersShown = Shown(CoachUsersTable, never=("first_name", "last_name"))


def find_user(record: Record, users: Table[OwnerRow] = CoachUsersTable) -> Owner | None:
    """Find the account that was joined to a coach."""
    row = users.map_optional(record)
    return None if row is None else row.create_owner()
