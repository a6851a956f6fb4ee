"""Adds mails to the outbox, several of them with few statements."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from kwai.core.db.database import Database
from kwai.core.events.outbox.new_event import NewMail
from kwai.core.events.outbox.outbox_db_query import select_ids_by_uuid
from kwai.core.events.outbox.outbox_db_repository import (
    DELIVERIES,
    EVENTS,
    create_delivery_row,
    create_event_row,
)
from kwai.core.events.outbox.outbox_tables import OutboxEventRow

#: The server reads 16 MiB at once.
CHUNK_BYTES = 4 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedMail:
    """A mail as its row holds it."""

    mail: NewMail
    payload: bytes


class OutboxMailDbRepository:
    """The INSERTs of those who have composed mails; call it in a unit."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add_all(self, mails: Sequence[SealedMail], *, now: datetime) -> None:
        """Store mails with their deliveries."""
        ids = await self._add_events(
            [create_event_row(sealed.mail.event, sealed.payload, now) for sealed in mails]
        )
        rows = [
            create_delivery_row(ids[mail.event.uuid], mail.event, mail.delivery, now)
            for mail in (sealed.mail for sealed in mails)
        ]
        if len(rows) == 1:
            await self._database.insert(DELIVERIES, rows[0])
        else:
            await self._database.insert_many(DELIVERIES, rows)

    async def _add_events(self, rows: Sequence[OutboxEventRow]) -> dict[str, int]:
        """Give the ids by the unique ids."""
        if len(rows) == 1:
            return {rows[0].uuid: await self._database.insert(EVENTS, rows[0])}
        for chunk in _in_chunks(rows):
            await self._database.insert_many(EVENTS, chunk)
        query = select_ids_by_uuid([row.uuid for row in rows])
        return {
            str(record["uuid"]): int(str(record["id"]))
            async for record in self._database.fetch(query)
        }


def _in_chunks(rows: Sequence[OutboxEventRow]) -> Iterator[Sequence[OutboxEventRow]]:
    """Split rows into what the server takes at once."""
    start, size = 0, 0
    for index, row in enumerate(rows):
        size += len(row.payload or b"")
        if size > CHUNK_BYTES and index > start:
            yield rows[start:index]
            start, size = index, len(row.payload or b"")
    yield rows[start:]
