"""Module that defines a team entity."""

from dataclasses import dataclass, field

from kwai.core.domain.entity import Entity
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.core.quicken import quicken


class TeamIdentifier(IntIdentifier):
    """The id of a team."""

    __slots__ = ()


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class TeamEntity(Entity[TeamIdentifier]):
    """A team: people who train together."""

    id_: TeamIdentifier = field(default_factory=TeamIdentifier)
    name: str
    active: bool = True
    remark: str = ""
    version: int = 1
    traceable_time: TraceableTime = field(default_factory=TraceableTime)

    @property
    def is_active(self) -> bool:
        """Return True when the team still trains."""
        return self.active
