"""Module that defines an interface for a training definition query."""

from abc import abstractmethod
from collections.abc import Sequence

from kwai.core.domain.repository.query import Query
from kwai.core.domain.resource_query import ResourceQuery, SortKey
from kwai.modules.training.coaches.coach import CoachIdentifier
from kwai.modules.training.seasons.season import SeasonIdentifier
from kwai.modules.training.teams.team import TeamIdentifier
from kwai.modules.training.trainings.training_definition import TrainingDefinitionIdentifier


class TrainingDefinitionQuery(Query):
    """Interface for a training definition query."""

    @abstractmethod
    def filter_by_id(self, id_: TrainingDefinitionIdentifier) -> "TrainingDefinitionQuery":
        """Add a filter on the training definition id."""

    @abstractmethod
    def filter_by_ids(self, *ids: TrainingDefinitionIdentifier) -> "TrainingDefinitionQuery":
        """Add a filter on multiple training definition identifiers, at most 500."""

    @abstractmethod
    def filter_by_active(self, active: bool) -> "TrainingDefinitionQuery":
        """Keep those that are active, or those that are not."""

    @abstractmethod
    def filter_by_team(self, id_: TeamIdentifier) -> "TrainingDefinitionQuery":
        """Keep those of a team."""

    @abstractmethod
    def filter_by_season(self, id_: SeasonIdentifier) -> "TrainingDefinitionQuery":
        """Keep those of a season."""

    @abstractmethod
    def filter_for_season(self, id_: SeasonIdentifier) -> "TrainingDefinitionQuery":
        """Keep those of a season, and those that belong to none."""

    @abstractmethod
    def filter_by_coach(self, id_: CoachIdentifier) -> "TrainingDefinitionQuery":
        """Keep those of a coach."""

    @abstractmethod
    def show(self, query: ResourceQuery, path: str = "") -> "TrainingDefinitionQuery":
        """Read only those parts that somebody wants to see; `path` ends with a dot."""

    @abstractmethod
    def sort_by(self, keys: Sequence[SortKey]) -> "TrainingDefinitionQuery":
        """Order by these keys: weekday, start_time, name; the first two when it is empty."""
