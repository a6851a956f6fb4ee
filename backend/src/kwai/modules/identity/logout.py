"""Module that implements the logout use case."""

from dataclasses import dataclass

from kwai.core.domain.clock import Clock, utc_now
from kwai.modules.identity.sessions.user_session import RevokeReason
from kwai.modules.identity.sessions.user_session_repository import UserSessionRepository
from kwai.modules.identity.tokens.access_token_repository import AccessTokenRepository
from kwai.modules.identity.tokens.refresh_token_repository import (
    RefreshTokenNotFoundException,
    RefreshTokenRepository,
)
from kwai.modules.identity.tokens.token_identifier import TokenIdentifier
from kwai.modules.identity.users.user import UserEntity


@dataclass(frozen=True, slots=True, kw_only=True)
class LogoutCommand:
    """Command for the logout use case.

    Attributes:
        identifier: The refresh token to revoke.
    """

    identifier: str


class Logout:
    """Use case: logout a user.

    A user is logged out by revoking the session of the refresh token, with all the access and
    refresh tokens that came out of it.
    """

    def __init__(
        self,
        refresh_token_repository: RefreshTokenRepository,
        access_token_repository: AccessTokenRepository,
        *,
        session_repo: UserSessionRepository,
        user: UserEntity | None = None,
        clock: Clock = utc_now,
    ) -> None:
        """Create the use case; `user` is who is asking, None when the token itself is the proof."""
        self._refresh_token_repository = refresh_token_repository
        self._access_token_repository = access_token_repository
        self._session_repo = session_repo
        self._user = user
        self._clock = clock

    async def execute(self, command: LogoutCommand) -> None:
        """Execute the use case.

        Raises:
            RefreshTokenNotFoundException: there is no such refresh token, or it is another user's.
        """
        identifier = TokenIdentifier(command.identifier)
        refresh_token = await self._refresh_token_repository.get_by_token_identifier(identifier)
        session = refresh_token.session
        if self._user is not None and session.user_id != self._user.id:
            raise RefreshTokenNotFoundException
        await self._session_repo.revoke(session.revoke(self._clock(), RevokeReason.LOGOUT))
        await self._access_token_repository.revoke_all(session.id)
        await self._refresh_token_repository.revoke_all(session.id)
