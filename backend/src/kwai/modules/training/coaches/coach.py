"""Module that defines a coach entity."""

from dataclasses import dataclass, field

from kwai.core.domain.entity import Entity
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.name import Name
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.core.quicken import quicken


class CoachIdentifier(IntIdentifier):
    """The id of a coach."""

    __slots__ = ()


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class CoachEntity(Entity[CoachIdentifier]):
    """A coach.

    Attributes:
        user: The account the coach logs in with; it gives the role, and the address for mails.
    """

    id_: CoachIdentifier = field(default_factory=CoachIdentifier)
    name: Name
    active: bool = True
    diploma: str = ""
    remark: str = ""
    user: Owner | None = None
    version: int = 1
    traceable_time: TraceableTime = field(default_factory=TraceableTime)

    @property
    def is_active(self) -> bool:
        """Return True when the coach is still active, False otherwise."""
        return self.active
