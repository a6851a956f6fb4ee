"""Adds mails to the outbox, several of them with few statements."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kwai.core.db.database import Database
from kwai.core.events.outbox.new_event import NewMail
from kwai.core.events.outbox.outbox_db_repository import (
    DELIVERIES,
    EVENTS,
    create_delivery_row,
    create_event_row,
)
from kwai.core.events.outbox.outbox_tables import OutboxDeliveryRow


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
        rows = [await self._add_event(mail, now) for mail in mails]
        if len(rows) == 1:
            await self._database.insert(DELIVERIES, rows[0])
        else:
            await self._database.insert_many(DELIVERIES, rows)

    async def _add_event(self, sealed: SealedMail, now: datetime) -> OutboxDeliveryRow:
        # One by one: the driver writes out what it sends of many rows, which takes the ten
        # thousand bytes of a mail 0.3 ms, and the ids would have to be read back.
        event, delivery = sealed.mail.event, sealed.mail.delivery
        row = create_event_row(event, sealed.payload, now)
        return create_delivery_row(await self._database.insert(EVENTS, row), event, delivery, now)
