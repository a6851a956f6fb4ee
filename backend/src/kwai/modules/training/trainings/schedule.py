"""Who and what is taken when: the one rule that finds double bookings."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from kwai.core.domain.exceptions import ConflictException
from kwai.modules.training.trainings.location import location_key
from kwai.modules.training.trainings.training import LONGEST_TRAINING, TrainingEntity


class ClashKind(Enum):
    """What cannot be at two places."""

    COACH = "coach"
    TEAM = "team"
    LOCATION = "location"


Resource = tuple[ClashKind, int | str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """The time of a training, half-open, with what it takes.

    Attributes:
        training_id: 0 while the training is not stored.
    """

    training_id: int
    start: datetime
    end: datetime
    coaches: frozenset[int] = frozenset()
    teams: frozenset[int] = frozenset()
    location: str = ""

    @classmethod
    def of(cls, training: TrainingEntity) -> "Slot":
        """Take the slot of a training."""
        return cls(
            training_id=training.id.value,
            start=training.start,
            end=training.end,
            coaches=frozenset(each.coach.id.value for each in training.coaches),
            teams=frozenset(each.id.value for each in training.teams),
            location=training.location,
        )

    def overlaps(self, other: "Slot") -> bool:
        """Tell whether there is a moment that belongs to both."""
        return self.start < other.end and other.start < self.end

    def resources(self) -> Iterator[Resource]:
        """List what is taken; a location without name is none."""
        for coach in sorted(self.coaches):
            yield ClashKind.COACH, coach
        for team in sorted(self.teams):
            yield ClashKind.TEAM, team
        if key := location_key(self.location):
            yield ClashKind.LOCATION, key


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Something that is taken already.

    Attributes:
        key: Id of the coach or team, or the folded name of the location.
        slot: The slot of what would be double booked.
        other: The slot that has it.
        name: What a person calls the thing that is taken.
    """

    kind: ClashKind
    key: int | str
    slot: Slot
    other: Slot
    name: str = ""


class TrainingClashException(ConflictException):
    """Raised when a training needs what is taken, and nobody has allowed that."""

    def __init__(self, clashes: Iterable[Clash]) -> None:
        self.clashes = tuple(clashes)
        names = sorted({clash.name or clash.kind.value for clash in self.clashes})
        super().__init__(f"Taken at that time: {', '.join(names)}.")


class Schedule:
    """The slots of a period by what they take, in the order of their start."""

    def __init__(self, slots: Iterable[Slot] = ()) -> None:
        self._slots: dict[Resource, list[tuple[datetime, int, Slot]]] = defaultdict(list)
        self._count = 0
        for slot in slots:
            self.add(slot)

    def add(self, slot: Slot) -> None:
        """Take what a slot needs."""
        self._count += 1
        for resource in slot.resources():
            insort(self._slots[resource], (slot.start, self._count, slot))

    def clashes(self, slot: Slot) -> list[Clash]:
        """Find everything that is taken while the slot lasts."""
        return [
            Clash(kind=resource[0], key=resource[1], slot=slot, other=other)
            for resource in slot.resources()
            for other in self._overlapping(resource, slot)
        ]

    def _overlapping(self, resource: Resource, slot: Slot) -> Iterator[Slot]:
        known = self._slots.get(resource, [])
        # Whatever started earlier has ended by now.
        position = bisect_left(known, (slot.start - LONGEST_TRAINING, 0))
        while position < len(known) and known[position][0] < slot.end:
            if known[position][2].overlaps(slot):
                yield known[position][2]
            position += 1
