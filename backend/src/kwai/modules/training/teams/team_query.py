"""Module that defines an interface for a team query."""

from abc import abstractmethod
from collections.abc import Sequence

from kwai.core.domain.repository.query import Query
from kwai.core.domain.resource_query import SortKey
from kwai.modules.training.teams.team import TeamIdentifier


class TeamQuery(Query):
    """Interface for a team query."""

    @abstractmethod
    def filter_by_id(self, id_: TeamIdentifier) -> "TeamQuery":
        """Add a filter on the id."""

    @abstractmethod
    def filter_by_ids(self, *ids: TeamIdentifier) -> "TeamQuery":
        """Add a filter on several ids, at most 500."""

    @abstractmethod
    def filter_by_active(self, active: bool) -> "TeamQuery":
        """Keep those that are active, or those that are not."""

    @abstractmethod
    def sort_by(self, keys: Sequence[SortKey]) -> "TeamQuery":
        """Order by these keys: name."""
