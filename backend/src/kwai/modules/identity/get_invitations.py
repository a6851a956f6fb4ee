"""Implement the use case: get user invitations."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kwai.core.domain.browse import browse
from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.resource_query import Page, ResourceQuery, SortKey
from kwai.core.domain.use_case import UseCaseBrowseResult
from kwai.modules.identity.user_invitations.user_invitation import (
    InvitationState,
    UserInvitationEntity,
)
from kwai.modules.identity.user_invitations.user_invitation_repository import (
    UserInvitationRepository,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetInvitationsCommand:
    """Input for the use case.

    Attributes:
        offset: Offset to use. Default is None.
        limit: The max. number of elements to return. Default is None, which means all.
        page: The page, when it is read from a cursor.
        state: Only those that have come this far; all when it is empty.
        sort: Keys email, created_at, expired_at; newest first when it is empty.
        query: What of the invitations will be looked at.
    """

    offset: int | None = None
    limit: int | None = None
    page: Page | None = None
    state: Sequence[InvitationState] = ()
    sort: Sequence[SortKey] = ()
    query: ResourceQuery = field(default_factory=ResourceQuery)


class GetInvitations:
    """Implementation of the use case.

    Use this use case for getting user invitations.
    """

    def __init__(
        self, user_invitation_repo: UserInvitationRepository, *, clock: Clock = utc_now
    ) -> None:
        self._user_invitation_repo = user_invitation_repo
        self._clock = clock

    async def execute(
        self, command: GetInvitationsCommand
    ) -> UseCaseBrowseResult[UserInvitationEntity]:
        """Execute the use case."""
        query = self._user_invitation_repo.create_query().sort_by(command.sort)
        query.show(command.query)
        if command.state:
            query.filter_by_state(command.state, self._clock())
        return await browse(self._user_invitation_repo, query, command)
