"""What a page of trainings is known by, without reading the page."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from kwai.modules.training.trainings.training import TrainingEntity

Mark = tuple[str, int, int, int, int]

#: The relationships of which marks can be read.
MARKED: Final = frozenset({"coaches", "teams", "definition"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingMarks:
    """Changes whenever a page changes, or one of the resources that stand beside it.

    A mark is the kind, id and version of a row, and what it refers to that may vanish without a
    new version: the definition and season of a training, the team and season of a definition.

    Attributes:
        trainings: In the order of the page.
        related: Without an order.
    """

    total: int
    trainings: Sequence[Mark]
    related: frozenset[Mark]

    @property
    def facts(self) -> tuple[object, ...]:
        """Values that are equal when the marks are."""
        return (self.total, tuple(self.trainings), tuple(sorted(self.related)))

    @classmethod
    def of(
        cls, total: int, trainings: Sequence[TrainingEntity], parts: Collection[str]
    ) -> "TrainingMarks":
        """Take the marks of what was read; `parts` names the relationships beside the page."""
        related: set[Mark] = set()
        for training in trainings:
            related |= _marks_beside(training, parts)
        return cls(
            total=total,
            trainings=tuple(_mark_training(training) for training in trainings),
            related=frozenset(related),
        )


def _mark_training(training: TrainingEntity) -> Mark:
    definition, season = training.definition_id, training.season
    return (
        "trainings",
        training.id.value,
        training.version,
        0 if definition is None else definition.value,
        0 if season is None else season.id.value,
    )


def _marks_beside(training: TrainingEntity, parts: Collection[str]) -> set[Mark]:
    marks: set[Mark] = set()
    if "coaches" in parts:
        coaches = (each.coach for each in training.coaches)
        marks |= {("coaches", each.id.value, each.version, 0, 0) for each in coaches}
    if "teams" in parts:
        marks |= {("teams", each.id.value, each.version, 0, 0) for each in training.teams}
    if "definition" in parts and (definition := training.definition) is not None:
        team = 0 if definition.team is None else definition.team.id.value
        season = 0 if definition.season is None else definition.season.id.value
        marks.add(("definition", definition.id.value, definition.version, team, season))
    return marks
