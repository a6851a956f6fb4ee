"""Module that implements a repository of deliveries on the outbox."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime

from kwai.core.db.database import Database
from kwai.core.db.pool.base import Record
from kwai.core.domain.resource_query import Page
from kwai.core.domain.use_case import CursorBrowseResult, UseCaseBrowseResult
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.core.events.deliveries.delivery import Delivery, DeliveryIdentifier, DeliveryState
from kwai.core.events.deliveries.delivery_db_query import DeliveryDbQuery
from kwai.core.events.deliveries.delivery_query import DeliveryQuery
from kwai.core.events.deliveries.delivery_repository import (
    DeliveryNotFoundException,
    DeliveryRepository,
)
from kwai.core.events.outbox.outbox_admin_db_repository import OutboxAdminDbRepository
from kwai.core.events.outbox.outbox_tables import (
    CANCELLED,
    DEAD,
    DONE,
    OutboxDeliveriesTable,
    OutboxDeliveryRow,
    OutboxEventsTable,
)

MAX_ID = 2**63 - 1
_ENDED = {
    DONE: DeliveryState.SENT,
    DEAD: DeliveryState.GIVEN_UP,
    CANCELLED: DeliveryState.CANCELLED,
}


class DeliveryDbRepository(DeliveryRepository):
    """Reads the deliveries of mails."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._outbox = OutboxAdminDbRepository(database)

    def create_query(self) -> DeliveryDbQuery:
        return DeliveryDbQuery(self._database)

    async def get_by_id(self, id_: DeliveryIdentifier, *, for_update: bool = False) -> Delivery:
        record = None
        if 0 < id_.value <= MAX_ID:
            if for_update:
                await self._outbox.lock(id_.value)
            record = await self.create_query().filter_by_id(id_).fetch_one()
        if record is None:
            raise DeliveryNotFoundException(f"Delivery {id_} does not exist.")
        return create_delivery(record)

    async def get_page(
        self, query: DeliveryQuery, limit: int, offset: int
    ) -> UseCaseBrowseResult[Delivery]:
        page = await _own(query).count_page(limit, offset)
        deliveries = [create_delivery(record) for record in page.records]
        return UseCaseBrowseResult(page.total, _iterate(deliveries))

    async def read_on(self, query: DeliveryQuery, page: Page) -> UseCaseBrowseResult[Delivery]:
        found = await _own(query).read_on(page)
        deliveries = [create_delivery(record) for record in found.records]
        return CursorBrowseResult.create(
            _iterate(deliveries), positions=found.positions, more=found.more
        )

    async def now(self) -> datetime:
        return await self._database.now()

    async def retry(self, delivery: Delivery) -> None:
        await self._outbox.retry(delivery.id.value)


def _own(query: DeliveryQuery) -> DeliveryDbQuery:
    if not isinstance(query, DeliveryDbQuery):
        raise TypeError("The query belongs to another repository.")
    return query


def create_delivery(record: Record) -> Delivery:
    """Make a delivery of a row with its event."""
    row, event = OutboxDeliveriesTable(record), OutboxEventsTable(record)
    return Delivery(
        id_=DeliveryIdentifier(row.id),
        name=event.cause or "",
        state=_state(row),
        attempts=row.attempts,
        last_error=row.last_error or "",
        recipient=row.recipient or "",
        subject_uuid=event.subject_uuid,
        available_at=LocalTimestamp(row.available_at),
        sent_at=LocalTimestamp(row.finished_at if row.status == DONE else None),
        expires_at=LocalTimestamp(row.expires_at),
        is_forgotten=event.payload is None,
        traceable_time=TraceableTime(
            created_at=LocalTimestamp(row.created_at),
            updated_at=LocalTimestamp(row.finished_at),
        ),
    )


def _state(row: OutboxDeliveryRow) -> DeliveryState:
    is_untried = row.last_error is None
    return _ENDED.get(row.status, DeliveryState.QUEUED if is_untried else DeliveryState.FAILED)


async def _iterate(deliveries: Sequence[Delivery]) -> AsyncIterator[Delivery]:
    for delivery in deliveries:
        yield delivery
