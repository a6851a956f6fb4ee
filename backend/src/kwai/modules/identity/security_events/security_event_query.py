"""Module that defines an interface for querying security events."""

from abc import abstractmethod
from collections.abc import Collection
from typing import Self

from kwai.core.domain.repository.shown_query import ShownQuery
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.identity.security_events.security_event import (
    SecurityEventIdentifier,
    SecurityEventKind,
)


class SecurityEventQuery(ShownQuery):
    """An interface for querying security events."""

    @abstractmethod
    def filter_by_id(self, id_: SecurityEventIdentifier) -> Self:
        """Filter for the given id."""

    @abstractmethod
    def filter_by_kind(self, kinds: Collection[SecurityEventKind]) -> Self:
        """Filter for what happened."""

    @abstractmethod
    def filter_by_user(self, uuid: UniqueId) -> Self:
        """Filter for the user concerned."""

    @abstractmethod
    def order_by_newest(self) -> Self:
        """Order by time, newest first."""
