"""What a page of trainings is known by, without reading the page."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kwai.modules.training.trainings.training import TrainingEntity
from kwai.modules.training.trainings.training_definition import TrainingDefinitionEntity

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
        return cls(
            total=total,
            trainings=[
                (
                    "trainings",
                    each.id.value,
                    each.version,
                    each.definition_id.value if each.definition_id else 0,
                    each.season.id.value if each.season else 0,
                )
                for each in trainings
            ],
            related=frozenset(_marks_beside(trainings, parts)),
        )


def _marks_beside(trainings: Sequence[TrainingEntity], parts: Collection[str]) -> Iterator[Mark]:
    # Each of what many trainings share is looked at once.
    if "coaches" in parts:
        coaches = {each.coach.id.value: each.coach for one in trainings for each in one.coaches}
        yield from (("coaches", id_, each.version, 0, 0) for id_, each in coaches.items())
    if "teams" in parts:
        teams = {each.id.value: each for one in trainings for each in one.teams}
        yield from (("teams", id_, each.version, 0, 0) for id_, each in teams.items())
    if "definition" in parts:
        definitions = (one.definition for one in trainings if one.definition is not None)
        yield from map(_mark_definition, {each.id.value: each for each in definitions}.values())


def _mark_definition(definition: TrainingDefinitionEntity) -> Mark:
    team = 0 if definition.team is None else definition.team.id.value
    season = 0 if definition.season is None else definition.season.id.value
    return ("definition", definition.id.value, definition.version, team, season)
