"""Module that implements the use case: change the own password."""

import asyncio
from dataclasses import dataclass
from datetime import datetime

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.domain.value_objects.password import Password
from kwai.core.events.bus import Bus
from kwai.core.security.digest import safe_equals
from kwai.core.security.password_policy import PasswordPolicy
from kwai.modules.identity.run_in_thread import RunInThread
from kwai.modules.identity.security_events.security_event import SecurityEventKind
from kwai.modules.identity.security_events.security_log import SecurityLog
from kwai.modules.identity.sessions.login_session import LoginSession
from kwai.modules.identity.sessions.user_session import RevokeReason
from kwai.modules.identity.sessions.user_session_repository import UserSessionRepository
from kwai.modules.identity.users.user_account import UserAccountEntity
from kwai.modules.identity.users.user_account_repository import UserAccountRepository
from kwai.modules.identity.users.user_events import PasswordChangedEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePasswordCommand:
    """Input for the use case."""

    current_password: str
    password: str


class ChangePassword:
    """Changes the password of who is logged in; all other sessions end."""

    def __init__(
        self,
        login: LoginSession,
        user_account_repo: UserAccountRepository,
        *,
        session_repo: UserSessionRepository,
        bus: Bus,
        password_policy: PasswordPolicy,
        security_log: SecurityLog,
        run_in_thread: RunInThread = asyncio.to_thread,
        clock: Clock = utc_now,
    ) -> None:
        self._login = login
        self._user_account_repo = user_account_repo
        self._session_repo = session_repo
        self._bus = bus
        self._password_policy = password_policy
        self._security_log = security_log
        self._run_in_thread = run_in_thread
        self._clock = clock

    async def execute(self, command: ChangePasswordCommand) -> None:
        """Execute the use case.

        Raises:
            UnprocessableException: the current password is wrong, or the new one is weak.
        """
        now = self._clock()
        account = self._login.user
        self._password_policy.check(command.password, account.user.personal_words)
        # Verified against what the request started with, so that no row is locked meanwhile.
        if not await self._run_in_thread(account.password.verify, command.current_password):
            raise _wrong_password()
        password = await self._run_in_thread(Password.create_from_string, command.password)
        locked = await self._lock_unchanged(account)
        await self._user_account_repo.update(locked.reset_password(password))
        await self._end_other_sessions(now)

    async def _lock_unchanged(self, account: UserAccountEntity) -> UserAccountEntity:
        locked = await self._user_account_repo.get_by_id(account.id, for_update=True)
        if not safe_equals(str(locked.password), str(account.password)):
            raise _wrong_password()
        return locked

    async def _end_other_sessions(self, now: datetime) -> None:
        session = self._login.session
        await self._session_repo.revoke_all(
            session.user_id, now, RevokeReason.PASSWORD_CHANGED, keep=session.id
        )
        await self._security_log.write(
            SecurityEventKind.PASSWORD_CHANGED,
            now,
            user_id=session.user_id,
            session_uuid=session.uuid,
        )
        await self._bus.publish(
            PasswordChangedEvent(uuid=str(self._login.user.user.uuid), changed_at=now)
        )


def _wrong_password() -> UnprocessableException:
    return UnprocessableException(
        "The current password is wrong.", member="current_password", reason="password_wrong"
    )
