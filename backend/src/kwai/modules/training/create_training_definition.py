"""Module for the use case that creates a training definition."""

from typing import Any

from kwai.core.domain.value_objects.owner import Owner
from kwai.modules.training.training_definition_command import (
    TrainingDefinitionCommand,
    read_values,
)
from kwai.modules.training.training_links import TrainingLinks
from kwai.modules.training.trainings.training_definition import TrainingDefinitionEntity
from kwai.modules.training.trainings.training_definition_repository import (
    TrainingDefinitionRepository,
)


class CreateTrainingDefinition:
    """Use case for creating a training definition; nothing is generated yet."""

    def __init__(
        self, repo: TrainingDefinitionRepository, links: TrainingLinks, owner: Owner
    ) -> None:
        self._repo = repo
        self._links = links
        self._owner = owner

    async def execute(self, command: TrainingDefinitionCommand) -> TrainingDefinitionEntity:
        """Execute the use case.

        Raises:
            TeamNotFoundException: the team, season or a coach is unknown.
            UnprocessableException: it does not end after it starts, or its zone is unknown.
        """
        values: dict[str, Any] = await read_values(command, self._links)
        return await self._repo.create(TrainingDefinitionEntity(owner=self._owner, **values))
