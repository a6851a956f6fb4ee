"""Module for the use case that reads the trainings of a calendar feed."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.resource_query import ResourceQuery
from kwai.modules.training.get_trainings import GetTrainings, GetTrainingsCommand
from kwai.modules.training.trainings.training import TrainingEntity
from kwai.modules.training.trainings.training_query import TrainingQuery
from kwai.modules.training.trainings.training_repository import TrainingRepository

# Subscribers keep what they have seen; nobody scrolls back further.
PAST = timedelta(days=400)
_SHOWN = ResourceQuery(wanted=frozenset({"contents", "uuid"}))


@dataclass(frozen=True, slots=True, kw_only=True)
class GetCalendarCommand:
    """Input for the use case GetCalendar; without any of these it is that of the whole club."""

    team: int | None = None
    coach: int | None = None
    definition: int | None = None
    location: str | None = None


class GetCalendar:
    """Use case for reading the trainings of a feed, cancelled ones included."""

    def __init__(
        self, repo: TrainingRepository, get_trainings: GetTrainings, *, clock: Clock = utc_now
    ) -> None:
        self._repo = repo
        self._get_trainings = get_trainings
        self._clock = clock

    async def get_stamp(self, command: GetCalendarCommand) -> str:
        """Give a text that changes whenever the calendar does; far cheaper than the calendar.

        Raises:
            TeamNotFoundException: the team, coach or definition does not exist.
        """
        start = self._start()
        stamp = await self._repo.get_stamp(await self._query(command, start))
        return f"{start.date()}-{stamp}"

    async def execute(self, command: GetCalendarCommand) -> list[TrainingEntity]:
        """Execute the use case.

        Raises:
            TeamNotFoundException: the team, coach or definition does not exist.
        """
        query = await self._query(command, self._start())
        return [each async for each in self._repo.get_all(query)]

    async def _query(self, command: GetCalendarCommand, start: datetime) -> TrainingQuery:
        asked = GetTrainingsCommand(
            team=command.team,
            coach=command.coach,
            definition=command.definition,
            location=command.location,
            query=_SHOWN,
        )
        return await self._get_trainings.create_query(replace(asked, start=start))

    def _start(self) -> datetime:
        day = self._clock() - PAST
        return day.replace(hour=0, minute=0, second=0, microsecond=0)
