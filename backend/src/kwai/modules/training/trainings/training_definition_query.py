"""Module that defines an interface for a training definition query."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Self

from kwai.core.domain.repository.shown_query import ShownQuery
from kwai.core.domain.resource_query import SortKey
from kwai.modules.training.coaches.coach import CoachIdentifier
from kwai.modules.training.seasons.season import SeasonIdentifier
from kwai.modules.training.teams.team import TeamIdentifier
from kwai.modules.training.trainings.training_definition import TrainingDefinitionIdentifier


class TrainingDefinitionQuery(ShownQuery):
    """Interface for a training definition query."""

    @abstractmethod
    def filter_by_id(self, id_: TrainingDefinitionIdentifier) -> Self:
        """Add a filter on the training definition id."""

    @abstractmethod
    def filter_by_ids(self, *ids: TrainingDefinitionIdentifier) -> Self:
        """Add a filter on multiple training definition identifiers, at most 500."""

    @abstractmethod
    def filter_by_active(self, active: bool) -> Self:
        """Keep those that are active, or those that are not."""

    @abstractmethod
    def filter_by_team(self, id_: TeamIdentifier) -> Self:
        """Keep those of a team."""

    @abstractmethod
    def filter_by_season(self, id_: SeasonIdentifier) -> Self:
        """Keep those of a season."""

    @abstractmethod
    def filter_for_season(self, id_: SeasonIdentifier) -> Self:
        """Keep those of a season, and those that belong to none."""

    @abstractmethod
    def filter_by_coach(self, id_: CoachIdentifier) -> Self:
        """Keep those of a coach."""

    @abstractmethod
    def sort_by(self, keys: Sequence[SortKey]) -> Self:
        """Order by these keys: weekday, start_time, name; the first two when it is empty."""
