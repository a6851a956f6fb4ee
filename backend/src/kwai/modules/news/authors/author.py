"""Module that defines an author entity."""

from dataclasses import dataclass, field

from kwai.core.domain.entity import Entity
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.core.quicken import quicken


class AuthorIdentifier(IntIdentifier):
    """The id of an author."""

    __slots__ = ()


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorEntity(Entity[AuthorIdentifier]):
    """Somebody whose name stands under stories.

    Attributes:
        user: The user who may write stories and pages as long as the author is active.
    """

    id_: AuthorIdentifier = field(default_factory=AuthorIdentifier)
    uuid: UniqueId = field(default_factory=UniqueId.generate)
    name: str
    active: bool = True
    remark: str = ""
    user: Owner | None = None
    version: int = 1
    traceable_time: TraceableTime = field(default_factory=TraceableTime)
