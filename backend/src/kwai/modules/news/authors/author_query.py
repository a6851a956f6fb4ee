"""Module that defines an interface for an author query."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence
from typing import Self

from kwai.core.domain.repository.shown_query import ShownQuery
from kwai.core.domain.resource_query import SortKey
from kwai.core.domain.value_objects.unique_id import UniqueId


class AuthorQuery(ShownQuery, ABC):
    """An interface for querying authors."""

    @abstractmethod
    def filter_by_uuid(self, uuid: UniqueId) -> Self:
        """Add a filter on the unique id."""

    @abstractmethod
    def filter_by_uuids(self, uuids: Collection[UniqueId]) -> Self:
        """Add a filter for the authors with one of these unique ids."""

    @abstractmethod
    def filter_by_user(self, user: int) -> Self:
        """Only return the author that the user with this id is."""

    @abstractmethod
    def filter_by_active(self, *, active: bool) -> Self:
        """Only return authors that may, or may not, write."""

    @abstractmethod
    def sort_by(self, keys: Sequence[SortKey]) -> Self:
        """Order by name."""
