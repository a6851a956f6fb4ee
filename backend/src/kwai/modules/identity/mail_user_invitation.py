"""Module that defines the use case for sending a user invitation email."""

from dataclasses import dataclass

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.exceptions import UnprocessableException
from kwai.modules.identity.mailing import Mailing
from kwai.modules.identity.parse_unique_id import parse_unique_id
from kwai.modules.identity.user_invitations.invitation_codes import InvitationCodes
from kwai.modules.identity.user_invitations.user_invitation import InvitationState
from kwai.modules.identity.user_invitations.user_invitation_mailer import UserInvitationMailer
from kwai.modules.identity.user_invitations.user_invitation_repository import (
    UserInvitationNotFoundException,
    UserInvitationRepository,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MailUserInvitationCommand:
    """Command for the use case MailUserInvitation.

    Attributes:
        uuid: The unique id of the user invitation.
    """

    uuid: str


class MailUserInvitation:
    """Use case for sending a user invitation email."""

    def __init__(
        self,
        user_invitation_repo: UserInvitationRepository,
        mailing: Mailing,
        *,
        codes: InvitationCodes,
        clock: Clock = utc_now,
    ) -> None:
        self._user_invitation_repo = user_invitation_repo
        self._mailing = mailing
        self._codes = codes
        self._clock = clock

    async def execute(self, command: MailUserInvitationCommand) -> None:
        """Execute the use case.

        Raises:
            UserInvitationNotFoundException: there is no such invitation.
            UnprocessableException: it was mailed, accepted or withdrawn, or it has expired.
        """
        now = self._clock()
        uuid = parse_unique_id(command.uuid, UserInvitationNotFoundException)
        invitation = await self._user_invitation_repo.get_invitation_by_uuid(uuid)
        state = invitation.state_at(now)
        if state is not InvitationState.PENDING:
            raise UnprocessableException(f"The invitation is {state.value}.")
        if not await self._user_invitation_repo.mark_mailed(invitation.mail_sent(now)):
            raise UnprocessableException("The invitation was mailed a moment ago.")
        UserInvitationMailer(self._mailing, invitation, self._codes.create(invitation)).send()
