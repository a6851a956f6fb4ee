"""Module that defines the use case "Delete Training"."""

from dataclasses import dataclass

from kwai.modules.training.trainings.schedule_repository import ScheduleRepository
from kwai.modules.training.trainings.training import TrainingIdentifier
from kwai.modules.training.trainings.training_definition_repository import (
    TrainingDefinitionRepository,
)
from kwai.modules.training.trainings.training_repository import TrainingRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteTrainingCommand:
    """Input for the use case DeleteTraining."""

    id: int


class DeleteTraining:
    """Use case for deleting a training; a generated one stays away when generated again."""

    def __init__(
        self,
        repo: TrainingRepository,
        *,
        definition_repo: TrainingDefinitionRepository,
        schedule_repo: ScheduleRepository,
    ) -> None:
        self._repo = repo
        self._definition_repo = definition_repo
        self._schedule_repo = schedule_repo

    async def execute(self, command: DeleteTrainingCommand) -> None:
        """Execute the use case.

        Raises:
            TrainingNotFoundException: there is no such training.
        """
        await self._schedule_repo.lock()
        training = await self._repo.get_by_id(TrainingIdentifier(command.id), for_update=True)
        await self._repo.delete(training)
        if training.definition_id is not None and training.occurrence_date is not None:
            id_ = training.definition_id
            definition = await self._definition_repo.get_by_id(id_, for_update=True)
            await self._definition_repo.update(definition.exclude(training.occurrence_date))
