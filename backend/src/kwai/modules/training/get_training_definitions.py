"""Module for the use cases that read training definitions."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kwai.core.domain.browse import browse
from kwai.core.domain.resource_query import Page, ResourceQuery, SortKey
from kwai.core.domain.use_case import UseCaseBrowseResult
from kwai.modules.training.coaches.coach import CoachIdentifier
from kwai.modules.training.seasons.season import SeasonIdentifier
from kwai.modules.training.teams.team import TeamIdentifier
from kwai.modules.training.trainings.schedule_repository import ScheduleRepository
from kwai.modules.training.trainings.training_definition import (
    TrainingDefinitionEntity,
    TrainingDefinitionIdentifier,
)
from kwai.modules.training.trainings.training_definition_repository import (
    TrainingDefinitionRepository,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetTrainingDefinitionCommand:
    """Input for the use case GetTrainingDefinition.

    Attributes:
        query: What of it will be looked at.
    """

    id: int
    query: ResourceQuery = field(default_factory=ResourceQuery)


class GetTrainingDefinition:
    """Use case for getting a training definition.

    With a schedule it is read under its lock, because it is going to change.
    """

    def __init__(
        self,
        repo: TrainingDefinitionRepository,
        *,
        schedule_repo: ScheduleRepository | None = None,
    ) -> None:
        self._repo = repo
        self._schedule_repo = schedule_repo

    async def execute(self, command: GetTrainingDefinitionCommand) -> TrainingDefinitionEntity:
        """Execute the use case.

        Raises:
            TrainingDefinitionNotFoundException: there is no such definition.
        """
        id_ = TrainingDefinitionIdentifier(command.id)
        if self._schedule_repo is None:
            query = self._repo.create_query().show(command.query)
            return await self._repo.get_one(query, id_)
        await self._schedule_repo.lock()
        return await self._repo.get_by_id(id_, for_update=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetTrainingDefinitionsCommand:
    """Input for the use case GetTrainingDefinitions; without a limit all are read."""

    limit: int | None = None
    offset: int | None = None
    page: Page | None = None
    active: bool | None = None
    team: int | None = None
    season: int | None = None
    coach: int | None = None
    sort: Sequence[SortKey] = ()
    query: ResourceQuery = field(default_factory=ResourceQuery)


class GetTrainingDefinitions:
    """Use case for getting training definitions."""

    def __init__(self, repo: TrainingDefinitionRepository) -> None:
        self._repo = repo

    async def execute(
        self, command: GetTrainingDefinitionsCommand
    ) -> UseCaseBrowseResult[TrainingDefinitionEntity]:
        """Execute the use case."""
        query = self._repo.create_query().sort_by(command.sort)
        query.show(command.query)
        if command.active is not None:
            query.filter_by_active(command.active)
        if command.team is not None:
            query.filter_by_team(TeamIdentifier(command.team))
        if command.season is not None:
            query.filter_by_season(SeasonIdentifier(command.season))
        if command.coach is not None:
            query.filter_by_coach(CoachIdentifier(command.coach))
        return await browse(self._repo, query, command)
