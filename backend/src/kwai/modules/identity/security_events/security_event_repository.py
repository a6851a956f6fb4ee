"""Module that defines an interface for a repository of security events."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator
from datetime import datetime

from kwai.core.domain.exceptions import NotFoundException
from kwai.core.domain.resource_query import Page
from kwai.core.domain.use_case import UseCaseBrowseResult
from kwai.modules.identity.security_events.security_event import (
    SecurityEventEntity,
    SecurityEventIdentifier,
)
from kwai.modules.identity.security_events.security_event_query import SecurityEventQuery


class SecurityEventNotFoundException(NotFoundException):
    """Raised when there is no such security event."""


class SecurityEventRepository(ABC):
    """Interface for a repository of security events; they are written once and never changed."""

    @abstractmethod
    def create_query(self) -> SecurityEventQuery:
        """Create a query for security events."""

    @abstractmethod
    async def create(self, entity: SecurityEventEntity) -> SecurityEventEntity:
        """Save a security event."""

    @abstractmethod
    async def get_one(
        self, query: SecurityEventQuery, id_: SecurityEventIdentifier
    ) -> SecurityEventEntity:
        """Get the event with the given id, with what the query reads of it.

        Raises:
            SecurityEventNotFoundException: there is none.
        """

    @abstractmethod
    async def get_by_id(self, id_: SecurityEventIdentifier) -> SecurityEventEntity:
        """Get the security event with the given id.

        Raises:
            SecurityEventNotFoundException: there is none.
        """

    @abstractmethod
    def get_all(
        self,
        query: SecurityEventQuery | None = None,
        limit: int | None = None,
        offset: int | None = None,
    ) -> AsyncIterator[SecurityEventEntity]:
        """Yield the entities of a query."""

    @abstractmethod
    async def get_page(
        self, query: SecurityEventQuery, limit: int, offset: int
    ) -> UseCaseBrowseResult[SecurityEventEntity]:
        """Get a page of security events, and how many there are in all."""

    @abstractmethod
    async def read_on(
        self, query: SecurityEventQuery, page: Page
    ) -> UseCaseBrowseResult[SecurityEventEntity]:
        """Get the security events from a position on."""

    @abstractmethod
    async def delete_old(self, moment: datetime, limit: int) -> int:
        """Delete some events that happened before; tells how many it was."""
