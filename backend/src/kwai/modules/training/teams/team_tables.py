"""Module that defines all dataclasses for the tables containing teams."""

from dataclasses import dataclass
from datetime import datetime

from kwai.core.db.rows import create_trace, known_moment
from kwai.core.db.shown import Shown
from kwai.core.db.table import Table
from kwai.core.domain.normalise import normalise
from kwai.modules.training.teams.team import TeamEntity, TeamIdentifier


@dataclass(kw_only=True, frozen=True, slots=True)
class TeamRow:
    """Represent a row of the teams table."""

    id: int = 0
    name: str = ""
    sort_name: str = ""
    active: bool = False
    remark: str = ""
    version: int
    created_at: datetime
    updated_at: datetime | None

    def create_entity(self) -> TeamEntity:
        """Create a team entity of this row."""
        return TeamEntity(
            id_=TeamIdentifier(self.id),
            name=self.name,
            active=self.active,
            remark=self.remark,
            version=self.version,
            traceable_time=create_trace(self.created_at, self.updated_at),
        )

    @classmethod
    def persist(cls, team: TeamEntity) -> "TeamRow":
        """Persist a team into a table row."""
        return cls(
            id=team.id.value,
            name=team.name,
            sort_name=normalise(team.name)[:255],
            active=team.active,
            remark=team.remark,
            version=team.version,
            created_at=known_moment(team.traceable_time.created_at),
            updated_at=team.traceable_time.updated_at.timestamp,
        )


TeamsTable = Table("teams", TeamRow)
TeamsShown = Shown(TeamsTable, never=("sort_name",))
