"""Module for defining a interface for a story query."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import datetime, tzinfo
from typing import Self

from kwai.core.domain.repository.shown_query import ShownQuery
from kwai.core.domain.resource_query import SortKey
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.news.stories.story import StoryIdentifier


class StoryQuery(ShownQuery, ABC):
    """An interface for a story query; a moment that is left out is this moment."""

    @abstractmethod
    def filter_by_id(self, id_: StoryIdentifier) -> Self:
        """Add a filter on the news story id."""

    @abstractmethod
    def filter_by_active(self, now: datetime | None = None) -> Self:
        """Only return the stories that visitors see: enabled, published and not ended."""

    @abstractmethod
    def filter_by_enabled(self) -> Self:
        """Only return enabled stories, also those that are not published yet or have ended."""

    @abstractmethod
    def filter_by_promoted(self, now: datetime | None = None, *, promoted: bool = True) -> Self:
        """Only return the stories whose promotion is, or is not, on."""

    @abstractmethod
    def filter_by_publication_date(
        self, year: int, month: int | None = None, timezone: tzinfo | None = None
    ) -> Self:
        """Only return stories published in this year, or this month of it; UTC by default."""

    @abstractmethod
    def filter_by_application(self, application: int | str) -> Self:
        """Only return stories of the application with this id or name."""

    @abstractmethod
    def filter_by_user(self, user: int | UniqueId) -> Self:
        """Only return stories of which the user with this id or unique id wrote a text."""

    @abstractmethod
    def filter_by_author(self, author: UniqueId) -> Self:
        """Only return stories published under the name of this author."""

    @abstractmethod
    def filter_by_search(self, text: str) -> Self:
        """Only return stories with all words of a text in their titles and texts."""

    @abstractmethod
    def sort_by(self, keys: Sequence[SortKey]) -> Self:
        """Order by publish_date and priority; newest first when nothing is given.

        Stories of one priority follow each other by publish_date, in the same direction.
        """

    @abstractmethod
    def order_by_publication_date(self) -> Self:
        """Order the result on the publication date, newest first."""
