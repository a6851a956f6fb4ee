"""Module that defines what is counted about trainings."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

SECONDS_PER_HOUR = 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What was counted for one coach, team, definition or location.

    Attributes:
        id: None for a location, which has only a name.
        seconds: How long the held trainings took.
        present: Held trainings at which the coach was, for coaches only.
        payed: Held trainings for which the coach was paid, for coaches only.
    """

    id: int | None = None
    name: str = ""
    held: int = 0
    cancelled: int = 0
    seconds: int = 0
    present: int = 0
    payed: int = 0

    @property
    def hours(self) -> float:
        """The hours, to the minute."""
        return round(self.seconds / SECONDS_PER_HOUR, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingStatistics:
    """The tallies of a period; of what has not begun nothing is counted but a cancellation."""

    total: Tally
    coaches: Sequence[Tally]
    teams: Sequence[Tally]
    definitions: Sequence[Tally]
    locations: Sequence[Tally]


class TrainingStatisticsRepository(ABC):
    """An interface for counting trainings."""

    @abstractmethod
    async def count(
        self, start: datetime | None, end: datetime | None, now: datetime
    ) -> TrainingStatistics:
        """Count the active trainings that start from `start` up to, but not at, `end`."""
