"""Module that defines an interface for a training query."""

from abc import abstractmethod
from collections.abc import Sequence
from datetime import date, datetime

from kwai.core.domain.repository.shown_query import ShownQuery
from kwai.core.domain.resource_query import SortKey
from kwai.modules.training.closures.closure import ClosureIdentifier
from kwai.modules.training.coaches.coach import CoachEntity
from kwai.modules.training.teams.team import TeamEntity
from kwai.modules.training.trainings.training import TrainingIdentifier
from kwai.modules.training.trainings.training_definition import TrainingDefinitionEntity


class TrainingQuery(ShownQuery):
    """Interface for a training query."""

    @abstractmethod
    def filter_by_id(self, id_: TrainingIdentifier) -> "TrainingQuery":
        """Add a filter on a training identifier."""

    @abstractmethod
    def filter_by_year_month(
        self, year: int, month: int | None = None, *, timezone: str = "UTC"
    ) -> "TrainingQuery":
        """Keep the trainings of a year, or a month of it, by the clocks of a time zone."""

    @abstractmethod
    def filter_by_dates(
        self, start: datetime | None, end: datetime | None = None
    ) -> "TrainingQuery":
        """Keep trainings that start from `start` up to, but not at, `end`."""

    @abstractmethod
    def filter_by_coach(self, coach: CoachEntity) -> "TrainingQuery":
        """Add filter to get only trainings for the given coach."""

    @abstractmethod
    def filter_by_team(self, team: TeamEntity) -> "TrainingQuery":
        """Add filter to get only trainings for the given team."""

    @abstractmethod
    def filter_by_definition(self, definition: TrainingDefinitionEntity) -> "TrainingQuery":
        """Add filter to get only trainings for the given definition."""

    @abstractmethod
    def filter_by_definitions(
        self, definitions: Sequence[TrainingDefinitionEntity]
    ) -> "TrainingQuery":
        """Keep the trainings of these definitions, at most 500."""

    @abstractmethod
    def filter_by_location(self, location: str) -> "TrainingQuery":
        """Keep the trainings at a location."""

    @abstractmethod
    def filter_by_closure(self, id_: ClosureIdentifier) -> "TrainingQuery":
        """Keep what a closure has cancelled."""

    @abstractmethod
    def filter_by_occurrence(self, start: date, end: date) -> "TrainingQuery":
        """Keep what was generated for the days from `start` to `end`, both included."""

    @abstractmethod
    def filter_active(self) -> "TrainingQuery":
        """Add filter to get only the active trainings."""

    @abstractmethod
    def filter_cancelled(self, cancelled: bool) -> "TrainingQuery":
        """Keep those that are cancelled, or those that are not."""

    @abstractmethod
    def order_by_date(self) -> "TrainingQuery":
        """Order the trainings by date."""

    @abstractmethod
    def sort_by(self, keys: Sequence[SortKey]) -> "TrainingQuery":
        """Order by these keys: start_date."""
