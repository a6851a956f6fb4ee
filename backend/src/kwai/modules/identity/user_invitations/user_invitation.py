"""Module that defines a user invitation entity."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from kwai.core.domain.clock import utc_now
from kwai.core.domain.entity import Entity
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.name import Name
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.core.quicken import quicken
from kwai.modules.identity.users.user import UserEntity

EXPIRATION_IN_DAYS = 7


class UserInvitationIdentifier(IntIdentifier):
    """The id of a user invitation."""

    __slots__ = ()


class InvitationState(Enum):
    """How far an invitation has come."""

    PENDING = "pending"
    MAILED = "mailed"
    CONFIRMED = "confirmed"
    EXPIRED = "expired"


def _default_expiry() -> LocalTimestamp:
    return LocalTimestamp.create_with_delta(days=EXPIRATION_IN_DAYS)


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class UserInvitationEntity(Entity[UserInvitationIdentifier]):
    """A user invitation entity.

    A user invitation is a request to someone to become a member of the site.

    Attributes:
        uuid: Its public id; accepting also takes the code that was mailed.
        user: The user that created the invitation.
        locale: Language of the mail; empty means the one of the club.
    """

    id_: UserInvitationIdentifier = field(default_factory=UserInvitationIdentifier)
    email: EmailAddress
    name: Name
    uuid: UniqueId = field(default_factory=UniqueId.generate)
    expired_at: LocalTimestamp = field(default_factory=_default_expiry)
    remark: str = ""
    mailed_at: LocalTimestamp = field(default_factory=LocalTimestamp)
    user: UserEntity
    confirmed_at: LocalTimestamp = field(default_factory=LocalTimestamp)
    revoked: bool = False
    locale: str = ""
    version: int = 1
    traceable_time: TraceableTime = field(default_factory=TraceableTime)

    @property
    def mailed(self) -> bool:
        """Return True if the email has already been sent."""
        return not self.mailed_at.empty

    @property
    def confirmed(self) -> bool:
        """Return True when the invitation was confirmed."""
        return not self.confirmed_at.empty

    @property
    def is_expired(self) -> bool:
        """Return True when the invitation is expired."""
        return self.is_expired_at(utc_now())

    def is_expired_at(self, now: datetime) -> bool:
        """Tell whether the invitation has ended at `now`."""
        return self.expired_at.timestamp is not None and self.expired_at.timestamp <= now

    def state_at(self, now: datetime) -> InvitationState:
        """Tell how far the invitation has come at `now`."""
        if self.confirmed:
            return InvitationState.CONFIRMED
        if self.revoked or self.is_expired_at(now):
            return InvitationState.EXPIRED
        return InvitationState.MAILED if self.mailed else InvitationState.PENDING

    def mail_sent(self, now: datetime | None = None) -> "UserInvitationEntity":
        """Set the timestamp when the mail has been sent."""
        return self._change(mailed_at=LocalTimestamp(now or utc_now()))

    def confirm(self, now: datetime | None = None) -> "UserInvitationEntity":
        """Confirm the invitation, the invitation was used to create a new user."""
        return self._change(confirmed_at=LocalTimestamp(now or utc_now()))

    def renew(self, expired_at: LocalTimestamp) -> "UserInvitationEntity":
        """Give the invitation a fresh expiry, and with it another code: it is mailed again."""
        return self._change(expired_at=expired_at, mailed_at=LocalTimestamp())

    def _change(self, **changes: LocalTimestamp) -> "UserInvitationEntity":
        return Entity.replace(self, traceable_time=self.traceable_time.mark_for_update(), **changes)
