"""What generating does with each day, decided before anything is stored."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from kwai.modules.training.closures.closure import ClosureEntity
from kwai.modules.training.trainings.recurrence import days_of, has_day
from kwai.modules.training.trainings.schedule import Clash
from kwai.modules.training.trainings.training import TrainingEntity
from kwai.modules.training.trainings.training_definition import TrainingDefinitionEntity


class Outcome(Enum):
    """What happens to a day."""

    CREATED = "created"
    EXISTS = "exists"
    EXCLUDED = "excluded"
    CLOSED = "closed"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDay:
    """A day of a definition with what happens to it.

    Attributes:
        training: What is, or would be, created.
        closure: Why nothing takes place.
    """

    definition: TrainingDefinitionEntity
    day: date
    outcome: Outcome
    training: TrainingEntity | None = None
    clashes: tuple[Clash, ...] = ()
    closure: ClosureEntity | None = None


def plan_days(
    definition: TrainingDefinitionEntity,
    start: date,
    end: date,
    existing: Collection[tuple[int, object]],
    closures: Sequence[ClosureEntity],
) -> Iterator[PlannedDay]:
    """Decide about each day of a period, as far as no other training is concerned."""
    for day in days_of(definition.weekday, start, end):
        if not has_day(day, definition.zone):
            continue
        closure = _closure_on(day, definition.location, closures)
        if (definition.id.value, day) in existing:
            outcome = Outcome.EXISTS
        elif day in definition.exception_dates:
            outcome = Outcome.EXCLUDED
        else:
            outcome = Outcome.CREATED if closure is None else Outcome.CLOSED
        closed_by = closure if outcome is Outcome.CLOSED else None
        yield PlannedDay(definition=definition, day=day, outcome=outcome, closure=closed_by)


def _closure_on(
    day: date, location: str, closures: Sequence[ClosureEntity]
) -> ClosureEntity | None:
    return next((each for each in closures if each.covers(day, location)), None)
