"""Implement the use case: delete a user invitation."""

from dataclasses import dataclass

from kwai.core.events.bus import Bus
from kwai.modules.identity.parse_unique_id import parse_unique_id
from kwai.modules.identity.user_invitations.user_invitation_repository import (
    UserInvitationNotFoundException,
    UserInvitationRepository,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteUserInvitationCommand:
    """Input for the use case.

    Attributes:
        uuid: The unique id of the user invitation.
    """

    uuid: str


class DeleteUserInvitation:
    """Implements the use case 'delete a user invitation'; its mail leaves no more either."""

    def __init__(self, user_invitation_repo: UserInvitationRepository, *, bus: Bus) -> None:
        self._user_invitation_repo = user_invitation_repo
        self._bus = bus

    async def execute(self, command: DeleteUserInvitationCommand) -> None:
        """Execute the use case.

        Raises:
            UserInvitationNotFoundException: there is no such invitation.
        """
        uuid = parse_unique_id(command.uuid, UserInvitationNotFoundException)
        invitation = await self._user_invitation_repo.get_invitation_by_uuid(uuid)
        await self._user_invitation_repo.delete(invitation)
        await self._bus.cancel_deliveries(uuid)
