"""Module that defines an interface for an application query."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence
from typing import Self

from kwai.core.domain.repository.shown_query import ShownQuery
from kwai.core.domain.resource_query import SortKey
from kwai.modules.portal.applications.application import ApplicationIdentifier


class ApplicationQuery(ShownQuery, ABC):
    """An interface for querying applications."""

    @abstractmethod
    def filter_by_id(self, id_: ApplicationIdentifier) -> Self:
        """Add a filter on the application id."""

    @abstractmethod
    def filter_by_ids(self, ids: Collection[ApplicationIdentifier]) -> Self:
        """Add a filter for the applications with one of these ids."""

    @abstractmethod
    def filter_by_name(self, name: str) -> Self:
        """Add a filter on the application name."""

    @abstractmethod
    def filter_by_news(self, *, news: bool) -> Self:
        """Only return applications which can, or cannot, contain news."""

    @abstractmethod
    def filter_by_pages(self, *, pages: bool) -> Self:
        """Only return applications which can, or cannot, contain pages."""

    @abstractmethod
    def filter_by_events(self, *, events: bool) -> Self:
        """Only return applications which can, or cannot, contain events."""

    def filter_only_news(self) -> Self:
        """Only return applications which can contain news."""
        return self.filter_by_news(news=True)

    def filter_only_pages(self) -> Self:
        """Only return applications which can contain pages."""
        return self.filter_by_pages(pages=True)

    def filter_only_events(self) -> Self:
        """Only return applications which can contain events."""
        return self.filter_by_events(events=True)

    @abstractmethod
    def sort_by(self, keys: Sequence[SortKey]) -> Self:
        """Order by weight or name; the lightest first when nothing is given."""
