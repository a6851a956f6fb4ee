"""The port through which the change log is read."""

from abc import ABC, abstractmethod

from kwai.core.db.changes.logged_change import LoggedChange, LoggedChangeIdentifier, Subject
from kwai.core.domain.exceptions import NotFoundException
from kwai.core.domain.repository.query import Query
from kwai.core.domain.resource_query import Page
from kwai.core.domain.use_case import UseCaseBrowseResult


class LoggedChangeNotFoundException(NotFoundException):
    """Raised when there is no such change."""

    def __init__(self, message: str = "The change does not exist.") -> None:
        super().__init__(message)


class LoggedChangeQuery(Query, ABC):
    """Interface for a query of changes, newest first."""

    @abstractmethod
    def filter_by_subject(self, subject: Subject) -> "LoggedChangeQuery":
        """Add a filter for the type of what was changed."""

    @abstractmethod
    def filter_by_subject_id(self, subject: Subject, id_: str) -> "LoggedChangeQuery":
        """Add a filter for the public id of what was changed."""

    @abstractmethod
    def filter_by_user(self, uuid: str) -> "LoggedChangeQuery":
        """Add a filter for the user who changed it."""


class LoggedChangeRepository(ABC):
    """Interface for a repository of changes; they are written by the other repositories."""

    @abstractmethod
    def create_query(self) -> LoggedChangeQuery:
        """Create a query for changes."""

    @abstractmethod
    async def get_by_id(self, id_: LoggedChangeIdentifier) -> LoggedChange:
        """Get a change.

        Raises:
            LoggedChangeNotFoundException: there is none.
        """

    @abstractmethod
    async def get_page(
        self, query: LoggedChangeQuery, limit: int, offset: int
    ) -> UseCaseBrowseResult[LoggedChange]:
        """Get a page of changes, and how many there are in all."""

    @abstractmethod
    async def read_on(
        self, query: LoggedChangeQuery, page: Page
    ) -> UseCaseBrowseResult[LoggedChange]:
        """Get the changes from a position on, or up to one."""
