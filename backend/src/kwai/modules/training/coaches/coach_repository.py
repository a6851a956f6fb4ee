"""Module that defines an interface for a coach repository."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator

from kwai.core.domain.exceptions import (
    AlreadyExistsException,
    NotFoundException,
    RelatedNotFoundException,
)
from kwai.core.domain.resource_query import Page
from kwai.core.domain.use_case import UseCaseBrowseResult
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.training.coaches.coach import CoachEntity, CoachIdentifier
from kwai.modules.training.coaches.coach_query import CoachQuery


class CoachNotFoundException(NotFoundException):
    """Raised when a coach is not found."""


class CoachUserNotFoundException(RelatedNotFoundException):
    """Raised when a coach is to be linked with a user that does not exist."""


class CoachUserTakenException(AlreadyExistsException):
    """Raised when a user is linked with another coach already."""


class CoachRepository(ABC):
    """Interface for a coach repository."""

    @abstractmethod
    def create_query(self) -> CoachQuery:
        """Create a query for coaches."""

    @abstractmethod
    async def get_by_id(self, id_: CoachIdentifier, *, for_update: bool = False) -> CoachEntity:
        """Get the coach with the given id.

        Raises:
            CoachNotFoundException: there is none.
        """

    @abstractmethod
    async def get_one(self, query: CoachQuery, id_: CoachIdentifier) -> CoachEntity:
        """Get the coach with the given id, with what the query reads of it.

        Raises:
            CoachNotFoundException: there is none.
        """

    @abstractmethod
    async def get_by_ids(self, *ids: CoachIdentifier) -> list[CoachEntity]:
        """Get all coaches for the given ids; an unknown one is left out."""

    @abstractmethod
    def get_all(
        self, query: CoachQuery | None = None, limit: int | None = None, offset: int | None = None
    ) -> AsyncIterator[CoachEntity]:
        """Yield the coaches of a query, or of a page of it."""

    @abstractmethod
    async def read_on(self, query: CoachQuery, page: Page) -> UseCaseBrowseResult[CoachEntity]:
        """Get the page that a cursor points at."""

    @abstractmethod
    async def get_page(
        self, query: CoachQuery, limit: int, offset: int
    ) -> UseCaseBrowseResult[CoachEntity]:
        """Get a page of coaches, and how many there are in all."""

    @abstractmethod
    async def create(self, entity: CoachEntity) -> CoachEntity:
        """Save a new coach and return it with its id."""

    @abstractmethod
    async def update(self, entity: CoachEntity) -> None:
        """Save what changed of a coach."""

    @abstractmethod
    async def delete(self, entity: CoachEntity) -> None:
        """Delete a coach.

        Raises:
            InUseException: something refers to it.
        """

    @abstractmethod
    async def get_user(self, uuid: UniqueId) -> Owner:
        """Find the user that a coach is to be linked with.

        Raises:
            CoachUserNotFoundException: there is none with this unique id.
        """
