"""Module for the use case get training."""

from dataclasses import dataclass

from kwai.core.domain.resource_query import ResourceQuery
from kwai.modules.training.trainings.schedule_repository import ScheduleRepository
from kwai.modules.training.trainings.training import TrainingEntity, TrainingIdentifier
from kwai.modules.training.trainings.training_repository import TrainingRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class GetTrainingCommand:
    """Input for the get training use case.

    Attributes:
        id: the id of the training.
        only_active: An inactive one does not exist for who asks.
        query: What is to be shown of it; everything when it is None.
    """

    id: int
    only_active: bool = False
    query: ResourceQuery | None = None


class GetTraining:
    """Use case to get a training.

    With a schedule it is read under its lock, because it is going to change.
    """

    def __init__(
        self, repo: TrainingRepository, *, schedule_repo: ScheduleRepository | None = None
    ) -> None:
        self._repo = repo
        self._schedule_repo = schedule_repo

    async def execute(self, command: GetTrainingCommand) -> TrainingEntity:
        """Execute the use case.

        Raises:
            TrainingNotFoundException: there is no such training.
        """
        id_ = TrainingIdentifier(command.id)
        if self._schedule_repo is not None:
            await self._schedule_repo.lock()
            return await self._repo.get_by_id(id_, for_update=True)
        query = self._repo.create_query()
        if command.query is not None:
            query.show(command.query)
        if command.only_active:
            query.filter_active()
        return await self._repo.get_one(query, id_)
