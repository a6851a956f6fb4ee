"""The SELECTs of publishers and workers on the outbox."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from kwai.core.db.database import Database
from kwai.core.db.engine import KwaiSelect, not_exists
from kwai.core.db.table import Table
from kwai.core.events.outbox.outbox_tables import (
    OPEN,
    OutboxControlTable,
    OutboxDeliveriesTable,
    OutboxDueTable,
    OutboxEventsTable,
)

_delivery = OutboxDeliveriesTable.field


def select(table: "Table[Any]") -> KwaiSelect:
    """All columns of a table."""
    return Database.create_query_factory().select(table.columns).from_(table.table_name)


def select_due(
    *, status: str, priority: int, now: datetime, handlers: Collection[str], limit: int
) -> KwaiSelect:
    """The deliveries that have waited longest, locked; those locked by others are left out.

    While the queue is held there are none.
    """
    query = (
        select(OutboxDueTable)
        .where(_delivery("status").eq(status))
        .and_where(_delivery("priority").eq(priority))
        .and_where(_delivery("available_at").lte(now))
        .and_where(_delivery("handler").in_list(handlers))
        .and_where(not_exists(select_hold()))
        .order_by("outbox_deliveries.available_at")
        .order_by("outbox_deliveries.id")
        .limit(limit)
    )
    return query.for_update(skip_locked=True)


def select_any_due(now: datetime, handlers: Collection[str]) -> KwaiSelect:
    """The id of a delivery that could be claimed now, unless the queue is held."""
    return (
        select_ids()
        .where(_delivery("status").in_list(OPEN))
        .and_where(_delivery("available_at").lte(now))
        .and_where(_delivery("handler").in_list(handlers))
        .and_where(not_exists(select_hold()))
        .order_by("outbox_deliveries.id")
        .limit(1)
    )


def select_hold() -> KwaiSelect:
    """A row when the queue is held."""
    factory = Database.create_query_factory()
    query = factory.select("outbox_control.id").from_(OutboxControlTable.table_name)
    return query.where(OutboxControlTable.field("held").eq(True))


def select_ids() -> KwaiSelect:
    """The ids of deliveries."""
    factory = Database.create_query_factory()
    return factory.select("outbox_deliveries.id").from_(OutboxDeliveriesTable.table_name)


def select_event_ids() -> KwaiSelect:
    """The ids of events."""
    factory = Database.create_query_factory()
    return factory.select("outbox_events.id").from_(OutboxEventsTable.table_name)
