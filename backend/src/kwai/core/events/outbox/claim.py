"""A delivery that one worker holds for the time of a lease."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A leased delivery with its event.

    Attributes:
        lease: The token without which nobody may write the delivery.
        claimed_at: Moment of the claim by the clock of the database.
        started: The monotonic clock of this process right before that moment: a lease never seems
            longer than it is.
        read_at: The same clock right after that moment: `now` never lies in the future.
        payload: Sealed.
    """

    id: int
    handler: str
    attempts: int
    priority: int
    expires_at: datetime | None
    created_at: datetime
    recipient: str | None
    message_id: str | None
    lease: str
    claimed_at: datetime
    started: float
    read_at: float
    event_uuid: str
    event_name: str
    payload: bytes | None
    subject_uuid: str | None
    request_id: str | None

    def now(self, clock: Callable[[], float] = time.monotonic) -> datetime:
        """The time of the database, without asking it."""
        return self.claimed_at + timedelta(seconds=clock() - self.read_at)

    @property
    def seal(self) -> str:
        """What the payload was sealed to."""
        return seal_of(self.event_uuid, self.event_name)


def seal_of(uuid: str, name: str) -> str:
    """What a payload is sealed to, so that it cannot be moved to another event."""
    return f"{uuid}{name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """Handlers that share a limit: the relay may be spared while tasks go on."""

    handlers: frozenset[str]
    limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRequest:
    """Who wants how many deliveries, for how long.

    Attributes:
        takes_over: Also look for leases that have ended.
    """

    lanes: Sequence[Lane]
    worker: str
    lease: timedelta
    max_attempts: int
    takes_over: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A delivery that a claim ended instead of taking it."""

    id: int
    handler: str
    status: str
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimResult:
    """What a claim found."""

    claims: Sequence[Claim] = ()
    settled: Sequence[Settled] = ()
    expired_leases: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether there was nothing to do."""
        return not self.claims and not self.settled
