"""Module for the use case that plans a season: trainings out of definitions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.domain.value_objects.owner import Owner
from kwai.modules.training.closures.closure import ClosureEntity
from kwai.modules.training.closures.closure_repository import ClosureRepository
from kwai.modules.training.defined_training import DefinedTraining
from kwai.modules.training.schedule_guard import ScheduleGuard
from kwai.modules.training.seasons.season import SeasonEntity, SeasonIdentifier
from kwai.modules.training.seasons.season_repository import (
    SeasonNotFoundException,
    SeasonRepository,
)
from kwai.modules.training.trainings.recurrence import check_span
from kwai.modules.training.trainings.schedule_repository import ScheduleRepository
from kwai.modules.training.trainings.season_plan import Outcome, PlannedDay, plan_days
from kwai.modules.training.trainings.training_definition import (
    TrainingDefinitionEntity,
    TrainingDefinitionIdentifier,
)
from kwai.modules.training.trainings.training_definition_repository import (
    TrainingDefinitionRepository,
)
from kwai.modules.training.trainings.training_repository import TrainingRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerateTrainingsCommand:
    """Input for the use case GenerateTrainings.

    Attributes:
        definition: The definition; all active ones of the season when it is None.
        start: First day; that of the season when it is None.
        end: Last day, included; that of the season when it is None.
        dry_run: Tell what would happen, and store nothing.
        allow_conflicts: Create trainings although something is taken.
    """

    definition: int | None = None
    season: int | None = None
    start: date | None = None
    end: date | None = None
    dry_run: bool = False
    allow_conflicts: bool = False


class GenerateTrainings:
    """Use case for creating the trainings of a period.

    A day is known by the definition and the day it was generated for, so whoever generates again,
    or at the same time, creates nothing twice, wherever the training was moved meanwhile.
    """

    def __init__(
        self,
        repo: TrainingRepository,
        definition_repo: TrainingDefinitionRepository,
        season_repo: SeasonRepository,
        closure_repo: ClosureRepository,
        owner: Owner,
        *,
        schedule_repo: ScheduleRepository,
        defined_training: DefinedTraining,
        clock: Clock = utc_now,
    ) -> None:
        self._repo = repo
        self._definition_repo = definition_repo
        self._season_repo = season_repo
        self._closure_repo = closure_repo
        self._owner = owner
        self._schedule_repo = schedule_repo
        self._defined_training = defined_training
        self._clock = clock

    async def execute(self, command: GenerateTrainingsCommand) -> list[PlannedDay]:
        """Execute the use case; gives every day of the period, definition by definition.

        Raises:
            TrainingDefinitionNotFoundException: there is no such definition.
            SeasonNotFoundException: there is no such season.
            UnprocessableException: the period is missing, too long, or ends before it starts.
        """
        guard = ScheduleGuard(self._schedule_repo, self._owner.id, self._clock())
        await guard.lock()
        season = await self._find_season(command)
        start, end = _find_period(command, season)
        definitions = await self._find_definitions(command, season)
        days = await self._plan(definitions, start, end)
        days = [await self._fill(day, season) for day in days]
        days = await self._place(guard, days, allow_conflicts=command.allow_conflicts)
        if command.dry_run:
            return days
        return await self._store(days)

    async def _find_season(self, command: GenerateTrainingsCommand) -> SeasonEntity | None:
        if command.season is None:
            return None
        try:
            return await self._season_repo.get_by_id(SeasonIdentifier(command.season))
        except SeasonNotFoundException as error:
            is_related = command.definition is not None
            code = "related_not_found" if is_related else None
            raise SeasonNotFoundException(str(error), code=code) from None

    async def _find_definitions(
        self, command: GenerateTrainingsCommand, season: SeasonEntity | None
    ) -> list[TrainingDefinitionEntity]:
        if command.definition is not None:
            id_ = TrainingDefinitionIdentifier(command.definition)
            return [await self._definition_repo.get_by_id(id_)]
        query = self._definition_repo.create_query().filter_by_active(True).sort_by(())
        if season is not None:
            query.filter_for_season(season.id)
        return [each async for each in self._definition_repo.get_all(query)]

    async def _plan(
        self, definitions: Sequence[TrainingDefinitionEntity], start: date, end: date
    ) -> list[PlannedDay]:
        existing = await self._repo.get_occurrences(
            self._repo.create_query()
            .filter_by_definitions(definitions)
            .filter_by_occurrence(start, end)
        )
        query = self._closure_repo.create_query().filter_by_days(start, end).sort_by(())
        closures: list[ClosureEntity] = [each async for each in self._closure_repo.get_all(query)]
        return [
            day
            for definition in definitions
            for day in plan_days(definition, start, end, existing, closures)
        ]

    async def _fill(self, planned: PlannedDay, season: SeasonEntity | None) -> PlannedDay:
        if planned.outcome is not Outcome.CREATED:
            return planned
        training = await self._defined_training.create(planned.definition, planned.day, season)
        return replace(planned, training=training)

    async def _place(
        self, guard: ScheduleGuard, days: Sequence[PlannedDay], *, allow_conflicts: bool
    ) -> list[PlannedDay]:
        trainings = [day.training for day in days if day.training is not None]
        if not trainings:
            return list(days)
        schedule = await guard.read_schedule(trainings)
        placed = []
        for day in days:
            if day.training is None:
                placed.append(day)
                continue
            clashes = tuple(guard.find(schedule, day.training))
            is_refused = bool(clashes) and not allow_conflicts
            if not is_refused:
                guard.take(schedule, day.training)
            placed.append(
                replace(
                    day,
                    outcome=Outcome.CONFLICT if is_refused else day.outcome,
                    training=None if is_refused else guard.decide(day.training, clashes),
                    clashes=clashes,
                )
            )
        return placed

    async def _store(self, days: Sequence[PlannedDay]) -> list[PlannedDay]:
        created = [day.training for day in days if day.training is not None]
        if created:
            await self._repo.create_all(created)
        return list(days)


def _find_period(
    command: GenerateTrainingsCommand, season: SeasonEntity | None
) -> tuple[date, date]:
    start = command.start or (None if season is None else season.start_date)
    end = command.end or (None if season is None else season.end_date)
    if start is None or end is None:
        raise UnprocessableException(
            "A season, or a start and an end are needed.", reason="period_needed"
        )
    check_span(start, end)
    return start, end
