"""Module that implements the use case: authenticate user."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.value_objects.email_address import EmailAddress, InvalidEmailException
from kwai.modules.identity.exceptions import LoginFailedException
from kwai.modules.identity.issue_tokens import TokenIssuer
from kwai.modules.identity.run_in_thread import RunInThread
from kwai.modules.identity.security_events.security_event import SecurityEventKind
from kwai.modules.identity.security_events.security_log import SecurityLog
from kwai.modules.identity.sessions.user_session import (
    USER_AGENT_LENGTH,
    SessionClient,
    UserSessionEntity,
)
from kwai.modules.identity.sessions.user_session_repository import UserSessionRepository
from kwai.modules.identity.tokens.access_token_repository import AccessTokenRepository
from kwai.modules.identity.tokens.refresh_token import RefreshTokenEntity
from kwai.modules.identity.tokens.refresh_token_repository import RefreshTokenRepository
from kwai.modules.identity.users.user_account import UNKNOWN_PASSWORD, UserAccountEntity
from kwai.modules.identity.users.user_account_repository import (
    UserAccountNotFoundException,
    UserAccountRepository,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthenticateUserCommand:
    """Input for the (AuthenticateUser) use case.

    Attributes:
        username: The email address of the user.
        session_days: After how many days the session ends, however often it is refreshed.
        admin_session_hours: The same for an administrator.
    """

    username: str
    password: str
    client: SessionClient = SessionClient.API
    access_token_expiry_minutes: int = 10
    refresh_token_expiry_minutes: int = 43_200
    session_days: int = 90
    admin_session_hours: int = 12


class AuthenticateUser:
    """Use case to authenticate a user.

    Whatever is wrong with a login, it costs one verification of a password and the same statements,
    and is refused with the same words.
    """

    def __init__(
        self,
        user_account_repo: UserAccountRepository,
        access_token_repo: AccessTokenRepository,
        refresh_token_repo: RefreshTokenRepository,
        *,
        session_repo: UserSessionRepository,
        security_log: SecurityLog,
        run_in_thread: RunInThread = asyncio.to_thread,
        clock: Clock = utc_now,
    ) -> None:
        self._user_account_repo = user_account_repo
        self._session_repo = session_repo
        self._tokens = TokenIssuer(
            access_token_repo=access_token_repo, refresh_token_repo=refresh_token_repo
        )
        self._security_log = security_log
        self._run_in_thread = run_in_thread
        self._clock = clock

    async def execute(self, command: AuthenticateUserCommand) -> RefreshTokenEntity:
        """Execute the use case.

        Raises:
            LoginFailedException: for every reason; what was learned is committed.
        """
        now = self._clock()
        user_account = await self._find_account(command.username)
        logged_in = await self._verify(user_account, command.password, now)
        if logged_in is None or not await self._user_account_repo.record_login(logged_in):
            await self._record_failure(command.username, user_account, now)
            raise LoginFailedException
        session = await self._session_repo.create(self._open_session(logged_in, command, now))
        await self._security_log.write(
            SecurityEventKind.LOGIN, now, user_id=session.user_id, session_uuid=session.uuid
        )
        lifetime = timedelta(minutes=command.access_token_expiry_minutes)
        return await self._tokens.issue(logged_in, session, now, lifetime)

    async def _find_account(self, username: str) -> UserAccountEntity | None:
        try:
            return await self._user_account_repo.get_for_login(EmailAddress(username))
        except (InvalidEmailException, UserAccountNotFoundException):
            return None

    async def _verify(
        self, user_account: UserAccountEntity | None, password: str, now: datetime
    ) -> UserAccountEntity | None:
        if user_account is None:
            await self._run_in_thread(UNKNOWN_PASSWORD.verify, password)
            return None
        succeeded, user_account = await self._run_in_thread(user_account.login, password, now)
        return user_account if succeeded else None

    async def _record_failure(
        self, username: str, user_account: UserAccountEntity | None, now: datetime
    ) -> None:
        with suppress(InvalidEmailException):  # Then nobody has this address.
            await self._user_account_repo.record_failed_login(EmailAddress(username), now)
        user_id = user_account.user_id if user_account else None
        await self._security_log.write(SecurityEventKind.LOGIN_FAILED, now, user_id=user_id)

    def _open_session(
        self, user_account: UserAccountEntity, command: AuthenticateUserCommand, now: datetime
    ) -> UserSessionEntity:
        absolute = (
            timedelta(hours=command.admin_session_hours)
            if user_account.admin
            else timedelta(days=command.session_days)
        )
        idle = timedelta(minutes=command.refresh_token_expiry_minutes)
        return UserSessionEntity(
            user_id=user_account.user_id,
            user_uuid=user_account.user.uuid,
            client=command.client,
            created_at=now,
            last_used_at=now,
            idle_expires_at=now + min(idle, absolute),
            absolute_expires_at=now + absolute,
            ip_prefix=self._security_log.origin.ip_prefix,
            user_agent=self._security_log.origin.user_agent[:USER_AGENT_LENGTH],
        )
