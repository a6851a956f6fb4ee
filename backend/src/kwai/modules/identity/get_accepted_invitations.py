"""Module that implements the use case: get the invitations that users came from."""

from collections.abc import Collection
from dataclasses import dataclass

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.resource_query import SortKey
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.modules.identity.user_invitations.user_invitation import (
    InvitationState,
    UserInvitationEntity,
)
from kwai.modules.identity.user_invitations.user_invitation_repository import (
    UserInvitationRepository,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetAcceptedInvitationsCommand:
    """Input for the use case.

    Attributes:
        emails: The addresses of the users; at most a page of them.
    """

    emails: Collection[EmailAddress]


class GetAcceptedInvitations:
    """Gets the invitations that were accepted for some addresses, with one statement."""

    def __init__(
        self, user_invitation_repo: UserInvitationRepository, *, clock: Clock = utc_now
    ) -> None:
        self._user_invitation_repo = user_invitation_repo
        self._clock = clock

    async def execute(
        self, command: GetAcceptedInvitationsCommand
    ) -> dict[str, UserInvitationEntity]:
        """Execute the use case; gives the latest one by the normalised address."""
        if not command.emails:
            return {}
        query = self._user_invitation_repo.create_query().filter_by_emails(command.emails)
        query.filter_by_state([InvitationState.CONFIRMED], self._clock())
        query.sort_by([SortKey(name="created_at")])
        invitations = self._user_invitation_repo.get_all(query)
        return {each.email.normalized: each async for each in invitations}
