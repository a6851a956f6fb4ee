"""Module that implements the use case: mail a user invitation again."""

from dataclasses import dataclass

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.events.bus import Bus
from kwai.modules.identity.parse_unique_id import parse_unique_id
from kwai.modules.identity.user_invitations.user_invitation import (
    EXPIRATION_IN_DAYS,
    UserInvitationEntity,
)
from kwai.modules.identity.user_invitations.user_invitation_events import (
    UserInvitationCreatedEvent,
)
from kwai.modules.identity.user_invitations.user_invitation_repository import (
    InvitationPendingException,
    UserInvitationNotFoundException,
    UserInvitationRepository,
)
from kwai.modules.identity.users.user_repository import UserRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class ResendUserInvitationCommand:
    """Input for the use case."""

    uuid: str
    expiration_in_days: int = EXPIRATION_IN_DAYS


class ResendUserInvitation:
    """Gives an invitation a fresh expiry and mails it; the link mailed before is dead."""

    def __init__(
        self,
        user_repo: UserRepository,
        user_invitation_repo: UserInvitationRepository,
        bus: Bus,
        *,
        clock: Clock = utc_now,
    ) -> None:
        self._user_repo = user_repo
        self._user_invitation_repo = user_invitation_repo
        self._bus = bus
        self._clock = clock

    async def execute(self, command: ResendUserInvitationCommand) -> UserInvitationEntity:
        """Execute the use case.

        Raises:
            UserInvitationNotFoundException: there is no such invitation, or it was withdrawn.
            UnprocessableException: it was accepted, somebody else uses the address by now, or
                there is a later invitation for it.
        """
        now = self._clock()
        uuid = parse_unique_id(command.uuid, UserInvitationNotFoundException)
        invitation = await self._user_invitation_repo.get_invitation_by_uuid(uuid, for_update=True)
        await self._check(invitation)
        await self._user_invitation_repo.release_expired(invitation.email, now)
        days = command.expiration_in_days
        renewed = invitation.renew(LocalTimestamp(now).add_delta(days=days))
        await self._store(renewed)
        # First the old mail, which has a dead link; cancelled after it, the new one would go too.
        await self._bus.cancel_deliveries(uuid)
        await self._bus.publish(UserInvitationCreatedEvent.of(renewed))
        return await self._user_invitation_repo.get_invitation_by_uuid(uuid)

    async def _check(self, invitation: UserInvitationEntity) -> None:
        if invitation.revoked:
            raise UserInvitationNotFoundException
        if invitation.confirmed:
            raise UnprocessableException(
                "The invitation was accepted already.", reason="invitation_accepted"
            )
        if await self._user_repo.exists_with_email(invitation.email):
            raise UnprocessableException(
                "The address belongs to a user already.", reason="address_taken"
            )

    async def _store(self, invitation: UserInvitationEntity) -> None:
        try:
            await self._user_invitation_repo.update(invitation)
        except InvitationPendingException as error:
            raise UnprocessableException(
                "There is a later invitation for the address.", reason="invitation_pending"
            ) from error
