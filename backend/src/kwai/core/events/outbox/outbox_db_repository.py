"""Writes the outbox: what is published, who holds it, how it ended."""

import secrets
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kwai.core.db.database import Database
from kwai.core.db.engine import Sql, all_of, any_of
from kwai.core.events.outbox.claim import Claim, ClaimRequest, ClaimResult, Lane, Settled
from kwai.core.events.outbox.new_event import NewDelivery, NewEvent
from kwai.core.events.outbox.outbox_db_query import (
    DueFilter,
    select,
    select_any_due,
    select_due,
    select_event_ids,
    select_ids,
    select_one_due,
)
from kwai.core.events.outbox.outbox_tables import (
    CANCELLED,
    DEAD,
    DONE,
    ERROR_LENGTH,
    LEASED,
    OPEN,
    OUTCOME_LENGTH,
    READY,
    DueRow,
    OutboxDeliveriesTable,
    OutboxDeliveryRow,
    OutboxDueTable,
    OutboxEventRow,
    OutboxEventsTable,
)
from kwai.core.events.outbox.verdict import Dead, Done, Retry, Verdict

CHUNK = 500

EVENTS = OutboxEventsTable.table_name
DELIVERIES = OutboxDeliveriesTable.table_name
_event = OutboxEventsTable.field
_delivery = OutboxDeliveriesTable.field

EXPIRED = "expired"
WITHDRAWN = "withdrawn"
EXHAUSTED = "attempts"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Due:
    """What one look at the queue found, by what is to become of it."""

    now: datetime
    rows: Sequence[DueRow]
    max_attempts: int

    @property
    def expired(self) -> list[DueRow]:
        return [row for row in self.rows if self._is_expired(row)]

    @property
    def exhausted(self) -> list[DueRow]:
        """Counted before each run: whoever ran it the last time did not live to tell."""
        late = [row for row in self.rows if row.attempts >= self.max_attempts]
        return [row for row in late if not self._is_expired(row)]

    @property
    def takeable(self) -> list[DueRow]:
        tried = [row for row in self.rows if row.attempts < self.max_attempts]
        return [row for row in tried if not self._is_expired(row)]

    @property
    def expired_leases(self) -> int:
        return sum(row.status == LEASED for row in self.rows)

    def _is_expired(self, row: DueRow) -> bool:
        return row.expires_at is not None and row.expires_at <= self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clocks:
    """The clock of the database, and the one of this process right before and after."""

    started: float
    now: datetime
    read_at: float


class OutboxDbRepository:
    """The statements of publishers and workers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(
        self,
        event: NewEvent,
        sealed: bytes,
        deliveries: Sequence[NewDelivery],
        *,
        now: datetime,
        is_keyed: bool = False,
    ) -> None:
        """Store an event with its deliveries; a keyed one that is there already stays as it is."""
        row = create_event_row(event, sealed, now)
        event_id = await self._add_once(row) if is_keyed else await self._add(row)
        if event_id is None:
            return
        for delivery in deliveries:
            row_of_delivery = create_delivery_row(event_id, event, delivery, now)
            await self._database.insert(DELIVERIES, row_of_delivery)

    async def cancel(self, subject_uuid: str) -> int:
        """Cancel what is open for a user or an invitation, and forget the contents."""
        query = select_event_ids().where(_event("subject_uuid").eq(subject_uuid))
        event_ids = await self._ids(query.and_where(_event("payload").is_not_null()))
        now = await self._database.now()
        count = 0
        for chunk in in_chunks(event_ids):
            # Parents first, as everybody locks them.
            await self._update(EVENTS, {"payload": None}, _event("id").in_list(chunk))
            open_ones = select_ids().where(_delivery("event_id").in_list(chunk))
            ids = await self._ids(open_ones.and_where(_delivery("status").in_list(OPEN)))
            for ids_chunk in in_chunks(ids):
                count += await self.end(ids_chunk, CANCELLED, WITHDRAWN, now)
        return count

    async def has_due(self, handlers: Collection[str]) -> bool:
        """Tell whether a claim would find something; only reads."""
        now = await self._database.now()
        return await self._database.fetch_one(select_any_due(now, handlers)) is not None

    async def claim(self, request: ClaimRequest) -> ClaimResult:
        """Lease what is due, and end what must not run any more; call it in a unit."""
        clocks = await self._read_clocks()
        now = clocks.now
        rows = [row for lane in request.lanes for row in await self._find_due(lane, request, now)]
        due = _Due(now=now, rows=rows, max_attempts=request.max_attempts)
        settled = [
            *await self._settle(due.expired, CANCELLED, EXPIRED, now),
            *await self._settle(due.exhausted, DEAD, EXHAUSTED, now),
        ]
        return ClaimResult(
            claims=await self._lease(due.takeable, request, clocks),
            settled=settled,
            expired_leases=due.expired_leases,
        )

    async def finish(self, claim: Claim, verdict: Verdict) -> bool:
        """Write how an attempt ended; False when the delivery is no longer held by this claim."""
        query = Database.create_query_factory().update(DELIVERIES, _changes(claim, verdict))
        query.where(_delivery("id").eq(claim.id)).and_where(_delivery("lease").eq(claim.lease))
        return await self._database.change(query.and_where(_delivery("status").eq(LEASED))) > 0

    async def finish_all(self, claims: Sequence[Claim]) -> int:
        """Write that attempts have succeeded; tells how many were still held by their claims."""
        query = Database.create_query_factory().update(DELIVERIES, _changes(claims[0], Done()))
        ids_by_lease: dict[str, list[int]] = {}
        for claim in claims:
            ids_by_lease.setdefault(claim.lease, []).append(claim.id)
        held = [
            all_of(_delivery("id").in_list(ids), _delivery("lease").eq(lease))
            for lease, ids in ids_by_lease.items()
        ]
        query.where(any_of(*held)).and_where(_delivery("status").eq(LEASED))
        return await self._database.change(query)

    async def done_of(self, ids: Sequence[int], worker: str) -> list[int]:
        """Tell which deliveries a worker has ended well, after an answer it never got."""
        query = select_ids().where(_delivery("id").in_list(ids))
        query.and_where(_delivery("status").eq(DONE)).and_where(_delivery("leased_by").eq(worker))
        return await self._ids(query)

    async def end(self, ids: Sequence[int], status: str, outcome: str, now: datetime) -> int:
        """End deliveries without running them."""
        changes = {"status": status, "outcome": outcome, "finished_at": now, "lease": None}
        return await self._update(DELIVERIES, changes, _delivery("id").in_list(ids))

    async def _add(self, row: OutboxEventRow) -> int:
        return await self._database.insert(EVENTS, row)

    async def _add_once(self, row: OutboxEventRow) -> int | None:
        """Two at a time may get here, so the index decides and not a look before."""
        values = {column: getattr(row, column) for column in OutboxEventRow.__slots__}
        del values["id"]
        insert = Database.create_query_factory().insert(EVENTS, values)
        await self._database.execute(insert.upsert(["uuid"], []))
        found = select(OutboxEventsTable).where(_event("uuid").eq(row.uuid)).for_update()
        event = OutboxEventsTable(await self._database.fetch_one(found) or {})
        delivery = select_ids().where(_delivery("event_id").eq(event.id)).limit(1)
        is_new = await self._database.fetch_one(delivery) is None
        return event.id if is_new else None

    async def _read_clocks(self) -> _Clocks:
        started = time.monotonic()
        now = await self._database.now()
        return _Clocks(started=started, now=now, read_at=time.monotonic())

    async def _find_due(self, lane: Lane, request: ClaimRequest, now: datetime) -> list[DueRow]:
        rows: list[DueRow] = []
        for status in (LEASED, READY) if request.takes_over else (READY,):
            if (limit := lane.limit - len(rows)) > 0:
                due = DueFilter(status=status, now=now, handlers=lane.handlers)
                rows += await self._lock_due(due, limit)
        return rows

    async def _lock_due(self, due: DueFilter, limit: int) -> list[DueRow]:
        # A locking read of an empty range locks the row behind it, which its worker wants to end.
        is_rare = due.status == LEASED
        if is_rare and await self._database.fetch_one(select_one_due(due)) is None:
            return []
        records = await self._database.fetch_all(select_due(due, limit))
        return [OutboxDueTable(record) for record in records]

    async def _settle(
        self, rows: Sequence[DueRow], status: str, outcome: str, now: datetime
    ) -> list[Settled]:
        if rows:
            await self.end([row.id for row in rows], status, outcome, now)
        return [
            Settled(id=row.id, handler=row.handler, status=status, outcome=outcome) for row in rows
        ]

    async def _lease(
        self, rows: Sequence[DueRow], request: ClaimRequest, clocks: _Clocks
    ) -> list[Claim]:
        if not rows:
            return []
        token = secrets.token_hex(16)
        changes = {
            "status": LEASED,
            "lease": token,
            "leased_by": request.worker,
            "attempts": Sql("`attempts` + 1"),
            "available_at": clocks.now + request.lease,
        }
        await self._update(DELIVERIES, changes, _delivery("id").in_list(row.id for row in rows))
        events = await self._events_of(rows)
        return [_create_claim(row, events[row.event_id], token, clocks) for row in rows]

    async def _events_of(self, rows: Sequence[DueRow]) -> dict[int, OutboxEventRow]:
        ids = [row.event_id for row in rows]
        query = select(OutboxEventsTable).where(_event("id").in_list(ids))
        events = [OutboxEventsTable(record) async for record in self._database.fetch(query)]
        return {event.id: event for event in events}

    async def _ids(self, query: Any) -> list[int]:
        records = [record async for record in self._database.fetch(query)]
        return sorted(int(str(record["id"])) for record in records)

    async def _update(self, table: str, changes: dict[str, Any], criteria: Sql) -> int:
        query = Database.create_query_factory().update(table, changes)
        return await self._database.change(query.where(criteria))


def in_chunks(ids: Sequence[int]) -> list[Sequence[int]]:
    """Split a list into what one statement may hold."""
    return [ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK)]


def create_event_row(event: NewEvent, sealed: bytes, now: datetime) -> OutboxEventRow:
    """What is stored of an event; `now` is the time of the database."""
    return OutboxEventRow(
        uuid=event.uuid,
        name=event.name,
        version=event.version,
        cause=event.cause,
        payload=sealed,
        subject_uuid=event.subject_uuid,
        request_id=event.request_id,
        created_at=now,
    )


def create_delivery_row(
    event_id: int, event: NewEvent, delivery: NewDelivery, now: datetime
) -> OutboxDeliveryRow:
    """What is stored of the way of an event to one handler."""
    return OutboxDeliveryRow(
        event_id=event_id,
        handler=delivery.handler,
        priority=event.priority,
        available_at=now + event.delay,
        expires_at=event.expires_at,
        recipient=delivery.recipient,
        message_id=delivery.message_id,
        created_at=now,
    )


def _create_claim(row: DueRow, event: OutboxEventRow, token: str, clocks: _Clocks) -> Claim:
    return Claim(
        id=row.id,
        handler=row.handler,
        attempts=row.attempts + 1,
        priority=row.priority,
        expires_at=row.expires_at,
        created_at=row.created_at,
        recipient=row.recipient,
        message_id=row.message_id,
        lease=token,
        claimed_at=clocks.now,
        started=clocks.started,
        read_at=clocks.read_at,
        event_uuid=event.uuid,
        event_name=event.name,
        payload=event.payload,
        subject_uuid=event.subject_uuid,
        request_id=event.request_id,
    )


def _changes(claim: Claim, verdict: Verdict) -> dict[str, Any]:
    """The columns that a verdict sets."""
    now = claim.now()
    changes: dict[str, Any] = {"lease": None}
    if isinstance(verdict, Done):
        outcome = verdict.outcome[:OUTCOME_LENGTH]
        return changes | {"status": DONE, "outcome": outcome, "finished_at": now}
    if isinstance(verdict, Dead):
        changes |= {"status": DEAD, "outcome": verdict.outcome, "finished_at": now}
        return changes | {"last_error": verdict.error[:ERROR_LENGTH]}
    changes |= {"status": READY, "leased_by": None, "available_at": now}
    if isinstance(verdict, Retry):
        changes |= {"last_error": verdict.error[:ERROR_LENGTH], "outcome": verdict.outcome}
        changes["available_at"] = _due_again(claim, verdict, now)
    if not (isinstance(verdict, Retry) and verdict.is_counted):
        changes["attempts"] = Sql("`attempts` - 1")
    return changes


def _due_again(claim: Claim, verdict: Retry, now: datetime) -> datetime:
    """Not later than its end, so that it is cancelled as soon as it has become pointless."""
    due = now if verdict.delay is None else now + verdict.delay
    return due if claim.expires_at is None else min(due, claim.expires_at)
