"""Module that defines an interface for a repository of trainings."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Collection, Iterable

from kwai.core.domain.exceptions import AlreadyExistsException, NotFoundException
from kwai.core.domain.resource_query import Page
from kwai.core.domain.use_case import UseCaseBrowseResult
from kwai.modules.training.trainings.training import TrainingEntity, TrainingIdentifier
from kwai.modules.training.trainings.training_marks import TrainingMarks
from kwai.modules.training.trainings.training_query import TrainingQuery


class TrainingNotFoundException(NotFoundException):
    """Raised when a training can not be found."""


class TrainingExistsException(AlreadyExistsException):
    """Raised when there is a training of the definition for this day already."""


class TrainingRepository(ABC):
    """An interface for a repository of trainings."""

    @abstractmethod
    def create_query(self) -> TrainingQuery:
        """Create a query for querying trainings."""

    @abstractmethod
    async def create(self, entity: TrainingEntity) -> TrainingEntity:
        """Save a training and return it with its id."""

    @abstractmethod
    async def create_all(self, entities: Iterable[TrainingEntity]) -> int:
        """Save many trainings in few statements and return their number."""

    @abstractmethod
    async def update(self, entity: TrainingEntity) -> None:
        """Update a training."""

    @abstractmethod
    async def update_all(self, entities: Iterable[TrainingEntity]) -> None:
        """Update many trainings in few statements."""

    @abstractmethod
    async def delete_all(self, entities: Iterable[TrainingEntity]) -> None:
        """Delete many trainings in few statements."""

    @abstractmethod
    async def delete(self, entity: TrainingEntity) -> None:
        """Delete a training."""

    @abstractmethod
    def get_all(
        self,
        query: TrainingQuery | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> AsyncIterator[TrainingEntity]:
        """Yield the trainings of a query, or of a page of it."""

    @abstractmethod
    async def read_on(
        self, query: TrainingQuery, page: Page
    ) -> UseCaseBrowseResult[TrainingEntity]:
        """Get the page that a cursor points at."""

    @abstractmethod
    async def get_page(
        self, query: TrainingQuery, limit: int, offset: int
    ) -> UseCaseBrowseResult[TrainingEntity]:
        """Get a page of trainings, and how many there are in all."""

    @abstractmethod
    async def get_by_id(
        self, id_: TrainingIdentifier, *, for_update: bool = False
    ) -> TrainingEntity:
        """Get the training with the given id.

        Raises:
            TrainingNotFoundException: there is none.
        """

    @abstractmethod
    async def get_one(self, query: TrainingQuery, id_: TrainingIdentifier) -> TrainingEntity:
        """Get the training with the given id out of those that a query selects.

        Raises:
            TrainingNotFoundException: it is not among them.
        """

    @abstractmethod
    async def get_stamp(self, query: TrainingQuery) -> str:
        """Give a text that changes when a training of the query changes, comes or goes."""

    @abstractmethod
    async def get_marks(
        self, query: TrainingQuery, limit: int, offset: int, parts: Collection[str]
    ) -> TrainingMarks:
        """Tell what a page is known by; `parts` names the relationships that stand beside it."""

    @abstractmethod
    async def get_occurrences(self, query: TrainingQuery) -> Collection[tuple[int, object]]:
        """Tell for which days of which definitions there are trainings: (id, day)."""
