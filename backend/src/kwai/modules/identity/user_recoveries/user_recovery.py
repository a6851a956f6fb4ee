"""Module that implements a user recovery entity."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from kwai.core.domain.clock import utc_now
from kwai.core.domain.entity import Entity
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.core.quicken import quicken
from kwai.modules.identity.users.user import UserEntity

RECOVERY_LIFETIME = timedelta(hours=2)


class UserRecoveryIdentifier(IntIdentifier):
    """The id of a user recovery."""

    __slots__ = ()


def generate_recovery_uuid() -> UniqueId:
    """Create the secret of a recovery: all 128 bits are random, a version 4 UUID has 122."""
    return UniqueId(UUID(bytes=secrets.token_bytes(16)))


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class UserRecoveryEntity(Entity[UserRecoveryIdentifier]):
    """A user recovery domain.

    Attributes:
        uuid: The secret that is mailed; only its digest is stored.
    """

    id_: UserRecoveryIdentifier = field(default_factory=UserRecoveryIdentifier)
    uuid: UniqueId = field(default_factory=generate_recovery_uuid)
    user: UserEntity
    expiration: LocalTimestamp
    remark: str = ""
    mailed_at: LocalTimestamp = field(default_factory=LocalTimestamp)
    confirmed_at: LocalTimestamp = field(default_factory=LocalTimestamp)
    traceable_time: TraceableTime = field(default_factory=TraceableTime)

    @property
    def mailed(self) -> bool:
        """Return True if the email has already been sent."""
        return not self.mailed_at.empty

    @property
    def confirmed(self) -> bool:
        """Return True when this user recovery was confirmed."""
        return not self.confirmed_at.empty

    @property
    def is_expired(self) -> bool:
        """Return True when the user recovery is expired."""
        return self.is_expired_at(utc_now())

    def is_expired_at(self, now: datetime) -> bool:
        """Tell whether the recovery has ended at `now`."""
        return self.expiration.timestamp is not None and self.expiration.timestamp <= now

    def mail_sent(self, now: datetime | None = None) -> "UserRecoveryEntity":
        """Set the timestamp when mail has been sent."""
        return Entity.replace(
            self,
            mailed_at=LocalTimestamp(now or utc_now()),
            traceable_time=self.traceable_time.mark_for_update(),
        )

    def confirm(self, now: datetime | None = None) -> "UserRecoveryEntity":
        """Confirm the user recovery."""
        return Entity.replace(
            self,
            confirmed_at=LocalTimestamp(now or utc_now()),
            traceable_time=self.traceable_time.mark_for_update(),
        )
