"""Module that implements the use case: confirm the own password."""

import asyncio
from dataclasses import dataclass

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.exceptions import UnprocessableException
from kwai.modules.identity.run_in_thread import RunInThread
from kwai.modules.identity.security_events.security_event import SecurityEventKind
from kwai.modules.identity.security_events.security_log import SecurityLog
from kwai.modules.identity.sessions.login_session import LoginSession
from kwai.modules.identity.sessions.user_session import UserSessionEntity
from kwai.modules.identity.sessions.user_session_repository import UserSessionRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmPasswordCommand:
    """Input for the use case."""

    password: str


class ConfirmPassword:
    """Opens the step-up operations for five minutes, in this session only."""

    def __init__(
        self,
        login: LoginSession,
        session_repo: UserSessionRepository,
        *,
        security_log: SecurityLog,
        run_in_thread: RunInThread = asyncio.to_thread,
        clock: Clock = utc_now,
    ) -> None:
        self._login = login
        self._session_repo = session_repo
        self._security_log = security_log
        self._run_in_thread = run_in_thread
        self._clock = clock

    async def execute(self, command: ConfirmPasswordCommand) -> UserSessionEntity:
        """Execute the use case.

        Raises:
            UnprocessableException: the password is wrong.
        """
        now = self._clock()
        password = self._login.user.password
        if not await self._run_in_thread(password.verify, command.password):
            raise UnprocessableException(
                "The password is wrong.", member="password", reason="password_wrong"
            )
        session = self._login.session.confirm(now)
        await self._session_repo.confirm(session)
        await self._security_log.write(
            SecurityEventKind.STEP_UP, now, user_id=session.user_id, session_uuid=session.uuid
        )
        return session
