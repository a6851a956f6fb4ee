"""Module for the use case that counts trainings."""

from dataclasses import dataclass
from datetime import datetime

from kwai.core.domain.clock import Clock, utc_now
from kwai.modules.training.trainings.training_statistics import (
    TrainingStatistics,
    TrainingStatisticsRepository,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetStatisticsCommand:
    """Input for the use case GetStatistics.

    Attributes:
        start: Only trainings from this moment on.
        end: Only trainings that start before this moment.
    """

    start: datetime | None = None
    end: datetime | None = None


class GetStatistics:
    """Use case for counting what was held and cancelled."""

    def __init__(self, repo: TrainingStatisticsRepository, *, clock: Clock = utc_now) -> None:
        self._repo = repo
        self._clock = clock

    async def execute(self, command: GetStatisticsCommand) -> TrainingStatistics:
        """Execute the use case."""
        return await self._repo.count(command.start, command.end, self._clock())
