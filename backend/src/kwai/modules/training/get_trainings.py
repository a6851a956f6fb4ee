"""Module for the use case get trainings."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from kwai.core.domain.browse import browse
from kwai.core.domain.resource_query import Page, ResourceQuery, SortKey
from kwai.core.domain.use_case import UseCaseBrowseResult
from kwai.modules.training.coaches.coach import CoachIdentifier
from kwai.modules.training.coaches.coach_repository import CoachRepository
from kwai.modules.training.teams.team import TeamIdentifier
from kwai.modules.training.teams.team_repository import TeamRepository
from kwai.modules.training.trainings.training import TrainingEntity
from kwai.modules.training.trainings.training_definition import TrainingDefinitionIdentifier
from kwai.modules.training.trainings.training_definition_repository import (
    TrainingDefinitionRepository,
)
from kwai.modules.training.trainings.training_marks import TrainingMarks
from kwai.modules.training.trainings.training_query import TrainingQuery
from kwai.modules.training.trainings.training_repository import TrainingRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class GetTrainingsCommand:
    """Input for the get trainings use case.

    Attributes:
        limit: the max. number of elements to return. Default is None, which means all.
        offset: Offset to use. Default is None.
        year: Only return trainings of this year.
        month: Only return trainings of this month.
        start: Only return trainings starting from this moment.
        end: Only return trainings that start before this moment.
        coach: Only return trainings with this coach.
        team: Only return trainings with this team.
        definition: Only return trainings created from this definition.
        location: Only return trainings at this location.
        active: Only return trainings that are active (default is True), else all of them.
        cancelled: Only return trainings that are, or are not, cancelled.
        timezone: The zone whose clocks year and month are read from.
        query: What is to be shown of them; everything when it is None.
    """

    limit: int | None = None
    offset: int | None = None
    page: Page | None = None
    year: int | None = None
    month: int | None = None
    start: datetime | None = None
    end: datetime | None = None
    coach: int | None = None
    team: int | None = None
    definition: int | None = None
    location: str | None = None
    active: bool = True
    cancelled: bool | None = None
    timezone: str = "UTC"
    sort: Sequence[SortKey] = ()
    query: ResourceQuery | None = None


class GetTrainings:
    """Use case to get trainings."""

    def __init__(
        self,
        repo: TrainingRepository,
        coach_repo: CoachRepository,
        training_definition_repo: TrainingDefinitionRepository,
        *,
        team_repo: TeamRepository,
    ) -> None:
        self._repo = repo
        self._coach_repo = coach_repo
        self._training_definition_repo = training_definition_repo
        self._team_repo = team_repo

    async def execute(self, command: GetTrainingsCommand) -> UseCaseBrowseResult[TrainingEntity]:
        """Execute the use case.

        Raises:
            CoachNotFoundException: there is no such coach.
            TeamNotFoundException: there is no such team.
            TrainingDefinitionNotFoundException: there is no such definition.
        """
        query = await self.create_query(command)
        return await browse(self._repo, query, command)

    async def get_marks(
        self, command: GetTrainingsCommand, parts: Collection[str]
    ) -> TrainingMarks:
        """Tell what the page is known by that `execute` would give, for a fraction of its cost."""
        query = await self.create_query(command)
        limit, offset = command.limit or 0, command.offset or 0
        return await self._repo.get_marks(query, limit, offset, parts)

    async def create_query(self, command: GetTrainingsCommand) -> TrainingQuery:
        """Make the query of a command, which other use cases narrow further."""
        query = self._repo.create_query().sort_by(command.sort)
        _filter_by_time(query, command)
        if command.query is not None:
            query.show(command.query)
        if command.active:
            query.filter_active()
        if command.cancelled is not None:
            query.filter_cancelled(command.cancelled)
        if command.location is not None:
            query.filter_by_location(command.location)
        await self._filter_by_links(query, command)
        return query

    async def _filter_by_links(self, query: TrainingQuery, command: GetTrainingsCommand) -> None:
        if command.coach is not None:
            coach = await self._coach_repo.get_by_id(CoachIdentifier(command.coach))
            query.filter_by_coach(coach)
        if command.team is not None:
            query.filter_by_team(await self._team_repo.get_by_id(TeamIdentifier(command.team)))
        if command.definition is not None:
            id_ = TrainingDefinitionIdentifier(command.definition)
            query.filter_by_definition(await self._training_definition_repo.get_by_id(id_))


def _filter_by_time(query: TrainingQuery, command: GetTrainingsCommand) -> None:
    if command.year is not None:
        query.filter_by_year_month(command.year, command.month, timezone=command.timezone)
    query.filter_by_dates(command.start, command.end)
