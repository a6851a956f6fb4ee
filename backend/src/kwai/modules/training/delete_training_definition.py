"""Module for the use case that deletes a training definition."""

from dataclasses import dataclass

from kwai.core.domain.clock import Clock, utc_now
from kwai.modules.training.trainings.schedule_repository import ScheduleRepository
from kwai.modules.training.trainings.training_definition import TrainingDefinitionIdentifier
from kwai.modules.training.trainings.training_definition_repository import (
    TrainingDefinitionRepository,
)
from kwai.modules.training.trainings.training_repository import TrainingRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteTrainingDefinitionCommand:
    """Input for the use case DeleteTrainingDefinition.

    Attributes:
        delete_future: Also delete the trainings that are not held yet.
    """

    id: int
    delete_future: bool = False


class DeleteTrainingDefinition:
    """Use case for deleting a training definition; trainings that were held always stay."""

    def __init__(
        self,
        repo: TrainingDefinitionRepository,
        training_repo: TrainingRepository,
        schedule_repo: ScheduleRepository,
        *,
        clock: Clock = utc_now,
    ) -> None:
        self._repo = repo
        self._training_repo = training_repo
        self._schedule_repo = schedule_repo
        self._clock = clock

    async def execute(self, command: DeleteTrainingDefinitionCommand) -> None:
        """Execute the use case.

        Raises:
            TrainingDefinitionNotFoundException: there is no such definition.
        """
        await self._schedule_repo.lock()
        id_ = TrainingDefinitionIdentifier(command.id)
        definition = await self._repo.get_by_id(id_, for_update=True)
        if command.delete_future:
            query = self._training_repo.create_query().filter_by_definition(definition)
            now = self._clock()
            coming = [each async for each in self._training_repo.get_all(query.order_by_date())]
            await self._training_repo.delete_all(
                training for training in coming if not training.is_held_at(now)
            )
        await self._repo.delete(definition)
