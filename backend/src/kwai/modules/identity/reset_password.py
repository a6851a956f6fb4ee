"""Module that implements the reset password use case."""

import asyncio
from dataclasses import dataclass
from datetime import datetime

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.domain.value_objects.password import Password
from kwai.core.events.bus import Bus
from kwai.core.security.password_policy import PasswordPolicy
from kwai.modules.identity.exceptions import NotAllowedException
from kwai.modules.identity.parse_unique_id import parse_unique_id
from kwai.modules.identity.run_in_thread import RunInThread
from kwai.modules.identity.security_events.security_event import SecurityEventKind
from kwai.modules.identity.security_events.security_log import SecurityLog
from kwai.modules.identity.sessions.user_session import RevokeReason
from kwai.modules.identity.sessions.user_session_repository import UserSessionRepository
from kwai.modules.identity.user_recoveries.user_recovery import UserRecoveryEntity
from kwai.modules.identity.user_recoveries.user_recovery_repository import (
    UserRecoveryNotFoundException,
    UserRecoveryRepository,
)
from kwai.modules.identity.users.user_account import UserAccountEntity, UserAccountIdentifier
from kwai.modules.identity.users.user_account_repository import UserAccountRepository
from kwai.modules.identity.users.user_events import PasswordChangedEvent


class UserRecoveryConfirmedException(UnprocessableException):
    """Raised when the user recovery was already used."""

    def __init__(self) -> None:
        super().__init__("The user recovery was used already.", member="uuid", reason="link_used")


class UserRecoveryExpiredException(UnprocessableException):
    """Raised when the user recovery is expired."""

    def __init__(self) -> None:
        super().__init__("The user recovery has expired.", member="uuid", reason="link_expired")


@dataclass(frozen=True, slots=True, kw_only=True)
class ResetPasswordCommand:
    """Command for the reset password use case.

    Attributes:
        uuid: The unique id of the user recovery
        password: The new password.
    """

    uuid: str
    password: str


class ResetPassword:
    """Reset password use case.

    This use case will try to reset the password of a user. A user can reset the password with a
    unique id. This unique id is linked to a user recovery. Whoever was logged in as the user is so
    no longer; no login follows from the reset either.
    """

    def __init__(
        self,
        user_account_repo: UserAccountRepository,
        user_recovery_repo: UserRecoveryRepository,
        *,
        session_repo: UserSessionRepository,
        bus: Bus,
        password_policy: PasswordPolicy,
        security_log: SecurityLog,
        run_in_thread: RunInThread = asyncio.to_thread,
        clock: Clock = utc_now,
    ) -> None:
        self._user_account_repo = user_account_repo
        self._user_recovery_repo = user_recovery_repo
        self._session_repo = session_repo
        self._bus = bus
        self._password_policy = password_policy
        self._security_log = security_log
        self._run_in_thread = run_in_thread
        self._clock = clock

    async def execute(self, command: ResetPasswordCommand) -> None:
        """Execute the use case.

        Raises:
            UserRecoveryNotFoundException: there is no such user recovery.
            UserRecoveryExpiredException: the user recovery is expired.
            UserRecoveryConfirmedException: the user recovery is already used.
            UserAccountNotFoundException: the user of the recovery does not exist.
            NotAllowedException: the user is revoked.
            UnprocessableException: the password is weak.
        """
        now = self._clock()
        recovery = await self._find_recovery(command.uuid, now)
        self._password_policy.check(command.password, recovery.user.personal_words)
        password = await self._run_in_thread(Password.create_from_string, command.password)
        user_account = await self._lock_account(recovery)
        if not await self._user_recovery_repo.confirm(recovery.confirm(now)):
            raise UserRecoveryConfirmedException
        await self._user_account_repo.update(user_account.reset_password(password))
        await self._close_doors(user_account, now)

    async def _find_recovery(self, uuid: str, now: datetime) -> UserRecoveryEntity:
        recovery = await self._user_recovery_repo.get_by_uuid(
            parse_unique_id(uuid, UserRecoveryNotFoundException)
        )
        if recovery.confirmed:
            raise UserRecoveryConfirmedException
        if recovery.is_expired_at(now):
            raise UserRecoveryExpiredException
        return recovery

    async def _lock_account(self, recovery: UserRecoveryEntity) -> UserAccountEntity:
        id_ = UserAccountIdentifier(recovery.user.id.value)
        user_account = await self._user_account_repo.get_by_id(id_, for_update=True)
        if user_account.revoked:
            raise NotAllowedException("The user is revoked.", reason="user_revoked")
        return user_account

    async def _close_doors(self, user_account: UserAccountEntity, now: datetime) -> None:
        user_id = user_account.user_id
        await self._session_repo.revoke_all(user_id, now, RevokeReason.PASSWORD_RESET)
        await self._user_recovery_repo.close_open(user_id, now)
        await self._security_log.write(SecurityEventKind.PASSWORD_RESET, now, user_id=user_id)
        await self._bus.publish(
            PasswordChangedEvent(uuid=str(user_account.user.uuid), changed_at=now)
        )
