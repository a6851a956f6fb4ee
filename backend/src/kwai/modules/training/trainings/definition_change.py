"""What a change of a definition means for the trainings that were generated from it."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kwai.core.domain.value_objects.text import LocaleText
from kwai.modules.training.trainings.training import TrainingEntity
from kwai.modules.training.trainings.training_definition import TrainingDefinitionEntity
from kwai.modules.training.trainings.value_objects import DefinedValue, TrainingCoach


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftAlone:
    """A training that a change of its definition did not reach, wholly or in part.

    Attributes:
        values: What was changed by hand and therefore kept.
        reason: Why it could not be moved, if it could not.
    """

    training: TrainingEntity
    values: tuple[DefinedValue, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionChange:
    """The difference between a definition as it was and as it is going to be."""

    before: TrainingDefinitionEntity
    after: TrainingDefinitionEntity

    @property
    def values(self) -> tuple[DefinedValue, ...]:
        """What changes for the trainings."""
        pairs: dict[DefinedValue, Callable[[TrainingDefinitionEntity], object]] = {
            DefinedValue.PERIOD: _times,
            DefinedValue.LOCATION: lambda each: each.location,
            DefinedValue.CONTENTS: lambda each: (each.name, each.description),
            DefinedValue.COACHES: lambda each: {coach.id for coach in each.coaches},
            DefinedValue.TEAMS: lambda each: each.team and each.team.id,
        }
        return tuple(
            value for value, read in pairs.items() if read(self.before) != read(self.after)
        )

    @property
    def moves_days(self) -> bool:
        """Tell whether the trainings go to another day of their week."""
        return self.before.weekday != self.after.weekday

    def move_exceptions(self, since: date | None) -> frozenset[date]:
        """Give the exception dates as they are on the new weekday, from a day on."""
        if not self.moves_days:
            return self.after.exception_dates
        return frozenset(
            self.after.same_week(day) if since is None or day >= since else day
            for day in self.after.exception_dates
        )

    def new_day(self, training: TrainingEntity) -> date | None:
        """Give the day that the training is going to stand for."""
        day = training.occurrence_date
        return day if day is None or not self.moves_days else self.after.same_week(day)

    def apply(self, training: TrainingEntity, texts: Sequence[LocaleText]) -> TrainingEntity:
        """Give the training with what changed; what was changed by hand stays."""
        day = self.new_day(training)
        reached = set(self.values) - training.edited
        changes: dict[str, object] = {"definition": self.after}
        if day != training.occurrence_date:
            changes["occurrence_date"] = day
        if DefinedValue.PERIOD in reached and day is not None:
            changes["period"] = self.after.period_on(day)
        if DefinedValue.LOCATION in reached:
            changes["location"] = self.after.location
        if DefinedValue.CONTENTS in reached:
            changes["content"] = tuple(texts)
        if DefinedValue.COACHES in reached:
            changes["coaches"] = self._coaches(training)
        if DefinedValue.TEAMS in reached:
            changes["teams"] = () if self.after.team is None else (self.after.team,)
        if self.before.season != self.after.season and training.season == self.before.season:
            changes["season"] = self.after.season
        return training if len(changes) == 1 else training.change(**changes)

    def _coaches(self, training: TrainingEntity) -> tuple[TrainingCoach, ...]:
        known = {each.coach.id: each for each in training.coaches}
        return tuple(
            known.get(coach.id, TrainingCoach(coach=coach)) for coach in self.after.coaches
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliedChange:
    """What a change did to the trainings."""

    changed: tuple[TrainingEntity, ...] = ()
    left_alone: tuple[LeftAlone, ...] = ()


def apply_change(
    change: DefinitionChange,
    trainings: Collection[TrainingEntity],
    texts: Sequence[LocaleText],
    taken: Collection[date],
    now: datetime,
) -> AppliedChange:
    """Apply a change to trainings that are not held yet.

    `taken` are the days for which there are trainings of the definition: one that would have to
    move to such a day is left where it is, as one that would move into the past.
    """
    changed, left_alone, occupied = [], [], set(taken)
    for training in trainings:
        day = change.new_day(training)
        if reason := _obstacle(change, training, day, occupied, texts, now):
            left_alone.append(LeftAlone(training=training, reason=reason))
            continue
        kept = tuple(value for value in change.values if value in training.edited)
        if kept:
            left_alone.append(LeftAlone(training=training, values=kept))
        moved = change.apply(training, texts)
        if moved is not training:
            changed.append(moved)
        if day is not None and day != training.occurrence_date:
            occupied.add(day)
    return AppliedChange(changed=tuple(changed), left_alone=tuple(left_alone))


def _obstacle(
    change: DefinitionChange,
    training: TrainingEntity,
    day: date | None,
    occupied: Collection[date],
    texts: Sequence[LocaleText],
    now: datetime,
) -> str:
    if day != training.occurrence_date and day in occupied:
        return "There is a training of this definition on that day already."
    if change.apply(training, texts).is_held_at(now):
        return "It would move into the past."
    return ""


def _times(definition: TrainingDefinitionEntity) -> tuple[object, ...]:
    return (definition.weekday, definition.period, definition.timezone)
