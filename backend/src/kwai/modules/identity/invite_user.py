"""Module for the invite user use case."""

from dataclasses import dataclass
from datetime import datetime

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.name import Name
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.core.events.bus import Bus
from kwai.modules.identity.user_invitations.user_invitation import (
    EXPIRATION_IN_DAYS,
    UserInvitationEntity,
)
from kwai.modules.identity.user_invitations.user_invitation_events import (
    UserInvitationCreatedEvent,
)
from kwai.modules.identity.user_invitations.user_invitation_repository import (
    InvitationPendingException,
    UserInvitationRepository,
)
from kwai.modules.identity.users.user import UserEntity
from kwai.modules.identity.users.user_repository import UserRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class InviteUserCommand:
    """Input for the use case.

    Attributes:
        expiration_in_days: After how many days will the invitation expire?
        remark: A remark about this invitation; never shown to the invited.
        locale: Language of the mail; empty for the one of the club.
    """

    first_name: str
    last_name: str
    email: str
    expiration_in_days: int = EXPIRATION_IN_DAYS
    remark: str = ""
    locale: str = ""


class InviteUser:
    """Invite user use case.

    This use case will try to create an invitation for a user.
    """

    def __init__(
        self,
        user: UserEntity,
        user_repo: UserRepository,
        user_invitation_repo: UserInvitationRepository,
        bus: Bus,
        *,
        clock: Clock = utc_now,
    ) -> None:
        self._user = user
        self._user_repo = user_repo
        self._user_invitation_repo = user_invitation_repo
        self._bus = bus
        self._clock = clock

    async def execute(self, command: InviteUserCommand) -> UserInvitationEntity:
        """Execute the use case.

        Raises:
            UnprocessableException: the email address is already in use, or there is still a
                pending invitation for it.
        """
        now = self._clock()
        email = EmailAddress(command.email)
        if await self._user_repo.exists_with_email(email):
            raise UnprocessableException(
                "The address belongs to a user already.", member="email", reason="address_taken"
            )
        await self._user_invitation_repo.release_expired(email, now)
        invitation = await self._create(_compose(command, email, self._user, now))
        await self._bus.publish(UserInvitationCreatedEvent.of(invitation))
        return invitation

    async def _create(self, invitation: UserInvitationEntity) -> UserInvitationEntity:
        try:
            return await self._user_invitation_repo.create(invitation)
        except InvitationPendingException as error:
            raise UnprocessableException(
                "An invitation for this address is still pending.",
                member="email",
                reason="invitation_pending",
            ) from error


def _compose(
    command: InviteUserCommand, email: EmailAddress, user: UserEntity, now: datetime
) -> UserInvitationEntity:
    created_at = LocalTimestamp(now)
    return UserInvitationEntity(
        email=email,
        name=Name(first_name=command.first_name, last_name=command.last_name),
        expired_at=created_at.add_delta(days=command.expiration_in_days),
        remark=command.remark,
        locale=command.locale,
        user=user,
        traceable_time=TraceableTime(created_at=created_at),
    )
