"""Module that defines an interface for querying deliveries."""

from abc import abstractmethod
from collections.abc import Collection
from typing import Self

from kwai.core.domain.repository.query import Query
from kwai.core.events.deliveries.delivery import DeliveryIdentifier, DeliveryState


class DeliveryQuery(Query):
    """An interface for querying deliveries."""

    @abstractmethod
    def filter_by_id(self, id_: DeliveryIdentifier) -> Self:
        """Filter for the given id."""

    @abstractmethod
    def filter_by_state(self, states: Collection[DeliveryState]) -> Self:
        """Filter for mails that got this far."""

    @abstractmethod
    def filter_by_name(self, name: str) -> Self:
        """Filter for mails that tell of an event."""

    @abstractmethod
    def filter_by_subject(self, uuid: str) -> Self:
        """Filter for mails that concern a user or an invitation."""

    @abstractmethod
    def order_by_newest(self) -> Self:
        """Order by age, newest first."""
