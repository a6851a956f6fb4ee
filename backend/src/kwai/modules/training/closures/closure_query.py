"""Module that defines an interface for a closure query."""

from abc import abstractmethod
from collections.abc import Sequence
from datetime import date
from typing import Self

from kwai.core.domain.repository.shown_query import ShownQuery
from kwai.core.domain.resource_query import SortKey
from kwai.modules.training.closures.closure import ClosureIdentifier


class ClosureQuery(ShownQuery):
    """Interface for a closure query."""

    @abstractmethod
    def filter_by_id(self, id_: ClosureIdentifier) -> Self:
        """Add a filter on the id."""

    @abstractmethod
    def filter_by_ids(self, *ids: ClosureIdentifier) -> Self:
        """Add a filter on several ids, at most 500."""

    @abstractmethod
    def filter_by_days(self, start: date, end: date) -> Self:
        """Keep closures with a day from `start` to `end`, both included."""

    @abstractmethod
    def filter_by_location(self, location: str) -> Self:
        """Keep closures of one location."""

    @abstractmethod
    def sort_by(self, keys: Sequence[SortKey]) -> Self:
        """Order by these keys: start_date."""
