"""Module that defines the table for a user recovery."""

from dataclasses import dataclass
from datetime import datetime

from kwai.core.db.row_fields import personal, secret
from kwai.core.db.rows import create_trace, known_moment
from kwai.core.db.table import Table
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.core.security.digest import sha256_hex
from kwai.modules.identity.user_recoveries.user_recovery import (
    UserRecoveryEntity,
    UserRecoveryIdentifier,
)
from kwai.modules.identity.users.user import UserEntity


@dataclass(kw_only=True, frozen=True, slots=True)
class UserRecoveryRow:
    """Represent a row in the user recovery table.

    Attributes:
        uuid: The SHA-256 of the unique id; the unique id itself is only in the mail.
    """

    id: int
    uuid: str = secret()
    user_id: int
    expired_at: datetime
    mailed_at: datetime | None
    confirmed_at: datetime | None
    remark: str = personal()
    created_at: datetime
    updated_at: datetime | None

    def create_entity(self, user: UserEntity, uuid: UniqueId) -> UserRecoveryEntity:
        """Create a user recovery entity from the table row and the unique id that found it."""
        return UserRecoveryEntity(
            id_=UserRecoveryIdentifier(self.id),
            uuid=uuid,
            user=user,
            expiration=LocalTimestamp(self.expired_at),
            remark=self.remark,
            mailed_at=LocalTimestamp(self.mailed_at),
            confirmed_at=LocalTimestamp(self.confirmed_at),
            traceable_time=create_trace(self.created_at, self.updated_at),
        )

    @classmethod
    def persist(cls, user_recovery: UserRecoveryEntity) -> "UserRecoveryRow":
        """Map a user recovery entity to a table record."""
        return cls(
            id=user_recovery.id.value,
            uuid=sha256_hex(str(user_recovery.uuid)),
            user_id=user_recovery.user.id.value,
            expired_at=known_moment(user_recovery.expiration),
            mailed_at=user_recovery.mailed_at.timestamp,
            confirmed_at=user_recovery.confirmed_at.timestamp,
            remark=user_recovery.remark,
            created_at=known_moment(user_recovery.traceable_time.created_at),
            updated_at=user_recovery.traceable_time.updated_at.timestamp,
        )


UserRecoveriesTable = Table("user_recoveries", UserRecoveryRow)
