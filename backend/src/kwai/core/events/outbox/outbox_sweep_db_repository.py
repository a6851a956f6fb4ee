"""Removes from the outbox what nobody needs any more."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from kwai.core.db.database import Database
from kwai.core.db.engine import all_of, any_of, not_exists
from kwai.core.events.outbox.outbox_db_query import select_event_ids, select_ids
from kwai.core.events.outbox.outbox_db_repository import EXPIRED, OutboxDbRepository
from kwai.core.events.outbox.outbox_tables import (
    CANCELLED,
    DEAD,
    DONE,
    OPEN,
    OutboxDeliveriesTable,
    OutboxEventsTable,
)

if TYPE_CHECKING:
    from kwai.core.db.engine import KwaiSelect

BATCH = 500
KEEP_ENDED = timedelta(days=30)
KEEP_DEAD_PAYLOAD = timedelta(days=30)
KEEP_DEAD = timedelta(days=180)

_delivery = OutboxDeliveriesTable.field
_event = OutboxEventsTable.field


class OutboxSweepDbRepository:
    """Each step handles 500 rows at most and is a unit of its own; parallel sweepers do no harm."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def cancel_expired(self) -> int:
        """Cancel what was not done in time."""
        now = await self._database.now()
        query = select_ids().where(_delivery("status").in_list(OPEN))
        query.and_where(_delivery("expires_at").lte(now)).and_where(
            _delivery("available_at").lte(now)
        )
        ids = await self._ids(query, "outbox_deliveries.id")
        outbox = OutboxDbRepository(self._database)
        return await outbox.end(ids, CANCELLED, EXPIRED, now) if ids else 0

    async def forget_payloads(self) -> int:
        """Empty the events that no delivery needs."""
        now = await self._database.now()
        query = select_event_ids().where(_event("payload").is_not_null())
        query.and_where(not_exists(_needing_payload(now - KEEP_DEAD_PAYLOAD)))
        ids = await self._ids(query, "outbox_events.id")
        if not ids:
            return 0
        factory = Database.create_query_factory()
        update = factory.update(OutboxEventsTable.table_name, {"payload": None})
        return await self._database.change(update.where(_event("id").in_list(ids)))

    async def delete_ended(self) -> int:
        """Delete deliveries whose time is over."""
        now = await self._database.now()
        query = select_ids().where(
            any_of(
                all_of(
                    _delivery("status").in_list((DONE, CANCELLED)),
                    _delivery("finished_at").lte(now - KEEP_ENDED),
                ),
                all_of(_delivery("status").eq(DEAD), _delivery("finished_at").lte(now - KEEP_DEAD)),
            )
        )
        return await self._delete(OutboxDeliveriesTable, query)

    async def delete_events(self) -> int:
        """Delete events without deliveries."""
        factory = Database.create_query_factory()
        deliveries = factory.select("outbox_deliveries.id").from_("outbox_deliveries")
        deliveries.where(_delivery("event_id").eq_field("outbox_events.id"))
        return await self._delete(
            OutboxEventsTable, select_event_ids().where(not_exists(deliveries))
        )

    async def _delete(self, table: Any, query: "KwaiSelect") -> int:
        ids = await self._ids(query, f"{table.table_name}.id")
        if not ids:
            return 0
        delete = Database.create_query_factory().delete(table.table_name)
        return await self._database.change(delete.where(table.field("id").in_list(ids)))

    async def _ids(self, query: "KwaiSelect", order: str) -> list[int]:
        records = self._database.fetch(query.order_by(order).limit(BATCH))
        return [int(str(record["id"])) async for record in records]


def _needing_payload(dead_since: datetime) -> "KwaiSelect":
    """A delivery of the event that may still run, or that may still be given another try."""
    factory = Database.create_query_factory()
    query = factory.select("outbox_deliveries.id").from_("outbox_deliveries")
    query.where(_delivery("event_id").eq_field("outbox_events.id"))
    return query.and_where(
        any_of(
            _delivery("status").in_list(OPEN),
            all_of(_delivery("status").eq(DEAD), _delivery("finished_at").gt(dead_since)),
        )
    )
