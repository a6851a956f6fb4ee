"""Module for a refresh token entity."""

from dataclasses import dataclass, field
from datetime import datetime

from kwai.core.domain.clock import utc_now
from kwai.core.domain.entity import Entity
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.core.quicken import quicken
from kwai.modules.identity.sessions.user_session import UserSessionEntity
from kwai.modules.identity.tokens.access_token import AccessTokenEntity
from kwai.modules.identity.tokens.token_identifier import TokenIdentifier


class RefreshTokenIdentifier(IntIdentifier):
    """The id of a refresh token."""

    __slots__ = ()


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class RefreshTokenEntity(Entity[RefreshTokenIdentifier]):
    """A refresh token entity.

    Attributes:
        counter: The counter of the session when this token was made.
    """

    id_: RefreshTokenIdentifier = field(default_factory=RefreshTokenIdentifier)
    identifier: TokenIdentifier = field(default_factory=TokenIdentifier.generate)
    expiration: datetime
    access_token: AccessTokenEntity
    counter: int = 0
    revoked: bool = False
    traceable_time: TraceableTime = field(default_factory=TraceableTime)

    @property
    def session(self) -> UserSessionEntity:
        """The login session that this token keeps alive."""
        return self.access_token.session

    @property
    def expired(self) -> bool:
        """Return True when the token is expired."""
        return self.is_expired_at(utc_now())

    def is_expired_at(self, now: datetime) -> bool:
        """Tell whether the token has ended at `now`."""
        return self.expiration <= now

    def revoke(self) -> "RefreshTokenEntity":
        """Revoke the refresh token."""
        return Entity.replace(
            self, revoked=True, traceable_time=self.traceable_time.mark_for_update()
        )
