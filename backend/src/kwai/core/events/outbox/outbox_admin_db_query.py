"""The SELECTs on the outbox that people and alarms need."""

from kwai.core.db.database import Database
from kwai.core.db.engine import KwaiSelect, Sql, as_column
from kwai.core.events.outbox.outbox_db_query import select
from kwai.core.events.outbox.outbox_tables import (
    DEAD,
    OPEN,
    OutboxControlTable,
    OutboxDeliveriesTable,
    OutboxEventsTable,
)

_delivery = OutboxDeliveriesTable.field


def select_control() -> KwaiSelect:
    """The switch that holds the queue."""
    return select(OutboxControlTable).order_by("outbox_control.id").limit(1)


def select_counts() -> KwaiSelect:
    """How many deliveries there are per status and handler."""
    columns = ("outbox_deliveries.status", "outbox_deliveries.handler")
    factory = Database.create_query_factory()
    query = factory.select(*columns, as_column(Sql("COUNT(*)"), "count"))
    return query.from_("outbox_deliveries").group_by(*columns)


def select_oldest_open() -> KwaiSelect:
    """The open delivery that could have been taken for the longest time."""
    query = select(OutboxDeliveriesTable).where(_delivery("status").in_list(OPEN))
    return (
        query.order_by("outbox_deliveries.available_at").order_by("outbox_deliveries.id").limit(1)
    )


def select_last_error(handler: str) -> KwaiSelect:
    """The delivery of a handler that failed last and is not done."""
    query = select(OutboxDeliveriesTable).where(_delivery("handler").eq(handler))
    query.and_where(_delivery("last_error").is_not_null())
    return query.order_by("outbox_deliveries.id", "DESC").limit(1)


def select_dead(handler: str | None) -> KwaiSelect:
    """Dead deliveries with their events, newest first."""
    query = select_with_event().where(_delivery("status").eq(DEAD))
    if handler is not None:
        query.and_where(_delivery("handler").eq(handler))
    return query.order_by("outbox_deliveries.id", "DESC")


def select_with_event() -> KwaiSelect:
    """Deliveries with their events."""
    factory = Database.create_query_factory()
    query = factory.select(OutboxDeliveriesTable.columns, OutboxEventsTable.columns)
    query.from_(OutboxDeliveriesTable.table_name)
    on = OutboxEventsTable.field("id").eq_field("outbox_deliveries.event_id")
    return query.join(OutboxEventsTable.table_name, on, "INNER")
