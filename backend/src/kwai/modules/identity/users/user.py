"""Module that implements a User entity."""

from dataclasses import dataclass, field

from kwai.core.domain.entity import Entity
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.name import Name
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.core.quicken import quicken


class UserIdentifier(IntIdentifier):
    """The id of a user."""

    __slots__ = ()


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class UserEntity(Entity[UserIdentifier]):
    """A user entity.

    Attributes:
        locale: Language of the mails; empty means the one of the club.
    """

    id_: UserIdentifier = field(default_factory=UserIdentifier)
    uuid: UniqueId = field(default_factory=UniqueId.generate)
    email: EmailAddress
    name: Name
    remark: str = ""
    locale: str = ""
    version: int = 1
    traceable_time: TraceableTime = field(default_factory=TraceableTime)

    @property
    def personal_words(self) -> tuple[str, ...]:
        """What others know of the user, and therefore makes no password."""
        return (self.name.first_name or "", self.name.last_name or "", str(self.email))

    def mark_for_update(self) -> "UserEntity":
        """Mark the user as updated."""
        return Entity.replace(self, traceable_time=self.traceable_time.mark_for_update())
