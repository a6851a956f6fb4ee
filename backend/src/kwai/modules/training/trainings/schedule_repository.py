"""Module that defines an interface for reading the schedule."""

from abc import ABC, abstractmethod
from collections.abc import Collection
from datetime import datetime

from kwai.modules.training.trainings.schedule import Schedule


class ScheduleRepository(ABC):
    """An interface for what is taken when."""

    @abstractmethod
    async def lock(self) -> None:
        """Let nobody else change the schedule until the unit ends."""

    @abstractmethod
    async def get_schedule(
        self, start: datetime, end: datetime, *, without: Collection[int] = ()
    ) -> Schedule:
        """Read what is taken between two moments; cancelled trainings take nothing.

        `without` are ids of trainings that are about to move.
        """
