"""Module that defines the use case for sending a recovery email."""

from dataclasses import dataclass
from datetime import datetime

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.exceptions import UnprocessableException
from kwai.modules.identity.mailing import Mailing
from kwai.modules.identity.parse_unique_id import parse_unique_id
from kwai.modules.identity.user_recoveries.user_recovery import UserRecoveryEntity
from kwai.modules.identity.user_recoveries.user_recovery_mailer import UserRecoveryMailer
from kwai.modules.identity.user_recoveries.user_recovery_repository import (
    UserRecoveryNotFoundException,
    UserRecoveryRepository,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MailUserRecoveryCommand:
    """Command for the use case MailUserRecovery.

    Attributes:
        uuid: The unique id of the user recovery.
    """

    uuid: str


class MailUserRecovery:
    """Use case for sending a recovery email."""

    def __init__(
        self,
        user_recovery_repo: UserRecoveryRepository,
        mailing: Mailing,
        *,
        clock: Clock = utc_now,
    ) -> None:
        self._user_recovery_repo = user_recovery_repo
        self._mailing = mailing
        self._clock = clock

    async def execute(self, command: MailUserRecoveryCommand) -> None:
        """Execute the use case.

        Raises:
            UserRecoveryNotFoundException: there is no such user recovery.
            UnprocessableException: it was mailed or used, or it has expired.
        """
        now = self._clock()
        uuid = parse_unique_id(command.uuid, UserRecoveryNotFoundException)
        recovery = await self._user_recovery_repo.get_by_uuid(uuid)
        _check(recovery, now)
        if not await self._user_recovery_repo.mark_mailed(recovery.mail_sent(now)):
            raise UnprocessableException("The recovery was mailed a moment ago.")
        UserRecoveryMailer(self._mailing, recovery).send()


def _check(recovery: UserRecoveryEntity, now: datetime) -> None:
    if recovery.mailed:
        raise UnprocessableException("The recovery was mailed already.")
    if recovery.confirmed:
        raise UnprocessableException("The recovery was used already.")
    if recovery.is_expired_at(now):
        raise UnprocessableException("The recovery has expired.")
