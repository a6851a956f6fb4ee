"""Module that implements a security event."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from kwai.core.domain.clock import utc_now
from kwai.core.domain.entity import Entity
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.core.quicken import quicken
from kwai.modules.identity.users.user import UserIdentifier


class SecurityEventKind(Enum):
    """What happened."""

    LOGIN = "login"
    LOGIN_FAILED = "login_failed"
    REFRESH_REUSE = "refresh_reuse"
    PASSWORD_RESET = "password_reset"  # noqa: S105 (a kind of event, not a password)
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 (a kind of event, not a password)
    STEP_UP = "step_up"
    ROLE_CHANGED = "role_changed"
    USER_REVOKED = "user_revoked"
    USER_RESTORED = "user_restored"
    IMPORT = "import"


class SecurityEventIdentifier(IntIdentifier):
    """The id of a security event."""

    __slots__ = ()


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityEventEntity(Entity[SecurityEventIdentifier]):
    """Something that happened to an account; holds no token, password or submitted user name.

    Attributes:
        user_id: The user concerned; None when no such user exists, or no longer.
        user_uuid: The unique id of that user, as read.
    """

    id_: SecurityEventIdentifier = field(default_factory=SecurityEventIdentifier)
    at: datetime = field(default_factory=utc_now)
    kind: SecurityEventKind
    user_id: UserIdentifier | None = None
    user_uuid: UniqueId | None = None
    session_uuid: UniqueId | None = None
    ip_prefix: str = ""
    request_id: str | None = None
