"""The rows of the outbox."""

from dataclasses import dataclass
from datetime import datetime

from kwai.core.db.table import Table

READY = "ready"
LEASED = "leased"
DONE = "done"
DEAD = "dead"
CANCELLED = "cancelled"
STATUSES = (READY, LEASED, DONE, DEAD, CANCELLED)
#: The deliveries that somebody still has to work on.
OPEN = (READY, LEASED)

PRIORITIES = (0, 1, 2)

OUTCOME_LENGTH = 64
ERROR_LENGTH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxEventRow:
    """What happened, or a finished mail; sealed."""

    id: int = 0
    uuid: str
    name: str
    version: int
    cause: str | None
    payload: bytes | None
    subject_uuid: str | None
    request_id: str | None
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxDeliveryRow:
    """An event on its way to one handler.

    Attributes:
        available_at: The next moment at which anybody may take the row: due time when ready, end
            of the lease when leased.
    """

    id: int = 0
    event_id: int
    handler: str
    status: str = READY
    priority: int
    attempts: int = 0
    available_at: datetime
    expires_at: datetime | None
    lease: str | None = None
    leased_by: str | None = None
    recipient: str | None = None
    message_id: str | None = None
    outcome: str | None = None
    last_error: str | None = None
    created_at: datetime
    finished_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """The columns of a delivery that a claim looks at."""

    id: int
    event_id: int
    handler: str
    status: str
    attempts: int
    expires_at: datetime | None
    priority: int
    recipient: str | None
    message_id: str | None
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxControlRow:
    """The switch that holds the queue; there is one row."""

    id: int
    held: bool
    reason: str
    changed_at: datetime


OutboxEventsTable = Table("outbox_events", OutboxEventRow)
OutboxDeliveriesTable = Table("outbox_deliveries", OutboxDeliveryRow)
OutboxDueTable = Table("outbox_deliveries", DueRow)
OutboxControlTable = Table("outbox_control", OutboxControlRow)
