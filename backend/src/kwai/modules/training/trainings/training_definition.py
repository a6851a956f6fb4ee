"""Module for defining a training definition entity."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from kwai.core.domain.entity import Entity
from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.domain.value_objects.period import Period
from kwai.core.domain.value_objects.time_period import TimePeriod
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.core.domain.value_objects.weekday import Weekday
from kwai.core.quicken import quicken
from kwai.modules.training.coaches.coach import CoachEntity
from kwai.modules.training.teams.team import TeamEntity
from kwai.modules.training.trainings.recurrence import find_zone, period_on
from kwai.modules.training.trainings.value_objects import Season


class TrainingDefinitionIdentifier(IntIdentifier):
    """The id of a training definition."""

    __slots__ = ()


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingDefinitionEntity(Entity[TrainingDefinitionIdentifier]):
    """A training definition entity.

    A training definition can be used to create recurring trainings.

    Attributes:
        timezone: Name of the IANA time zone whose clocks the period is read from.
        exception_dates: Days that are skipped, as EXDATE in RFC 5545.

    Raises:
        UnprocessableException: it does not end after it starts, or its zone is unknown.
    """

    id_: TrainingDefinitionIdentifier = field(default_factory=TrainingDefinitionIdentifier)
    name: str
    description: str
    weekday: Weekday
    period: TimePeriod
    active: bool = True
    location: str = ""
    remark: str = ""
    owner: Owner
    timezone: str = "Europe/Brussels"
    team: TeamEntity | None = None
    season: Season | None = None
    coaches: tuple[CoachEntity, ...] = field(default_factory=tuple)
    exception_dates: frozenset[date] = frozenset()
    version: int = 1
    traceable_time: TraceableTime = field(default_factory=TraceableTime)

    def __post_init__(self) -> None:
        Entity.__post_init__(self)
        if self.period.end is None or self.period.end <= self.period.start:
            raise UnprocessableException(
                "A training has to end after it starts.",
                member="end_time",
                reason="ends_before_start",
            )
        find_zone(self.timezone)

    @property
    def zone(self) -> ZoneInfo:
        """The time zone itself."""
        return find_zone(self.timezone)

    def period_on(self, day: date) -> Period:
        """Give the moments of the training on a day."""
        return period_on(day, self.period, self.zone)

    def same_week(self, day: date) -> date:
        """Give the day on which the weekday of this definition falls in the week of a day."""
        return day + timedelta(days=self.weekday.value - day.isoweekday())

    def exclude(self, day: date) -> "TrainingDefinitionEntity":
        """Return the definition that skips a day."""
        return Entity.replace(
            self,
            exception_dates=self.exception_dates | {day},
            traceable_time=self.traceable_time.mark_for_update(),
        )
