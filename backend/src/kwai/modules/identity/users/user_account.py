"""Module that implements a user account entity."""

from dataclasses import dataclass, field
from datetime import datetime

from kwai.core.domain.entity import Entity
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.password import Password
from kwai.core.quicken import quicken
from kwai.modules.identity.users.user import UserEntity, UserIdentifier

# Verified instead of the password of a user who does not exist, so that both take equally long.
# Its parameters have to be those of core.domain.value_objects.password.
UNKNOWN_PASSWORD = Password(
    "$argon2id$v=19$m=19456,t=2,p=1"
    "$ApzkEsC60iCg5N3NFLq4tA$8USPJgq/x6nNayc/vMlHesB3VYdbDmEx1AGwV1ebllY"
)


class UserAccountIdentifier(IntIdentifier):
    """The id of a user account; the same number as the id of its user."""

    __slots__ = ()


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class UserAccountEntity(Entity[UserAccountIdentifier]):
    """A user account entity.

    Attributes:
        author: There is an active author with this user; changed in the context of news.
        coach: There is an active coach with this user; changed in the context of trainings.
    """

    id_: UserAccountIdentifier = field(default_factory=UserAccountIdentifier)
    user: UserEntity
    password: Password
    last_login: LocalTimestamp = field(default_factory=LocalTimestamp)
    last_unsuccessful_login: LocalTimestamp = field(default_factory=LocalTimestamp)
    revoked: bool = False
    admin: bool = False
    author: bool = False
    coach: bool = False

    @property
    def user_id(self) -> UserIdentifier:
        """The id of the user; known as soon as the account is stored."""
        return self.user.id if self.user.has_id() else UserIdentifier(self.id.value)

    @property
    def roles(self) -> frozenset[str]:
        """The roles of this user, out of user, author, coach and admin."""
        flags = {"author": self.author, "coach": self.coach, "admin": self.admin}
        return frozenset({"user", *(role for role, has_role in flags.items() if has_role)})

    def login(self, password: str, now: datetime | None = None) -> tuple[bool, "UserAccountEntity"]:
        """Check if the given password is correct; takes the time of one hash.

        A revoked user never succeeds, but that is looked at after the password.
        """
        is_right = self.password.verify(password)
        moment = LocalTimestamp.create_now() if now is None else LocalTimestamp(now)
        if is_right and not self.revoked:
            return True, Entity.replace(self, last_login=moment)
        return False, Entity.replace(self, last_unsuccessful_login=moment)

    def reset_password(self, password: Password) -> "UserAccountEntity":
        """Reset the password of the user account."""
        return Entity.replace(self, password=password)

    def revoke(self) -> "UserAccountEntity":
        """Revoke a user account."""
        return Entity.replace(self, revoked=True)

    def restore(self) -> "UserAccountEntity":
        """Give a revoked account back to its user."""
        return Entity.replace(self, revoked=False)
