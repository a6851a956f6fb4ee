"""Module that defines common input for the use cases of training definitions."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, time

from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.domain.value_objects.time_period import TimePeriod
from kwai.core.domain.value_objects.weekday import Weekday
from kwai.modules.training.training_links import TrainingLinks


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingDefinitionCommand:
    """Input for creating or updating a training definition.

    Attributes:
        timezone: Name of the IANA zone whose clocks the times are read from.
    """

    name: str
    description: str = ""
    weekday: int
    start_time: time
    end_time: time
    timezone: str
    location: str = ""
    active: bool = True
    remark: str = ""
    exception_dates: Collection[date] = ()
    team: int | None = None
    season: int | None = None
    coaches: Sequence[int] = ()


async def read_values(
    command: TrainingDefinitionCommand, links: TrainingLinks
) -> dict[str, object]:
    """Give what the command makes of a definition, by the names of its constructor."""
    teams = await links.find_teams([] if command.team is None else [command.team], "team")
    return {
        "name": command.name,
        "description": command.description,
        "weekday": Weekday(command.weekday),
        "period": _period(command),
        "active": command.active,
        "location": command.location,
        "remark": command.remark,
        "timezone": command.timezone,
        "team": next(iter(teams), None),
        "season": await links.find_season(command.season),
        "coaches": await links.find_coaches(command.coaches),
        "exception_dates": frozenset(command.exception_dates),
    }


def _period(command: TrainingDefinitionCommand) -> TimePeriod:
    if command.end_time <= command.start_time:
        raise UnprocessableException(
            "A training has to end after it starts.", member="end_time", reason="ends_before_start"
        )
    return TimePeriod(start=command.start_time, end=command.end_time)
