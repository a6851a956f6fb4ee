"""Adds mails to the outbox, several of them with few statements."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from kwai.core.db.database import Database
from kwai.core.events.outbox.claim import Claim, Reservation
from kwai.core.events.outbox.new_event import NewMail
from kwai.core.events.outbox.outbox_db_query import select_delivery_keys, select_event_keys
from kwai.core.events.outbox.outbox_db_repository import DELIVERIES, EVENTS, in_chunks
from kwai.core.events.outbox.outbox_tables import LEASED, OutboxDeliveryRow, OutboxEventRow


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedMail:
    """A mail as its row holds it."""

    mail: NewMail
    payload: bytes


class OutboxMailDbRepository:
    """The INSERTs of a task that has composed mails."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(
        self, mails: Sequence[SealedMail], reservation: Reservation | None, *, now: datetime
    ) -> list[Claim]:
        """Store mails; those leased to whoever has reserved them are returned."""
        event_ids = await self._add_events(mails, now)
        token = secrets.token_hex(16)
        rows: list[OutboxDeliveryRow] = []
        taken: list[SealedMail] = []
        for sealed in mails:
            row = _delivery_row(sealed.mail, event_ids[sealed.mail.event.uuid], now)
            if reservation and len(taken) < reservation.limit and _is_due(row, now):
                taken.append(sealed)
                row = _lease(row, reservation, token)
            rows.append(row)
        ids = await self._add_deliveries(rows)
        if reservation is None:
            return []
        leased = [row for row in rows if row.status == LEASED]
        return [
            _create_claim(ids[row.event_id], row, sealed, reservation)
            for row, sealed in zip(leased, taken, strict=True)
        ]

    async def _add_events(self, mails: Sequence[SealedMail], now: datetime) -> dict[str, int]:
        rows = [_event_row(mail, now) for mail in mails]
        if len(rows) == 1:
            return {rows[0].uuid: await self._database.insert(EVENTS, rows[0])}
        await self._database.insert_many(EVENTS, rows)
        ids: dict[str, int] = {}
        for chunk in in_chunks(rows):
            records = await self._database.fetch_all(select_event_keys(row.uuid for row in chunk))
            ids |= {str(record["uuid"]): int(record["id"]) for record in records}
        return ids

    async def _add_deliveries(self, rows: Sequence[OutboxDeliveryRow]) -> dict[int, int]:
        """Give the ids by those of the events, of which each mail has its own."""
        if len(rows) == 1:
            return {rows[0].event_id: await self._database.insert(DELIVERIES, rows[0])}
        await self._database.insert_many(DELIVERIES, rows)
        leased = [row.event_id for row in rows if row.status == LEASED]
        if not leased:
            return {}
        records = await self._database.fetch_all(select_delivery_keys(leased))
        return {int(record["event_id"]): int(record["id"]) for record in records}


def _event_row(sealed: SealedMail, now: datetime) -> OutboxEventRow:
    event = sealed.mail.event
    return OutboxEventRow(
        uuid=event.uuid,
        name=event.name,
        version=event.version,
        cause=event.cause,
        payload=sealed.payload,
        subject_uuid=event.subject_uuid,
        request_id=sealed.mail.request_id,
        created_at=now,
    )


def _delivery_row(mail: NewMail, event_id: int, now: datetime) -> OutboxDeliveryRow:
    return OutboxDeliveryRow(
        event_id=event_id,
        handler=mail.delivery.handler,
        priority=mail.event.priority,
        available_at=now + mail.event.delay,
        expires_at=mail.event.expires_at,
        recipient=mail.delivery.recipient,
        message_id=mail.delivery.message_id,
        created_at=now,
    )


def _is_due(row: OutboxDeliveryRow, now: datetime) -> bool:
    return row.available_at <= now and (row.expires_at is None or row.expires_at > now)


def _lease(row: OutboxDeliveryRow, reservation: Reservation, token: str) -> OutboxDeliveryRow:
    return replace(
        row,
        status=LEASED,
        attempts=1,
        available_at=reservation.clocks.moment + reservation.lease,
        lease=token,
        leased_by=reservation.worker,
    )


def _create_claim(
    id_: int, row: OutboxDeliveryRow, sealed: SealedMail, reservation: Reservation
) -> Claim:
    event = sealed.mail.event
    return Claim(
        id=id_,
        handler=row.handler,
        attempts=row.attempts,
        priority=row.priority,
        expires_at=row.expires_at,
        created_at=row.created_at,
        recipient=row.recipient,
        message_id=row.message_id,
        lease=row.lease or "",
        clocks=reservation.clocks,
        event_uuid=event.uuid,
        event_name=event.name,
        payload=sealed.payload,
        subject_uuid=event.subject_uuid,
        request_id=sealed.mail.request_id,
    )
