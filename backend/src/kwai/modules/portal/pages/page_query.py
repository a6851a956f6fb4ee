"""Module that defines an interface for a page query."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Self

from kwai.core.domain.repository.shown_query import ShownQuery
from kwai.core.domain.resource_query import SortKey
from kwai.modules.portal.pages.page import PageIdentifier


class PageQuery(ShownQuery, ABC):
    """An interface for querying pages."""

    @abstractmethod
    def filter_by_id(self, id_: PageIdentifier) -> Self:
        """Add a filter on the page id."""

    @abstractmethod
    def filter_by_enabled(self) -> Self:
        """Only return the pages that visitors see."""

    @abstractmethod
    def filter_by_application(self, application: int | str) -> Self:
        """Only return the pages of the application with this id or name."""

    @abstractmethod
    def sort_by(self, keys: Sequence[SortKey]) -> Self:
        """Order by priority; the highest first when nothing is given."""
