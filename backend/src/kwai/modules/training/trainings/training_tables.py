"""Module that defines all dataclasses for the tables containing trainings."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Final, TypeVar
from uuid import UUID

from kwai.core.db.rows import (
    ContentRow,
    create_trace,
    known_moment,
    make_period,
    make_timestamp,
)
from kwai.core.db.shown import Shown
from kwai.core.db.table import Table
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.text import LocaleText
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.core.quicken import copier
from kwai.modules.training.closures.closure import ClosureIdentifier
from kwai.modules.training.coaches.coach import CoachEntity
from kwai.modules.training.teams.team import TeamEntity
from kwai.modules.training.trainings.location import location_key
from kwai.modules.training.trainings.training import TrainingEntity, TrainingIdentifier
from kwai.modules.training.trainings.training_definition import (
    TrainingDefinitionEntity,
    TrainingDefinitionIdentifier,
)
from kwai.modules.training.trainings.value_objects import (
    ConflictOverride,
    DefinedValue,
    Season,
    TrainingCoach,
)


@dataclass(kw_only=True, frozen=True, slots=True)
class TrainingRow:
    """Represent a table row of the trainings table.

    Attributes:
        duration: Seconds; SQL has no portable difference of two moments.
        location_key: The folded location, by which clashes are found.
        edited: Names of what was changed by hand, with commas between them.
    """

    id: int
    uuid: str = ""
    definition_id: int | None
    season_id: int | None
    occurrence_date: date | None = None
    start_date: datetime
    end_date: datetime
    duration: int = 0
    active: bool
    cancelled: bool
    cancel_reason: str
    closure_id: int | None = None
    location: str
    location_key: str = ""
    remark: str = ""
    edited: str = ""
    override_user_id: int | None = None
    override_at: datetime | None = None
    version: int
    created_at: datetime
    updated_at: datetime | None

    def create_entity(
        self,
        content: tuple[LocaleText, ...],
        definition: TrainingDefinitionEntity | None = None,
        coaches: tuple[TrainingCoach, ...] = (),
        teams: tuple[TeamEntity, ...] = (),
        season: Season | None = None,
    ) -> TrainingEntity:
        """Create a training entity from the table row."""
        return _make_training(
            self,
            id_=TrainingIdentifier(self.id),
            content=content,
            definition=definition,
            definition_id=_definition_id(self.definition_id),
            coaches=coaches,
            teams=teams,
            season=season,
            period=make_period(
                start_date=make_timestamp(self.start_date), end_date=make_timestamp(self.end_date)
            ),
            uuid=UniqueId.create_from_string(self.uuid) if self.uuid else _NOT_READ,
            closure_id=_optional(ClosureIdentifier, self.closure_id),
            edited=_read_edited(self.edited),
            override=None if self.override_at is None else self._override(self.override_at),
            traceable_time=create_trace(self.created_at, self.updated_at),
        )

    @classmethod
    def persist(cls, training: TrainingEntity) -> "TrainingRow":
        """Persist a training."""
        override = training.override
        return cls(
            id=training.id.value,
            uuid=str(training.uuid),
            definition_id=_value(training.definition_id),
            season_id=None if training.season is None else training.season.id.value,
            occurrence_date=training.occurrence_date,
            start_date=training.start,
            end_date=training.end,
            duration=int((training.end - training.start).total_seconds()),
            active=training.active,
            cancelled=training.cancelled,
            cancel_reason=training.cancel_reason,
            closure_id=_value(training.closure_id),
            location=training.location,
            location_key=location_key(training.location),
            remark=training.remark,
            edited=",".join(sorted(value.value for value in training.edited)),
            override_user_id=None if override is None else _value(override.user_id),
            override_at=None if override is None else override.at,
            version=training.version,
            created_at=known_moment(training.traceable_time.created_at),
            updated_at=training.traceable_time.updated_at.timestamp,
        )

    def _override(self, at: datetime) -> ConflictOverride:
        return ConflictOverride(user_id=_optional(IntIdentifier, self.override_user_id), at=at)


@dataclass(kw_only=True, frozen=True, slots=True)
class TrainingContentRow(ContentRow):
    """Represent a row in the training_contents table."""

    training_id: int

    @classmethod
    def persist(cls, training: TrainingEntity, content: LocaleText) -> "TrainingContentRow":
        """Persist a content value object to this table."""
        return cls(
            training_id=training.id.value,
            locale=content.locale,
            format=content.format,
            title=content.title,
            content=content.content,
            summary=content.summary,
            html_summary=content.html_summary,
            html_content=content.html_content,
            user_id=content.author.id.value,
            created_at=known_moment(content.traceable_time.created_at),
            updated_at=content.traceable_time.updated_at.timestamp,
        )


@dataclass(kw_only=True, frozen=True, slots=True)
class TrainingCoachRow:
    """Represent a row of the training_coaches table."""

    training_id: int
    coach_id: int
    head: bool
    present: bool
    payed: bool
    position: int

    def create_coach(self, coach: CoachEntity) -> TrainingCoach:
        """Create a TrainingCoach value object."""
        return TrainingCoach(coach=coach, head=self.head, present=self.present, payed=self.payed)

    @classmethod
    def persist(
        cls, training: TrainingEntity, training_coach: TrainingCoach, position: int = 0
    ) -> "TrainingCoachRow":
        """Persist a TrainingCoach value object into a table row."""
        return cls(
            training_id=training.id.value,
            coach_id=training_coach.coach.id.value,
            head=training_coach.head,
            present=training_coach.present,
            payed=training_coach.payed,
            position=position,
        )


@dataclass(kw_only=True, frozen=True, slots=True)
class TrainingTeamRow:
    """Represent a row of the training_teams table."""

    training_id: int
    team_id: int
    position: int

    @classmethod
    def persist(
        cls, training: TrainingEntity, team: TeamEntity, position: int = 0
    ) -> "TrainingTeamRow":
        """Persist a team of a training to a table row."""
        return cls(training_id=training.id.value, team_id=team.id.value, position=position)


TrainingsTable = Table("trainings", TrainingRow)
TrainingsShown = Shown(
    TrainingsTable,
    # What calendars show, and what tells that somebody let it take place all the same.
    shown_as={
        "uuid": ("uuid",),
        "override_user_id": ("conflicts_allowed_at",),
        "override_at": ("conflicts_allowed_at",),
    },
    always=("start_date", "end_date", "active", "cancelled", "cancel_reason", "location"),
    never=("duration", "location_key", "closure_id", "edited"),
)
TrainingContentsTable = Table("training_contents", TrainingContentRow)
TrainingCoachesTable = Table("training_coaches", TrainingCoachRow)
TrainingTeamsTable = Table("training_teams", TrainingTeamRow)

_make_training = copier(
    TrainingEntity,
    *("active", "cancelled", "cancel_reason", "location", "occurrence_date", "remark", "version"),
)

# The nil UUID (RFC 9562, section 5.9) of a row whose own was not read.
_NOT_READ: Final = UniqueId(UUID(int=0))

I = TypeVar("I", bound=IntIdentifier)  # noqa: E741 (as the core names it)


def _optional(class_: type[I], value: int | None) -> I | None:
    return None if value is None else class_(value)


@lru_cache(maxsize=256)
def _definition_id(value: int | None) -> TrainingDefinitionIdentifier | None:
    # Few definitions stand behind many trainings.
    return _optional(TrainingDefinitionIdentifier, value)


@lru_cache(maxsize=256)
def _read_edited(names: str) -> frozenset[DefinedValue]:
    return frozenset(DefinedValue(name) for name in names.split(",") if name)


def _value(id_: IntIdentifier | None) -> int | None:
    return None if id_ is None else id_.value
