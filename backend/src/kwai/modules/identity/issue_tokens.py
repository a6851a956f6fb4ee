"""Makes the pair of tokens that a login or a refresh is answered with."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.modules.identity.sessions.user_session import UserSessionEntity
from kwai.modules.identity.tokens.access_token import AccessTokenEntity
from kwai.modules.identity.tokens.access_token_repository import AccessTokenRepository
from kwai.modules.identity.tokens.refresh_token import RefreshTokenEntity
from kwai.modules.identity.tokens.refresh_token_repository import RefreshTokenRepository
from kwai.modules.identity.users.user_account import UserAccountEntity


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenIssuer:
    """Stores an access token and the refresh token that goes with it."""

    access_token_repo: AccessTokenRepository
    refresh_token_repo: RefreshTokenRepository

    async def issue(
        self,
        user_account: UserAccountEntity,
        session: UserSessionEntity,
        now: datetime,
        lifetime: timedelta,
    ) -> RefreshTokenEntity:
        """Issue a pair for a stored session; no token outlives it."""
        traceable_time = TraceableTime(created_at=LocalTimestamp(now))
        access_token = await self.access_token_repo.create(
            AccessTokenEntity(
                expiration=min(now + lifetime, session.idle_expires_at),
                user_account=user_account,
                session=session,
                traceable_time=traceable_time,
            )
        )
        return await self.refresh_token_repo.create(
            RefreshTokenEntity(
                expiration=session.idle_expires_at,
                access_token=access_token,
                counter=session.counter,
                traceable_time=traceable_time,
            )
        )
