"""The SELECTs of publishers and workers on the outbox."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kwai.core.db.database import Database
from kwai.core.db.engine import KwaiSelect, Sql, not_exists
from kwai.core.db.table import Table
from kwai.core.events.outbox.outbox_tables import (
    LEASED,
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


@dataclass(frozen=True, slots=True, kw_only=True)
class DueFilter:
    """Deliveries of one status and priority that may be taken."""

    status: str
    priority: int
    now: datetime
    handlers: Collection[str]

    @property
    def is_rare(self) -> bool:
        """Whether there mostly are none: urgent ones, and those of a worker that died."""
        return self.status == LEASED or self.priority == 0

    def apply(self, query: KwaiSelect) -> KwaiSelect:
        """Narrow a query; while the queue is held nothing is left."""
        return (
            query.where(_delivery("status").eq(self.status))
            .and_where(_delivery("priority").eq(self.priority))
            .and_where(_delivery("available_at").lte(self.now))
            .and_where(_delivery("handler").in_list(self.handlers))
            .and_where(not_exists(select_hold()))
        )


def select_due(due: DueFilter, limit: int) -> KwaiSelect:
    """Those that have waited longest, locked; those locked by others are left out."""
    query = due.apply(select(OutboxDueTable)).limit(limit)
    query.order_by("outbox_deliveries.available_at").order_by("outbox_deliveries.id")
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


def _found() -> KwaiSelect:
    factory = Database.create_query_factory()
    return factory.select(Sql("1 AS `found`")).from_(OutboxDeliveriesTable.table_name)
