"""Module that defines a closure entity."""

from dataclasses import dataclass, field
from datetime import date

from kwai.core.domain.entity import Entity
from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.core.quicken import quicken
from kwai.modules.training.trainings.location import location_key


class ClosureIdentifier(IntIdentifier):
    """The id of a closure."""

    __slots__ = ()


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class ClosureEntity(Entity[ClosureIdentifier]):
    """Days, first and last included, on which the club or one location is closed.

    Attributes:
        location: The location that is closed; empty when it is the whole club.

    Raises:
        UnprocessableException: it ends before it starts.
    """

    id_: ClosureIdentifier = field(default_factory=ClosureIdentifier)
    name: str
    start_date: date
    end_date: date
    location: str = ""
    version: int = 1
    traceable_time: TraceableTime = field(default_factory=TraceableTime)

    def __post_init__(self) -> None:
        Entity.__post_init__(self)
        if self.end_date < self.start_date:
            raise UnprocessableException(
                "A closure cannot end before it starts.",
                member="end_date",
                reason="ends_before_start",
            )

    def covers(self, day: date, location: str) -> bool:
        """Tell whether nothing takes place on that day at that location."""
        if not self.start_date <= day <= self.end_date:
            return False
        return not self.location or location_key(self.location) == location_key(location)
