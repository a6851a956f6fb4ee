"""The SELECTs of publishers and workers on the outbox."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kwai.core.db.database import Database
from kwai.core.db.engine import KwaiSelect, Sql, not_exists
from kwai.core.db.table import Table
from kwai.core.events.outbox.outbox_tables import (
    OPEN,
    PRIORITIES,
    OutboxControlTable,
    OutboxDeliveriesTable,
    OutboxDueTable,
    OutboxEventsTable,
)

_delivery = OutboxDeliveriesTable.field


def select(table: "Table[Any]") -> KwaiSelect:
    """All columns of a table."""
    return Database.create_query_factory().select(table.columns).from_(table.table_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class DueFilter:
    """Deliveries of one status that may be taken."""

    status: str
    now: datetime
    handlers: Collection[str]

    def apply(self, query: KwaiSelect) -> KwaiSelect:
        """Narrow a query; while the queue is held nothing is left."""
        return (
            query.where(_delivery("status").eq(self.status))
            # All there are: without them both engines would sort instead of reading an index.
            .and_where(_delivery("priority").in_list(PRIORITIES))
            .and_where(_delivery("available_at").lte(self.now))
            .and_where(_delivery("handler").in_list(self.handlers))
            .and_where(not_exists(select_hold()))
        )


def select_due(due: DueFilter, limit: int) -> KwaiSelect:
    """The most urgent, and of those the ones that have waited longest, locked.

    Those locked by others are left out.
    """
    query = due.apply(select(OutboxDueTable)).limit(limit)
    for column in ("priority", "available_at", "id"):
        query.order_by(f"outbox_deliveries.{column}")
    return query.for_update(skip_locked=True)


def select_one_due(due: DueFilter) -> KwaiSelect:
    """A row when there is one."""
    return due.apply(_found()).limit(1)


def select_any_due(now: datetime, handlers: Collection[str]) -> KwaiSelect:
    """A row when something could be claimed now, unless the queue is held."""
    # Without an order: by id the server would walk through everything that is done already.
    return (
        _found()
        .where(_delivery("status").in_list(OPEN))
        .and_where(_delivery("available_at").lte(now))
        .and_where(_delivery("handler").in_list(handlers))
        .and_where(not_exists(select_hold()))
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


def select_ids_by_uuid(uuids: Collection[str]) -> KwaiSelect:
    """The ids of events with their unique ids."""
    factory = Database.create_query_factory()
    query = factory.select("outbox_events.id", "outbox_events.uuid")
    query.from_(OutboxEventsTable.table_name)
    return query.where(OutboxEventsTable.field("uuid").in_list(uuids))


def _found() -> KwaiSelect:
    factory = Database.create_query_factory()
    return factory.select(Sql("1 AS `found`")).from_(OutboxDeliveriesTable.table_name)
