"""Module that defines all dataclasses for the tables containing training definitions."""

import json
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache

from kwai.core.db.rows import create_trace, known_moment
from kwai.core.db.shown import Shown
from kwai.core.db.table import Table
from kwai.core.domain.normalise import normalise
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.domain.value_objects.time_period import TimePeriod
from kwai.core.domain.value_objects.weekday import Weekday
from kwai.modules.training.coaches.coach import CoachEntity
from kwai.modules.training.teams.team import TeamEntity
from kwai.modules.training.trainings.training_definition import (
    TrainingDefinitionEntity,
    TrainingDefinitionIdentifier,
)
from kwai.modules.training.trainings.value_objects import Season


@dataclass(kw_only=True, frozen=True, slots=True)
class SeasonNameRow:
    """The part of a season that trainings know."""

    id: int
    name: str = ""

    def create_season(self) -> Season:
        """Create the value object."""
        return Season(id=IntIdentifier(self.id), name=self.name)


@dataclass(kw_only=True, frozen=True, slots=True)
class TrainingDefinitionRow:
    """Represent a table row of the training definitions table.

    Attributes:
        exception_dates: Days as JSON, in their order.
    """

    id: int
    name: str = ""
    sort_name: str = ""
    description: str = ""
    weekday: int = 1
    start_time: time = time.min
    end_time: time = time.max
    timezone: str = "UTC"
    location: str = ""
    exception_dates: str = "[]"
    active: bool = False
    remark: str = ""
    team_id: int | None
    season_id: int | None
    user_id: int
    version: int
    created_at: datetime
    updated_at: datetime | None

    def create_entity(
        self,
        owner: Owner,
        team: TeamEntity | None = None,
        season: Season | None = None,
        coaches: tuple[CoachEntity, ...] = (),
    ) -> TrainingDefinitionEntity:
        """Create a training definition entity from a table row."""
        return TrainingDefinitionEntity(
            id_=TrainingDefinitionIdentifier(self.id),
            name=self.name,
            description=self.description,
            weekday=Weekday(self.weekday),
            period=TimePeriod(start=self.start_time, end=self.end_time),
            active=self.active,
            location=self.location,
            remark=self.remark,
            owner=owner,
            timezone=self.timezone,
            team=team,
            season=season,
            coaches=coaches,
            exception_dates=_read_days(self.exception_dates),
            version=self.version,
            traceable_time=create_trace(self.created_at, self.updated_at),
        )

    @classmethod
    def persist(cls, training_definition: TrainingDefinitionEntity) -> "TrainingDefinitionRow":
        """Persist a training definition entity."""
        definition = training_definition
        days = [day.isoformat() for day in sorted(definition.exception_dates)]
        return cls(
            id=definition.id.value,
            name=definition.name,
            sort_name=normalise(definition.name)[:255],
            description=definition.description,
            weekday=definition.weekday.value,
            start_time=definition.period.start,
            end_time=definition.period.end or definition.period.start,
            timezone=definition.timezone,
            location=definition.location,
            exception_dates=json.dumps(days),
            active=definition.active,
            remark=definition.remark,
            team_id=None if definition.team is None else definition.team.id.value,
            season_id=None if definition.season is None else definition.season.id.value,
            user_id=definition.owner.id.value,
            version=definition.version,
            created_at=known_moment(definition.traceable_time.created_at),
            updated_at=definition.traceable_time.updated_at.timestamp,
        )


@dataclass(kw_only=True, frozen=True, slots=True)
class TrainingDefinitionCoachRow:
    """Represent a row of the training_definition_coaches table."""

    definition_id: int
    coach_id: int
    position: int


TrainingDefinitionsTable = Table("training_definitions", TrainingDefinitionRow)
TrainingDefinitionCoachesTable = Table("training_definition_coaches", TrainingDefinitionCoachRow)
SeasonNamesTable = Table("seasons", SeasonNameRow)
TrainingDefinitionsShown = Shown(TrainingDefinitionsTable, never=("sort_name",))
# A document shows which it is; what it includes of it is read as a season.
SeasonNamesShown = Shown(SeasonNamesTable, never=("name",))


@lru_cache(maxsize=256)
def _read_days(text: str) -> frozenset[date]:
    return frozenset(date.fromisoformat(day) for day in json.loads(text))
