"""The port of a query whose result is going to be shown."""

from abc import ABC, abstractmethod
from typing import Self

from kwai.core.domain.repository.query import Query
from kwai.core.domain.resource_query import ResourceQuery


class ShownQuery(Query, ABC):
    """A query that can leave out what nobody will look at."""

    @abstractmethod
    def show(self, query: ResourceQuery) -> Self:
        """Read what this caller wants to see; such entities are for showing, never for storing."""
