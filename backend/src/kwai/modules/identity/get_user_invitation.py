"""Implement the use case: get a user invitation."""

from dataclasses import dataclass, field

from kwai.core.domain.resource_query import ResourceQuery
from kwai.modules.identity.parse_unique_id import parse_unique_id
from kwai.modules.identity.user_invitations.user_invitation import UserInvitationEntity
from kwai.modules.identity.user_invitations.user_invitation_repository import (
    UserInvitationNotFoundException,
    UserInvitationRepository,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetUserInvitationCommand:
    """Input for the use case.

    Attributes:
        uuid: The unique id of the user invitation.
        query: What of it will be looked at.
    """

    uuid: str
    query: ResourceQuery = field(default_factory=ResourceQuery)


class GetUserInvitation:
    """Implements the use case 'get a user invitation'."""

    def __init__(self, user_invitation_repo: UserInvitationRepository) -> None:
        self._user_invitation_repo = user_invitation_repo

    async def execute(self, command: GetUserInvitationCommand) -> UserInvitationEntity:
        """Execute the use case.

        Raises:
            UserInvitationNotFoundException: there is no such invitation.
        """
        uuid = parse_unique_id(command.uuid, UserInvitationNotFoundException)
        query = self._user_invitation_repo.create_query().show(command.query)
        return await self._user_invitation_repo.get_one(query, uuid)
