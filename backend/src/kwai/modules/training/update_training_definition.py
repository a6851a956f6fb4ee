"""Module for the use case that changes a definition, and its trainings along with it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.entity import Entity
from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.domain.value_objects.owner import Owner
from kwai.modules.training.defined_training import DefinedTraining
from kwai.modules.training.schedule_guard import ScheduleGuard
from kwai.modules.training.training_definition_command import (
    TrainingDefinitionCommand,
    read_values,
)
from kwai.modules.training.training_links import TrainingLinks
from kwai.modules.training.trainings.definition_change import (
    AppliedChange,
    DefinitionChange,
    apply_change,
)
from kwai.modules.training.trainings.schedule_repository import ScheduleRepository
from kwai.modules.training.trainings.training import TrainingEntity
from kwai.modules.training.trainings.training_definition import (
    TrainingDefinitionEntity,
    TrainingDefinitionIdentifier,
)
from kwai.modules.training.trainings.training_definition_repository import (
    TrainingDefinitionRepository,
)
from kwai.modules.training.trainings.training_repository import TrainingRepository


class ApplyTo(Enum):
    """Which of the trainings that are not held yet change along with their definition."""

    NONE = "none"
    FOLLOWING = "following"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateTrainingDefinitionCommand(TrainingDefinitionCommand):
    """Input for the use case UpdateTrainingDefinition.

    Attributes:
        apply_from: The first day, with `following`.
    """

    id: int
    apply_to: ApplyTo = ApplyTo.NONE
    apply_from: date | None = None
    allow_conflicts: bool = False


class UpdateTrainingDefinition:
    """Use case for updating a training definition."""

    def __init__(
        self,
        repo: TrainingDefinitionRepository,
        training_repo: TrainingRepository,
        links: TrainingLinks,
        owner: Owner,
        *,
        schedule_repo: ScheduleRepository,
        defined_training: DefinedTraining,
        clock: Clock = utc_now,
    ) -> None:
        self._repo = repo
        self._training_repo = training_repo
        self._links = links
        self._owner = owner
        self._schedule_repo = schedule_repo
        self._defined_training = defined_training
        self._clock = clock

    async def execute(
        self, command: UpdateTrainingDefinitionCommand
    ) -> tuple[TrainingDefinitionEntity, AppliedChange]:
        """Execute the use case.

        Raises:
            TrainingDefinitionNotFoundException: there is no such definition.
            TeamNotFoundException: the team, season or a coach is unknown.
            TrainingClashException: a training would need what is taken.
            UnprocessableException: a value cannot be, or `following` has no first day.
        """
        now = self._clock()
        guard = ScheduleGuard(self._schedule_repo, self._owner.id, now)
        await guard.lock()
        id_ = TrainingDefinitionIdentifier(command.id)
        before = await self._repo.get_by_id(id_, for_update=True)
        values: dict[str, Any] = await read_values(command, self._links)
        trace = before.traceable_time.mark_for_update()
        change = DefinitionChange(
            before=before, after=Entity.replace(before, traceable_time=trace, **values)
        )
        since = _first_day(command)
        applied = AppliedChange()
        if command.apply_to is not ApplyTo.NONE:
            moved = change.move_exceptions(since)
            after = Entity.replace(change.after, exception_dates=moved)
            change = DefinitionChange(before=before, after=after)
            applied = await self._apply(guard, change, since, now, command)
        await self._repo.update(change.after)
        return await self._repo.get_by_id(id_), applied

    async def _apply(
        self,
        guard: ScheduleGuard,
        change: DefinitionChange,
        since: date | None,
        now: datetime,
        command: UpdateTrainingDefinitionCommand,
    ) -> AppliedChange:
        query = self._training_repo.create_query().filter_by_definition(change.before)
        trainings = [each async for each in self._training_repo.get_all(query.order_by_date())]
        taken = {each.occurrence_date for each in trainings if each.occurrence_date is not None}
        affected = [each for each in trainings if _is_affected(each, since, now)]
        texts = await self._defined_training.texts(change.after)
        applied = apply_change(change, affected, texts, taken, now)
        admitted = await guard.admit(applied.changed, allow_conflicts=command.allow_conflicts)
        await self._training_repo.update_all(admitted)
        return AppliedChange(changed=tuple(admitted), left_alone=applied.left_alone)


def _first_day(command: UpdateTrainingDefinitionCommand) -> date | None:
    if command.apply_to is not ApplyTo.FOLLOWING:
        return None
    if command.apply_from is None:
        raise UnprocessableException(
            "Tell with apply_from which day is the first one.", reason="apply_from_needed"
        )
    return command.apply_from


def _is_affected(training: TrainingEntity, since: date | None, now: datetime) -> bool:
    day = training.occurrence_date
    if day is None or training.is_held_at(now):
        return False
    return since is None or day >= since
