"""Module that defines an access token entity."""

from dataclasses import dataclass, field
from datetime import datetime

from kwai.core.domain.clock import utc_now
from kwai.core.domain.entity import Entity
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.core.quicken import quicken
from kwai.modules.identity.sessions.user_session import UserSessionEntity
from kwai.modules.identity.tokens.token_identifier import TokenIdentifier
from kwai.modules.identity.users.user_account import UserAccountEntity


class AccessTokenIdentifier(IntIdentifier):
    """The id of an access token."""

    __slots__ = ()


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class AccessTokenEntity(Entity[AccessTokenIdentifier]):
    """An access token entity."""

    id_: AccessTokenIdentifier = field(default_factory=AccessTokenIdentifier)
    identifier: TokenIdentifier = field(default_factory=TokenIdentifier.generate)
    expiration: datetime
    user_account: UserAccountEntity
    session: UserSessionEntity
    revoked: bool = False
    traceable_time: TraceableTime = field(default_factory=TraceableTime)

    @property
    def expired(self) -> bool:
        """Return true when the access token is expired."""
        return self.is_expired_at(utc_now())

    def is_expired_at(self, now: datetime) -> bool:
        """Tell whether the token has ended at `now`."""
        return self.expiration <= now

    def revoke(self) -> "AccessTokenEntity":
        """Revoke the access token."""
        return Entity.replace(
            self, revoked=True, traceable_time=self.traceable_time.mark_for_update()
        )
