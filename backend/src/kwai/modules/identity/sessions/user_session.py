"""Module that implements a login session."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum

from kwai.core.domain.clock import utc_now
from kwai.core.domain.entity import Entity
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.core.quicken import quicken
from kwai.modules.identity.users.user import UserIdentifier

# How long a refresh token that was just used may come again: an answer got lost, two tabs raced.
ROTATION_GRACE = timedelta(seconds=10)
# How long a confirmed password opens what needs one.
STEP_UP_WINDOW = timedelta(minutes=5)
USER_AGENT_LENGTH = 200


class SessionClient(Enum):
    """Who holds the refresh token: a browser in its cookie, or another program."""

    WEB = "web"
    API = "api"


class RevokeReason(Enum):
    """Why a session ended before its time."""

    LOGOUT = "logout"
    ENDED = "ended"
    REUSE = "reuse"
    PASSWORD_RESET = "password_reset"  # noqa: S105 (a reason, not a password)
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 (a reason, not a password)
    ROLE_CHANGED = "role_changed"
    USER_REVOKED = "user_revoked"


class UserSessionIdentifier(IntIdentifier):
    """The id of a login session."""

    __slots__ = ()


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class UserSessionEntity(Entity[UserSessionIdentifier]):
    """One login of a user, with all the tokens that came out of it.

    Attributes:
        counter: How often the refresh token was rotated; tells a child from its parent.
        confirmed_at: When the password was last typed again; a login does not count.
        idle_expires_at: When the session ends, unless it is refreshed before.
        absolute_expires_at: When it ends in any case; never extended.
        ip_prefix: The network of the login (/24 or /48), never the address.
    """

    id_: UserSessionIdentifier = field(default_factory=UserSessionIdentifier)
    uuid: UniqueId = field(default_factory=UniqueId.generate)
    user_id: UserIdentifier
    user_uuid: UniqueId
    client: SessionClient = SessionClient.API
    counter: int = 0
    created_at: datetime = field(default_factory=utc_now)
    last_used_at: datetime = field(default_factory=utc_now)
    rotated_at: datetime | None = None
    confirmed_at: datetime | None = None
    idle_expires_at: datetime
    absolute_expires_at: datetime
    revoked_at: datetime | None = None
    revoke_reason: RevokeReason | None = None
    ip_prefix: str = ""
    user_agent: str = ""

    @property
    def revoked(self) -> bool:
        """Tell whether the session was ended before its time."""
        return self.revoked_at is not None

    def is_live_at(self, now: datetime) -> bool:
        """Tell whether tokens of this session are accepted at `now`."""
        return not self.revoked and now < min(self.idle_expires_at, self.absolute_expires_at)

    def is_confirmed_at(self, now: datetime) -> bool:
        """Tell whether the password was typed so recently that step-up operations are open."""
        return self.confirmed_at is not None and now - self.confirmed_at <= STEP_UP_WINDOW

    def rotate(self, now: datetime, idle: timedelta) -> "UserSessionEntity":
        """Count a use of the refresh token, which starts the idle time anew."""
        return Entity.replace(
            self,
            counter=self.counter + 1,
            rotated_at=now,
            last_used_at=now,
            idle_expires_at=min(now + idle, self.absolute_expires_at),
        )

    def allows_sibling(self, counter: int, now: datetime) -> bool:
        """Tell whether a token with this counter is the parent that was used a moment ago."""
        if self.rotated_at is None or counter != self.counter - 1:
            return False
        return now - self.rotated_at <= ROTATION_GRACE

    def confirm(self, now: datetime) -> "UserSessionEntity":
        """Note that the password was typed again."""
        return Entity.replace(self, confirmed_at=now)

    def revoke(self, now: datetime, reason: RevokeReason) -> "UserSessionEntity":
        """End the session, for ever."""
        return Entity.replace(self, revoked_at=now, revoke_reason=reason)
