"""Module that implements the recover user use case."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.core.events.bus import Bus
from kwai.modules.identity.user_recoveries.user_recovery import (
    RECOVERY_LIFETIME,
    UserRecoveryEntity,
)
from kwai.modules.identity.user_recoveries.user_recovery_events import UserRecoveryCreatedEvent
from kwai.modules.identity.user_recoveries.user_recovery_repository import UserRecoveryRepository
from kwai.modules.identity.users.user import UserIdentifier
from kwai.modules.identity.users.user_account_repository import UserAccountRepository

# How many recoveries of one user are mailed within which time.
CAPS = ((1, timedelta(minutes=2)), (5, timedelta(days=1)))


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverUserCommand:
    """Command for the recover user use case."""

    email: str


class RecoverUser:
    """Use case: recover user.

    Runs in the worker, never in a request: it takes longer for users who exist.
    """

    def __init__(
        self,
        user_account_repo: UserAccountRepository,
        user_recovery_repo: UserRecoveryRepository,
        event_bus: Bus,
        *,
        clock: Clock = utc_now,
    ) -> None:
        self._user_account_repo = user_account_repo
        self._user_recovery_repo = user_recovery_repo
        self._event_bus = event_bus
        self._clock = clock

    async def execute(self, command: RecoverUserCommand) -> UserRecoveryEntity:
        """Execute the use case.

        Raises:
            UserAccountNotFoundException: nobody has the address.
            UnprocessableException: the user is revoked, or got enough of these mails.
        """
        now = self._clock()
        found = await self._user_account_repo.get_user_by_email(EmailAddress(command.email))
        user_account = await self._user_account_repo.get_by_id(found.id, for_update=True)
        if user_account.revoked:
            raise UnprocessableException("The user is revoked.")
        await self._check_caps(user_account.user_id, now)
        await self._user_recovery_repo.close_open(user_account.user_id, now)
        created_at = LocalTimestamp(now)
        recovery = await self._user_recovery_repo.create(
            UserRecoveryEntity(
                user=user_account.user,
                expiration=LocalTimestamp(now + RECOVERY_LIFETIME),
                traceable_time=TraceableTime(created_at=created_at),
            )
        )
        await self._event_bus.publish(UserRecoveryCreatedEvent.of(recovery))
        return recovery

    async def _check_caps(self, user_id: UserIdentifier, now: datetime) -> None:
        for maximum, period in CAPS:
            if await self._user_recovery_repo.count_since(user_id, now - period) >= maximum:
                raise UnprocessableException("The user got a recovery mail a short while ago.")
