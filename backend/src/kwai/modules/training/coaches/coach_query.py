"""Module that defines an interface for a coach query."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Self

from kwai.core.domain.repository.shown_query import ShownQuery
from kwai.core.domain.resource_query import SortKey
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.modules.training.coaches.coach import CoachIdentifier


class CoachQuery(ShownQuery):
    """Interface for a coach query."""

    @abstractmethod
    def filter_by_id(self, id_: CoachIdentifier) -> Self:
        """Add a filter on the id."""

    @abstractmethod
    def filter_by_ids(self, *ids: CoachIdentifier) -> Self:
        """Add a filter on several ids, at most 500."""

    @abstractmethod
    def filter_by_active(self, active: bool) -> Self:
        """Keep those that are active, or those that are not."""

    @abstractmethod
    def filter_by_user(self, user_id: IntIdentifier) -> Self:
        """Keep the coach that is linked to a user."""

    @abstractmethod
    def sort_by(self, keys: Sequence[SortKey]) -> Self:
        """Order by these keys: name."""
