"""The port of a query: filters are added by its subclasses, reading is the same for all."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Mapping
from typing import Any


class Query(ABC):
    """A selection of rows; the filter methods of a subclass narrow it and return it."""

    @abstractmethod
    async def count(self) -> int:
        """Count the whole selection, whatever page of it is fetched."""

    @abstractmethod
    async def fetch_one(self) -> Mapping[str, Any] | None:
        """Fetch the first row, or None when the selection is empty."""

    @abstractmethod
    def fetch(
        self, limit: int | None = None, offset: int | None = None
    ) -> AsyncIterator[Mapping[str, Any]]:
        """Yield the rows of the selection, or of a page of it."""
