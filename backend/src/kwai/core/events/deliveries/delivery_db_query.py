"""Module that implements a query for deliveries on the outbox."""

from collections.abc import Collection
from typing import Self

from kwai.core.db.database_query import DatabaseQuery
from kwai.core.db.engine import Sql, all_of, any_of
from kwai.core.events.deliveries.delivery import DeliveryIdentifier, DeliveryState
from kwai.core.events.deliveries.delivery_query import DeliveryQuery
from kwai.core.events.outbox.new_event import SEND_MAIL
from kwai.core.events.outbox.outbox_tables import (
    CANCELLED,
    DEAD,
    DONE,
    OPEN,
    OutboxDeliveriesTable,
    OutboxEventsTable,
)

_delivery = OutboxDeliveriesTable.field
_event = OutboxEventsTable.field


class DeliveryDbQuery(DeliveryQuery, DatabaseQuery):
    """Selects the deliveries of mails, with the event that each belongs to."""

    def init(self) -> None:
        on = _event("id").eq_field("outbox_deliveries.event_id")
        self._query.from_(OutboxDeliveriesTable.table_name)
        self._query.join(OutboxEventsTable.table_name, on, "INNER")
        self._query.and_where(_delivery("handler").eq(SEND_MAIL))

    @property
    def columns(self) -> list[Sql]:
        return [OutboxDeliveriesTable.columns, OutboxEventsTable.columns]

    @property
    def count_column(self) -> str:
        return OutboxDeliveriesTable.column("id")

    def filter_by_id(self, id_: DeliveryIdentifier) -> Self:
        self._query.and_where(_delivery("id").eq(id_))
        return self

    def filter_by_state(self, states: Collection[DeliveryState]) -> Self:
        self._query.and_where(any_of(*[_in_state(state) for state in states]))
        return self

    def filter_by_name(self, name: str) -> Self:
        self._query.and_where(_event("cause").eq(name))
        return self

    def filter_by_subject(self, uuid: str) -> Self:
        self._query.and_where(_event("subject_uuid").eq(uuid))
        return self

    def order_by_newest(self) -> Self:
        return self.order_by(OutboxDeliveriesTable.column("id"), "DESC")


def _in_state(state: DeliveryState) -> Sql:
    status = _delivery("status")
    is_open, error = status.in_list(OPEN), _delivery("last_error")
    conditions = {
        DeliveryState.QUEUED: all_of(is_open, error.is_null()),
        DeliveryState.FAILED: all_of(is_open, error.is_not_null()),
        DeliveryState.SENT: status.eq(DONE),
        DeliveryState.GIVEN_UP: status.eq(DEAD),
        DeliveryState.CANCELLED: status.eq(CANCELLED),
    }
    return conditions[state]
