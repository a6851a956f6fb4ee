"""Module that implements the use case: find out who is asking."""

from dataclasses import dataclass

from kwai.core.domain.clock import Clock, utc_now
from kwai.modules.identity.exceptions import AuthenticationException
from kwai.modules.identity.sessions.login_session import LoginSession
from kwai.modules.identity.sessions.user_session_repository import (
    UserSessionNotFoundException,
    UserSessionRepository,
)
from kwai.modules.identity.tokens.token_identifier import TokenIdentifier


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyAccessTokenCommand:
    """Input for the use case.

    Attributes:
        identifier: The identifier in the signed token.
    """

    identifier: str


class VerifyAccessToken:
    """Finds session and user of an access token, with one statement and without writing.

    Nothing is cached: what was revoked a moment ago is refused now.
    """

    def __init__(self, session_repo: UserSessionRepository, *, clock: Clock = utc_now) -> None:
        self._session_repo = session_repo
        self._clock = clock

    async def execute(self, command: VerifyAccessTokenCommand) -> LoginSession:
        """Execute the use case.

        Raises:
            AuthenticationException: token, session or user are unknown, revoked or past their end.
        """
        now = self._clock()
        try:
            login = await self._session_repo.get_login(TokenIdentifier(command.identifier), now)
        except UserSessionNotFoundException as error:
            raise _refusal() from error
        if login.user.revoked or not login.session.is_live_at(now):
            raise _refusal()
        return login


def _refusal() -> AuthenticationException:
    return AuthenticationException("The access token is not valid.")
