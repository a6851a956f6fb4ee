"""Module that implements the use case: accept a user invitation."""

import asyncio
from dataclasses import dataclass
from datetime import datetime

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.domain.value_objects.name import Name
from kwai.core.domain.value_objects.password import Password
from kwai.core.security.password_policy import PasswordPolicy
from kwai.modules.identity.parse_unique_id import parse_unique_id
from kwai.modules.identity.run_in_thread import RunInThread
from kwai.modules.identity.user_invitations.invitation_codes import InvitationCodes
from kwai.modules.identity.user_invitations.user_invitation import UserInvitationEntity
from kwai.modules.identity.user_invitations.user_invitation_repository import (
    UserInvitationNotFoundException,
    UserInvitationRepository,
)
from kwai.modules.identity.users.user import UserEntity
from kwai.modules.identity.users.user_account import UserAccountEntity
from kwai.modules.identity.users.user_account_repository import (
    EmailInUseException,
    UserAccountRepository,
)


class UserInvitationConfirmedException(UnprocessableException):
    """Raised when the user invitation was already used."""

    def __init__(self) -> None:
        super().__init__(
            "The invitation was used already.", member="invitation", reason="link_used"
        )


class UserInvitationExpiredException(UnprocessableException):
    """Raised when the user invitation is expired."""

    def __init__(self) -> None:
        super().__init__("The invitation has expired.", member="invitation", reason="link_expired")


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptUserInvitationCommand:
    """Input for the use case.

    Attributes:
        uuid: The unique id of the invitation.
        code: The code that was mailed with it.
        locale: Language of the mails; empty for the one of the invitation.
    """

    uuid: str
    code: str
    first_name: str
    last_name: str
    password: str
    locale: str = ""


class AcceptUserInvitation:
    """Makes a user of somebody who holds the mail of an invitation.

    The address is the one that was invited: nobody else can have read the code.
    """

    def __init__(
        self,
        user_invitation_repo: UserInvitationRepository,
        user_account_repo: UserAccountRepository,
        *,
        codes: InvitationCodes,
        password_policy: PasswordPolicy,
        run_in_thread: RunInThread = asyncio.to_thread,
        clock: Clock = utc_now,
    ) -> None:
        self._user_invitation_repo = user_invitation_repo
        self._user_account_repo = user_account_repo
        self._codes = codes
        self._password_policy = password_policy
        self._run_in_thread = run_in_thread
        self._clock = clock

    async def execute(self, command: AcceptUserInvitationCommand) -> UserAccountEntity:
        """Execute the use case.

        Raises:
            UserInvitationNotFoundException: there is no such invitation, or the code is wrong.
            UserInvitationConfirmedException: the invitation was used.
            UserInvitationExpiredException: the invitation has expired.
            UnprocessableException: the password is weak, or a user has the address by now.
        """
        now = self._clock()
        invitation = await self._find_invitation(command, now)
        personal = (command.first_name, command.last_name, str(invitation.email))
        self._password_policy.check(command.password, personal)
        password = await self._run_in_thread(Password.create_from_string, command.password)
        if not await self._user_invitation_repo.confirm(invitation.confirm(now)):
            raise UserInvitationConfirmedException
        return await self._create(_compose(command, invitation, password))

    async def _find_invitation(
        self, command: AcceptUserInvitationCommand, now: datetime
    ) -> UserInvitationEntity:
        try:
            uuid = parse_unique_id(command.uuid, UserInvitationNotFoundException)
            invitation = await self._user_invitation_repo.get_invitation_by_uuid(uuid)
        except UserInvitationNotFoundException as error:
            raise UserInvitationNotFoundException(member="invitation") from error
        if invitation.revoked or not self._codes.is_valid(command.code, invitation):
            raise UserInvitationNotFoundException(member="invitation")
        if invitation.confirmed:
            raise UserInvitationConfirmedException
        if invitation.is_expired_at(now):
            raise UserInvitationExpiredException
        return invitation

    async def _create(self, user_account: UserAccountEntity) -> UserAccountEntity:
        try:
            return await self._user_account_repo.create(user_account)
        except EmailInUseException as error:
            raise UnprocessableException(
                str(error), member="invitation", reason="address_taken"
            ) from error


def _compose(
    command: AcceptUserInvitationCommand, invitation: UserInvitationEntity, password: Password
) -> UserAccountEntity:
    user = UserEntity(
        email=invitation.email,
        name=Name(first_name=command.first_name, last_name=command.last_name),
        locale=command.locale or invitation.locale,
    )
    return UserAccountEntity(user=user, password=password)
