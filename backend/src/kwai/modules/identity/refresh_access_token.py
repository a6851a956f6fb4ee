"""Module that defines the use case for refreshing an access token."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kwai.core.domain.clock import Clock, utc_now
from kwai.core.events.bus import Bus
from kwai.modules.identity.exceptions import AuthenticationException, RefreshReuseException
from kwai.modules.identity.issue_tokens import TokenIssuer
from kwai.modules.identity.parse_unique_id import parse_unique_id
from kwai.modules.identity.security_events.security_event import SecurityEventKind
from kwai.modules.identity.security_events.security_log import SecurityLog
from kwai.modules.identity.sessions.user_session import RevokeReason, UserSessionEntity
from kwai.modules.identity.sessions.user_session_events import SessionReuseDetectedEvent
from kwai.modules.identity.sessions.user_session_repository import (
    UserSessionNotFoundException,
    UserSessionRepository,
)
from kwai.modules.identity.tokens.access_token_repository import AccessTokenRepository
from kwai.modules.identity.tokens.refresh_token import RefreshTokenEntity
from kwai.modules.identity.tokens.refresh_token_repository import (
    RefreshTokenNotFoundException,
    RefreshTokenRepository,
)
from kwai.modules.identity.tokens.token_identifier import TokenIdentifier


@dataclass(frozen=True, slots=True, kw_only=True)
class RefreshAccessTokenCommand:
    """Input for the refresh access token use case.

    Attributes:
        identifier: The identifier of the refresh token.
        session_uuid: The session that the signed token names; with it a token that is signed but
            not known ends that session, because it must have been made behind our back.
    """

    identifier: str
    session_uuid: str | None = None
    access_token_expiry_minutes: int = 10
    refresh_token_expiry_minutes: int = 43_200


class RefreshAccessToken:
    """Use case for refreshing an access token.

    A refresh token is used once. Its direct parent may come again for a moment, because answers
    get lost and tabs race; anything older was stolen, and ends the session for thief and owner.

    Note:
        A new access token will also result in a new refresh token.
    """

    def __init__(
        self,
        refresh_token_repo: RefreshTokenRepository,
        access_token_repo: AccessTokenRepository,
        *,
        session_repo: UserSessionRepository,
        bus: Bus,
        security_log: SecurityLog,
        clock: Clock = utc_now,
    ) -> None:
        self._refresh_token_repo = refresh_token_repo
        self._tokens = TokenIssuer(
            access_token_repo=access_token_repo, refresh_token_repo=refresh_token_repo
        )
        self._session_repo = session_repo
        self._bus = bus
        self._security_log = security_log
        self._clock = clock

    async def execute(self, command: RefreshAccessTokenCommand) -> RefreshTokenEntity:
        """Execute the use case.

        Raises:
            RefreshTokenNotFoundException: the token does not exist, and no session is named.
            RefreshReuseException: the token was used before; the end of the session is committed.
            AuthenticationException: token, session or user are revoked or past their end.
        """
        now = self._clock()
        refresh_token = await self._find_token(command, now)
        _check(refresh_token, now)
        idle = timedelta(minutes=command.refresh_token_expiry_minutes)
        session = await self._rotate(refresh_token, now, idle)
        lifetime = timedelta(minutes=command.access_token_expiry_minutes)
        user_account = refresh_token.access_token.user_account
        return await self._tokens.issue(user_account, session, now, lifetime)

    async def _find_token(
        self, command: RefreshAccessTokenCommand, now: datetime
    ) -> RefreshTokenEntity:
        identifier = TokenIdentifier(command.identifier)
        try:
            return await self._refresh_token_repo.get_by_token_identifier(identifier)
        except RefreshTokenNotFoundException:
            if command.session_uuid is None:
                raise
        raise await self._end_family(await self._find_session(command.session_uuid, now), now)

    async def _find_session(self, session_uuid: str, now: datetime) -> UserSessionEntity:
        try:
            uuid = parse_unique_id(session_uuid, UserSessionNotFoundException)
            session = await self._session_repo.get_by_uuid(uuid)
        except UserSessionNotFoundException as error:
            raise _refusal() from error
        return _live(session, now)

    async def _rotate(
        self, refresh_token: RefreshTokenEntity, now: datetime, idle: timedelta
    ) -> UserSessionEntity:
        rotated = refresh_token.session.rotate(now, idle)
        is_current = refresh_token.counter == refresh_token.session.counter
        if is_current and await self._session_repo.rotate(rotated):
            return rotated
        # Another one was faster, here or in another process: what it wrote decides.
        session = _live(await self._session_repo.get_by_id(rotated.id), now)
        if session.allows_sibling(refresh_token.counter, now):
            return session
        raise await self._end_family(session, now)

    async def _end_family(
        self, session: UserSessionEntity, now: datetime
    ) -> AuthenticationException:
        if not await self._session_repo.revoke(session.revoke(now, RevokeReason.REUSE)):
            # Somebody else has just ended it, and told the user.
            return _refusal()
        await self._security_log.write(
            SecurityEventKind.REFRESH_REUSE,
            now,
            user_id=session.user_id,
            session_uuid=session.uuid,
        )
        await self._bus.publish(
            SessionReuseDetectedEvent(user_uuid=str(session.user_uuid), detected_at=now)
        )
        return RefreshReuseException()


def _check(refresh_token: RefreshTokenEntity, now: datetime) -> None:
    _live(refresh_token.session, now)
    if refresh_token.revoked or refresh_token.is_expired_at(now):
        raise _refusal()
    if refresh_token.access_token.user_account.revoked:
        raise _refusal()


def _live(session: UserSessionEntity, now: datetime) -> UserSessionEntity:
    if not session.is_live_at(now):
        raise _refusal()
    return session


def _refusal() -> AuthenticationException:
    return AuthenticationException("The refresh token is not valid.")
