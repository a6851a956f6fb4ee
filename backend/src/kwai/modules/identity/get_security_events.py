"""Module that implements the use case: get security events."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kwai.core.domain.browse import browse
from kwai.core.domain.resource_query import Page, ResourceQuery
from kwai.core.domain.use_case import UseCaseBrowseResult
from kwai.modules.identity.parse_unique_id import parse_unique_id
from kwai.modules.identity.security_events.security_event import (
    SecurityEventEntity,
    SecurityEventKind,
)
from kwai.modules.identity.security_events.security_event_repository import (
    SecurityEventRepository,
)
from kwai.modules.identity.users.user_repository import UserNotFoundException


@dataclass(frozen=True, slots=True, kw_only=True)
class GetSecurityEventsCommand:
    """Input for the use case.

    Attributes:
        kind: Only what happened of these kinds; all when it is empty.
        user: Only what concerns the user with this unique id.
        query: What of the events will be looked at.
    """

    offset: int | None = None
    limit: int | None = None
    page: Page | None = None
    kind: Sequence[SecurityEventKind] = ()
    user: str | None = None
    query: ResourceQuery = field(default_factory=ResourceQuery)


class GetSecurityEvents:
    """Gets a page of security events, newest first."""

    def __init__(self, security_event_repo: SecurityEventRepository) -> None:
        self._security_event_repo = security_event_repo

    async def execute(
        self, command: GetSecurityEventsCommand
    ) -> UseCaseBrowseResult[SecurityEventEntity]:
        """Execute the use case.

        Raises:
            UserNotFoundException: the unique id of the user is malformed.
        """
        query = self._security_event_repo.create_query().order_by_newest().show(command.query)
        if command.kind:
            query.filter_by_kind(command.kind)
        if command.user is not None:
            query.filter_by_user(parse_unique_id(command.user, UserNotFoundException))
        return await browse(self._security_event_repo, query, command)
