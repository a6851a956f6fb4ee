"""Module that defines an interface for a repository of deliveries."""

from abc import ABC, abstractmethod
from datetime import datetime

from kwai.core.domain.exceptions import NotFoundException
from kwai.core.domain.resource_query import Page
from kwai.core.domain.use_case import UseCaseBrowseResult
from kwai.core.events.deliveries.delivery import Delivery, DeliveryIdentifier
from kwai.core.events.deliveries.delivery_query import DeliveryQuery


class DeliveryNotFoundException(NotFoundException):
    """Raised when there is no such delivery."""


class DeliveryRepository(ABC):
    """Interface for a repository of deliveries."""

    @abstractmethod
    def create_query(self) -> DeliveryQuery:
        """Create a query for deliveries."""

    @abstractmethod
    async def get_by_id(self, id_: DeliveryIdentifier, *, for_update: bool = False) -> Delivery:
        """Get the delivery with the given id.

        Raises:
            DeliveryNotFoundException: there is none.
        """

    @abstractmethod
    async def get_page(
        self, query: DeliveryQuery, limit: int, offset: int
    ) -> UseCaseBrowseResult[Delivery]:
        """Get a page of deliveries, and how many there are in all."""

    @abstractmethod
    async def read_on(self, query: DeliveryQuery, page: Page) -> UseCaseBrowseResult[Delivery]:
        """Get the deliveries from a position on."""

    @abstractmethod
    async def now(self) -> datetime:
        """Tell the time by which deliveries become due and expire."""

    @abstractmethod
    async def retry(self, delivery: Delivery) -> None:
        """Make a delivery due now, with all its attempts."""
