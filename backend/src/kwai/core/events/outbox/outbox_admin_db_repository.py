"""What people ask of the outbox, and what they may change in it."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from kwai.core.db.database import Database
from kwai.core.events.outbox.outbox_admin_db_query import (
    select_control,
    select_counts,
    select_dead,
    select_last_error,
    select_oldest_open,
    select_with_event,
)
from kwai.core.events.outbox.outbox_db_query import select_ids
from kwai.core.events.outbox.outbox_db_repository import WITHDRAWN, OutboxDbRepository, in_chunks
from kwai.core.events.outbox.outbox_tables import (
    CANCELLED,
    DEAD,
    LEASED,
    OPEN,
    READY,
    OutboxControlRow,
    OutboxControlTable,
    OutboxDeliveriesTable,
    OutboxDeliveryRow,
    OutboxEventRow,
    OutboxEventsTable,
)

if TYPE_CHECKING:
    from kwai.core.db.engine import KwaiSelect
    from kwai.core.db.pool.base import Record

_delivery = OutboxDeliveriesTable.field

RetryRefusal = Literal["not_dead", "expired", "forgotten"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryCount:
    """How many deliveries of a handler are in a status."""

    status: str
    handler: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryWithEvent:
    """A delivery and what it delivers."""

    delivery: OutboxDeliveryRow
    event: OutboxEventRow

    @property
    def is_forgotten(self) -> bool:
        """Whether the contents are gone, so that it cannot run any more."""
        return self.event.payload is None

    def is_expired_at(self, now: datetime) -> bool:
        """Whether it came too late at `now`."""
        expires_at = self.delivery.expires_at
        return expires_at is not None and expires_at <= now


class OutboxAdminDbRepository:
    """Counts, dead letters and the hold."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def count_deliveries(self) -> list[DeliveryCount]:
        """Count per status and handler."""
        return [
            DeliveryCount(
                status=str(record["status"]),
                handler=str(record["handler"]),
                count=int(str(record["count"])),
            )
            for record in await self._database.fetch_all(select_counts())
        ]

    async def oldest_due_seconds(self) -> float:
        """Tell for how long the oldest delivery has been due; 0 when none is."""
        record = await self._database.fetch_one(select_oldest_open())
        if record is None:
            return 0.0
        waiting = await self._database.now() - OutboxDeliveriesTable(record).available_at
        return max(waiting.total_seconds(), 0.0)

    async def last_error(self, handler: str) -> OutboxDeliveryRow | None:
        """Find the delivery of a handler that failed last."""
        record = await self._database.fetch_one(select_last_error(handler))
        return None if record is None else OutboxDeliveriesTable(record)

    async def control(self) -> OutboxControlRow | None:
        """Read the switch; without its row the queue is not held."""
        record = await self._database.fetch_one(select_control())
        return None if record is None else OutboxControlTable(record)

    async def hold(self, reason: str) -> None:
        """Let no worker claim anything."""
        await self._switch(held=True, reason=reason)

    async def resume(self, *, keep: bool) -> int:
        """Let workers claim again; without `keep` cancel all that waits, and tell how many."""
        async with self._database.transaction():
            cancelled = 0 if keep else await self._cancel_open()
            await self._switch(held=False, reason="")
        return cancelled

    async def dead(self, handler: str | None = None, limit: int = 100) -> list[DeliveryWithEvent]:
        """List dead deliveries, newest first."""
        return await self._with_events(select_dead(handler).limit(limit))

    async def dead_ids(self, handler: str) -> list[int]:
        """List the ids of all dead deliveries to a handler."""
        query = select_ids().where(_delivery("status").eq(DEAD))
        query.and_where(_delivery("handler").eq(handler)).order_by("outbox_deliveries.id")
        return [int(str(record["id"])) for record in await self._database.fetch_all(query)]

    async def find(self, id_: int) -> DeliveryWithEvent | None:
        """Find a delivery."""
        found = await self._with_events(select_with_event().where(_delivery("id").eq(id_)))
        return found[0] if found else None

    async def lock(self, id_: int) -> None:
        """Let no worker take a delivery until the unit ends."""
        query = select_ids().where(_delivery("id").eq(id_))
        await self._database.fetch_one(query.for_update())

    async def retry(self, id_: int) -> None:
        """Make a delivery due with all its attempts; the id of its mail stays.

        One that is leased stays with its worker: it is being tried at this moment.
        """
        changes = {
            "status": READY,
            "attempts": 0,
            "available_at": await self._database.now(),
            "lease": None,
            "leased_by": None,
            "outcome": None,
            "finished_at": None,
        }
        query = Database.create_query_factory().update("outbox_deliveries", changes)
        query.where(_delivery("id").eq(id_)).and_where(_delivery("status").not_eq(LEASED))
        await self._database.change(query)

    async def retry_dead(self, id_: int) -> RetryRefusal | None:
        """Give a dead delivery another try, unless that makes no sense; call it in a unit."""
        await self.lock(id_)
        found = await self.find(id_)
        if found is None or found.delivery.status != DEAD:
            return "not_dead"
        if found.is_expired_at(await self._database.now()):
            return "expired"
        if found.is_forgotten:
            return "forgotten"
        await self.retry(id_)
        return None

    async def _switch(self, *, held: bool, reason: str) -> None:
        values = {"id": 1, "held": held, "reason": reason, "changed_at": await self._database.now()}
        query = Database.create_query_factory().insert("outbox_control", values)
        await self._database.execute(query.upsert(["id"], ["held", "reason", "changed_at"]))

    async def _cancel_open(self) -> int:
        outbox = OutboxDbRepository(self._database)
        now = await self._database.now()
        query = (
            select_ids().where(_delivery("status").in_list(OPEN)).order_by("outbox_deliveries.id")
        )
        ids = [int(str(record["id"])) for record in await self._database.fetch_all(query)]
        return sum([await outbox.end(chunk, CANCELLED, WITHDRAWN, now) for chunk in in_chunks(ids)])

    async def _with_events(self, query: "KwaiSelect") -> list[DeliveryWithEvent]:
        return [_create(record) for record in await self._database.fetch_all(query)]


def _create(record: "Record") -> DeliveryWithEvent:
    return DeliveryWithEvent(
        delivery=OutboxDeliveriesTable(record), event=OutboxEventsTable(record)
    )
