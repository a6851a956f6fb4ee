"""Module for defining a training entity."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import NoReturn

from kwai.core.domain.entity import Entity
from kwai.core.domain.exceptions import ConflictException, UnprocessableException
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.period import Period
from kwai.core.domain.value_objects.text import LocaleText
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.core.quicken import quicken
from kwai.modules.training.closures.closure import ClosureIdentifier
from kwai.modules.training.teams.team import TeamEntity
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

#: What overlaps a moment has started at most this long before it: it bounds what is searched.
LONGEST_TRAINING = timedelta(hours=24)


class TrainingIdentifier(IntIdentifier):
    """The id of a training."""

    __slots__ = ()


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingEntity(Entity[TrainingIdentifier]):
    """A training entity.

    Attributes:
        definition_id: Known even where the definition itself was not read.
        occurrence_date: The local day the training was generated for; moving it keeps that day.
        closure_id: The closure that cancelled it, while it is cancelled by one.
        edited: What was changed by hand of that which the definition also sets.
        override: The decision to let it take place although something was taken.

    Raises:
        UnprocessableException: it does not end after it starts, or it takes longer than a day.
    """

    id_: TrainingIdentifier = field(default_factory=TrainingIdentifier)
    content: tuple[LocaleText, ...]
    definition: TrainingDefinitionEntity | None = None
    definition_id: TrainingDefinitionIdentifier | None = None
    coaches: tuple[TrainingCoach, ...] = field(default_factory=tuple)
    teams: tuple[TeamEntity, ...] = field(default_factory=tuple)
    season: Season | None = None
    period: Period
    active: bool = True
    cancelled: bool = False
    location: str = ""
    remark: str = ""
    uuid: UniqueId = field(default_factory=UniqueId.generate)
    occurrence_date: date | None = None
    cancel_reason: str = ""
    closure_id: ClosureIdentifier | None = None
    edited: frozenset[DefinedValue] = frozenset()
    override: ConflictOverride | None = None
    version: int = 1
    traceable_time: TraceableTime = field(default_factory=TraceableTime)

    def __post_init__(self) -> None:
        Entity.__post_init__(self)
        if self.definition is not None:
            object.__setattr__(self, "definition_id", self.definition.id)
        start, end = self.period.start_date.timestamp, self.period.end_date.timestamp
        if start is None or end is None or end <= start:
            raise UnprocessableException(
                "A training has to end after it starts.", member="event", reason="ends_before_start"
            )
        if end - start > LONGEST_TRAINING:
            raise UnprocessableException(
                "A training takes at most 24 hours.",
                member="event",
                reason="training_long",
                hours=24,
            )

    @property
    def start(self) -> datetime:
        """The moment it starts."""
        return self.period.start_date.timestamp or _unknown()

    @property
    def end(self) -> datetime:
        """The moment it ends, which does not belong to it any more."""
        return self.period.end_date.timestamp or _unknown()

    @property
    def was_generated(self) -> bool:
        """Tell whether it stands for a day of its definition."""
        return self.definition_id is not None and self.occurrence_date is not None

    def is_held_at(self, now: datetime) -> bool:
        """Tell whether it has begun; what has is never changed along with its definition."""
        return self.start <= now

    def cancel(
        self, reason: str, *, closure_id: ClosureIdentifier | None = None
    ) -> "TrainingEntity":
        """Cancel it.

        Raises:
            ConflictException: it is cancelled already.
        """
        if self.cancelled:
            raise ConflictException(
                "The training is cancelled already.", reason="cancelled_already"
            )
        return self.change(cancelled=True, cancel_reason=reason, closure_id=closure_id)

    def restore(self) -> "TrainingEntity":
        """Let it take place after all.

        Raises:
            ConflictException: it is not cancelled.
        """
        if not self.cancelled:
            raise ConflictException("The training is not cancelled.", reason="not_cancelled")
        return self.change(cancelled=False, cancel_reason="", closure_id=None)

    def change(self, **changes: object) -> "TrainingEntity":
        """Return the training with other values, marked as changed now."""
        return Entity.replace(self, traceable_time=self.traceable_time.mark_for_update(), **changes)

    def mark_edited(self, before: "TrainingEntity") -> "TrainingEntity":
        """Remember what a hand has changed of that which the definition also sets."""
        edited = self.edited | set(self.differences(before))
        if self.definition_id is None or edited == self.edited:
            return self
        return Entity.replace(self, edited=edited)

    def differences(self, other: "TrainingEntity") -> Iterable[DefinedValue]:
        """Tell in which of the values that a definition sets two trainings differ."""
        mine, others = _defined(self), _defined(other)
        return [value for value in DefinedValue if mine[value] != others[value]]


def _defined(training: TrainingEntity) -> dict[DefinedValue, object]:
    return {
        DefinedValue.PERIOD: training.period,
        DefinedValue.LOCATION: training.location,
        DefinedValue.CONTENTS: {
            (each.locale, each.format, each.title, each.summary, each.content)
            for each in training.content
        },
        DefinedValue.COACHES: {each.coach.id for each in training.coaches},
        DefinedValue.TEAMS: {each.id for each in training.teams},
    }


def _unknown() -> NoReturn:
    raise UnprocessableException(
        "A training needs a start and an end.", member="event", reason="end_needed"
    )
