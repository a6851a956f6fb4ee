"""Module that defines an interface for a repository of training definitions."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator

from kwai.core.domain.exceptions import NotFoundException
from kwai.core.domain.resource_query import Page
from kwai.core.domain.use_case import UseCaseBrowseResult
from kwai.modules.training.trainings.training_definition import (
    TrainingDefinitionEntity,
    TrainingDefinitionIdentifier,
)
from kwai.modules.training.trainings.training_definition_query import TrainingDefinitionQuery


class TrainingDefinitionNotFoundException(NotFoundException):
    """Raised when a training definition can not be found."""


class TrainingDefinitionRepository(ABC):
    """A training definition repository."""

    @abstractmethod
    def create_query(self) -> TrainingDefinitionQuery:
        """Create a query for querying training definitions."""

    @abstractmethod
    async def create(self, entity: TrainingDefinitionEntity) -> TrainingDefinitionEntity:
        """Save a new training definition and return it with its id."""

    @abstractmethod
    async def update(self, entity: TrainingDefinitionEntity) -> None:
        """Save what changed of a training definition."""

    @abstractmethod
    async def delete(self, entity: TrainingDefinitionEntity) -> None:
        """Delete a training definition; its trainings stay."""

    @abstractmethod
    async def get_by_id(
        self, id_: TrainingDefinitionIdentifier, *, for_update: bool = False
    ) -> TrainingDefinitionEntity:
        """Get the training definition with the given id.

        Raises:
            TrainingDefinitionNotFoundException: there is none.
        """

    @abstractmethod
    async def get_one(
        self, query: TrainingDefinitionQuery, id_: TrainingDefinitionIdentifier
    ) -> TrainingDefinitionEntity:
        """Get the training definition with the given id, with what the query reads of it.

        Raises:
            TrainingDefinitionNotFoundException: there is none.
        """

    @abstractmethod
    def get_all(
        self,
        query: TrainingDefinitionQuery | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> AsyncIterator[TrainingDefinitionEntity]:
        """Yield the training definitions of a query, or of a page of it."""

    @abstractmethod
    async def read_on(
        self, query: TrainingDefinitionQuery, page: Page
    ) -> UseCaseBrowseResult[TrainingDefinitionEntity]:
        """Get the page that a cursor points at."""

    @abstractmethod
    async def get_page(
        self, query: TrainingDefinitionQuery, limit: int, offset: int
    ) -> UseCaseBrowseResult[TrainingDefinitionEntity]:
        """Get a page of training definitions, and how many there are in all."""
