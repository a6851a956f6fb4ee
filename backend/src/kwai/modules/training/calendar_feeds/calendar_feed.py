"""Module that defines a calendar feed entity."""

import secrets
from dataclasses import dataclass, field

from kwai.core.domain.entity import Entity
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.core.quicken import quicken

SECRET_BYTES = 32


class CalendarFeedIdentifier(IntIdentifier):
    """The id of a calendar feed."""

    __slots__ = ()


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFeedEntity(Entity[CalendarFeedIdentifier]):
    """A secret feed of a coach: whoever has its link sees the trainings, and nothing else.

    Attributes:
        secret: SHA-256 of the secret; the secret itself is shown once and not stored.
    """

    id_: CalendarFeedIdentifier = field(default_factory=CalendarFeedIdentifier)
    user_id: IntIdentifier
    name: str
    secret: str
    version: int = 1
    traceable_time: TraceableTime = field(default_factory=TraceableTime)


def create_secret() -> str:
    """Make the secret of a new feed: 43 characters that fit into a link."""
    return secrets.token_urlsafe(SECRET_BYTES)
