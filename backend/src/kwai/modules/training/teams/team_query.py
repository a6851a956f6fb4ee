"""Module that defines an interface for a team query."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Self

from kwai.core.domain.repository.shown_query import ShownQuery
from kwai.core.domain.resource_query import SortKey
from kwai.modules.training.teams.team import TeamIdentifier


class TeamQuery(ShownQuery):
    """Interface for a team query."""

    @abstractmethod
    def filter_by_id(self, id_: TeamIdentifier) -> Self:
        """Add a filter on the id."""

    @abstractmethod
    def filter_by_ids(self, *ids: TeamIdentifier) -> Self:
        """Add a filter on several ids, at most 500."""

    @abstractmethod
    def filter_by_active(self, active: bool) -> Self:
        """Keep those that are active, or those that are not."""

    @abstractmethod
    def sort_by(self, keys: Sequence[SortKey]) -> Self:
        """Order by these keys: name."""
