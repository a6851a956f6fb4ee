"""Module that implements a delivery: a mail on its way to one recipient."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from kwai.core.domain.entity import Entity
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.traceable_time import TraceableTime


class DeliveryState(Enum):
    """How far a mail got."""

    QUEUED = "queued"
    FAILED = "failed"
    SENT = "sent"
    GIVEN_UP = "given_up"
    CANCELLED = "cancelled"


class DeliveryIdentifier(IntIdentifier):
    """The id of a delivery."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery(Entity[DeliveryIdentifier]):
    """A mail on its way to one recipient.

    Attributes:
        name: The event that the mail tells of.
        state: `failed` will be tried again, `given_up` will not.
        available_at: When it is tried (again).
        expires_at: When it becomes pointless.
        is_forgotten: The contents are gone.
        subject_uuid: The user or invitation concerned.
    """

    id_: DeliveryIdentifier = field(default_factory=DeliveryIdentifier)
    name: str
    state: DeliveryState
    attempts: int = 0
    last_error: str = ""
    recipient: str = ""
    subject_uuid: str | None = None
    available_at: LocalTimestamp = field(default_factory=LocalTimestamp)
    sent_at: LocalTimestamp = field(default_factory=LocalTimestamp)
    expires_at: LocalTimestamp = field(default_factory=LocalTimestamp)
    is_forgotten: bool = False
    traceable_time: TraceableTime = field(default_factory=TraceableTime)

    def is_pointless_at(self, now: datetime) -> bool:
        """Tell whether it came too late at `now`."""
        return self.expires_at.is_past_at(now)
