"""Module that implements the use cases: get the changes, get one of them."""

from dataclasses import dataclass

from kwai.core.db.changes.logged_change import LoggedChange, LoggedChangeIdentifier, Subject
from kwai.core.db.changes.logged_change_repository import LoggedChangeRepository
from kwai.core.domain.resource_query import Page
from kwai.core.domain.use_case import UseCaseBrowseResult

DEFAULT_LIMIT = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class GetChangesCommand:
    """Input for the use case.

    Attributes:
        subject: Only changes of this type of resource.
        id: Only changes of the one with this public id; needs a subject.
        user: Only what the user with this unique id changed.
    """

    offset: int | None = None
    limit: int | None = None
    page: Page | None = None
    subject: Subject | None = None
    id: str | None = None
    user: str | None = None


class GetChanges:
    """Gets a page of changes, newest first."""

    def __init__(self, change_repo: LoggedChangeRepository) -> None:
        self._change_repo = change_repo

    async def execute(self, command: GetChangesCommand) -> UseCaseBrowseResult[LoggedChange]:
        """Execute the use case."""
        query = self._change_repo.create_query()
        if command.subject is not None:
            query.filter_by_subject(command.subject)
            if command.id is not None:
                query.filter_by_subject_id(command.subject, command.id)
        if command.user is not None:
            query.filter_by_user(command.user)
        if command.page is not None and command.page.is_cursor:
            return await self._change_repo.read_on(query, command.page)
        limit = DEFAULT_LIMIT if command.limit is None else command.limit
        return await self._change_repo.get_page(query, limit, command.offset or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetChangeCommand:
    """Input for the use case."""

    id: int


class GetChange:
    """Gets one change."""

    def __init__(self, change_repo: LoggedChangeRepository) -> None:
        self._change_repo = change_repo

    async def execute(self, command: GetChangeCommand) -> LoggedChange:
        """Execute the use case.

        Raises:
            LoggedChangeNotFoundException: there is no such change.
        """
        return await self._change_repo.get_by_id(LoggedChangeIdentifier(command.id))
