"""Module that defines a season entity."""

from dataclasses import dataclass, field
from datetime import date

from kwai.core.domain.entity import Entity
from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.core.quicken import quicken


class SeasonIdentifier(IntIdentifier):
    """The id of a season."""

    __slots__ = ()


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonEntity(Entity[SeasonIdentifier]):
    """A season: the days, first and last included, that trainings are planned for.

    Raises:
        UnprocessableException: it ends before it starts.
    """

    id_: SeasonIdentifier = field(default_factory=SeasonIdentifier)
    name: str
    start_date: date
    end_date: date
    remark: str = ""
    version: int = 1
    traceable_time: TraceableTime = field(default_factory=TraceableTime)

    def __post_init__(self) -> None:
        Entity.__post_init__(self)
        if self.end_date < self.start_date:
            raise UnprocessableException(
                "A season cannot end before it starts.",
                member="end_date",
                reason="ends_before_start",
            )
