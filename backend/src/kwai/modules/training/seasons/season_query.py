"""Module that defines an interface for a season query."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Self

from kwai.core.domain.repository.shown_query import ShownQuery
from kwai.core.domain.resource_query import SortKey
from kwai.modules.training.seasons.season import SeasonIdentifier


class SeasonQuery(ShownQuery):
    """Interface for a season query."""

    @abstractmethod
    def filter_by_id(self, id_: SeasonIdentifier) -> Self:
        """Add a filter on the id."""

    @abstractmethod
    def filter_by_ids(self, *ids: SeasonIdentifier) -> Self:
        """Add a filter on several ids, at most 500."""

    @abstractmethod
    def sort_by(self, keys: Sequence[SortKey]) -> Self:
        """Order by these keys: start_date, name."""
