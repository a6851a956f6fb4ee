"""The bus that every use case gets: what it publishes is committed with what caused it."""

import json
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid4, uuid5

from loguru import logger

from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.core.events.bus import Bus
from kwai.core.events.event import Event
from kwai.core.events.metrics import get_metrics
from kwai.core.events.outbox.new_event import NewDelivery, NewEvent, NewMail
from kwai.core.events.outbox.outbox_db_repository import OutboxDbRepository
from kwai.core.events.outbox.outbox_mail_db_repository import OutboxMailDbRepository, SealedMail
from kwai.core.events.subscriptions import Subscriptions
from kwai.core.events.task import Task
from kwai.core.logging import request_id

if TYPE_CHECKING:
    from kwai.core.db.database import Database
    from kwai.core.events.bell import Bell
    from kwai.core.security.sealer import Sealer


class OutboxBus(Bus):
    """Writes events to the database of a session, and rings the bell when they are committed."""

    def __init__(
        self, database: "Database", subscriptions: Subscriptions, sealer: "Sealer", bell: "Bell"
    ) -> None:
        self._database = database
        self._subscriptions = subscriptions
        self._bell = bell
        self._sealer = sealer
        self._outbox = OutboxDbRepository(database)
        self._to_ring: dict[str, str] = {}

    async def publish(self, event: Event, *, key: str | None = None) -> None:
        """Commit an event with the transaction that is open, or with one of its own.

        Raises:
            ValueError: the event is larger than 1 MiB.
        """
        handlers = self._subscriptions.handlers_of(event.meta.name)
        if not handlers:
            logger.bind(event_name=event.meta.name).warning("Nobody handles this event.")
            return
        deliveries = [NewDelivery(handler=handler) for handler in handlers]
        to_store = _to_store(event, key)
        sealed = self._sealer.seal(to_store.payload, to_store.seal)

        async def store() -> None:
            now = await self._database.now()
            await self._outbox.add(to_store, sealed, deliveries, now=now, is_keyed=key is not None)
            self._announce([to_store])

        await self._database.run(store)

    async def add_mails(self, mails: Sequence[NewMail], *, now: datetime) -> None:
        """Store finished mails, as `publish` does events; `now` is the time of the database."""
        if not mails:
            return
        sealed = [
            SealedMail(mail=mail, payload=self._sealer.seal(mail.event.payload, mail.event.seal))
            for mail in mails
        ]

        async def store() -> None:
            await OutboxMailDbRepository(self._database).add_all(sealed, now=now)
            self._announce([mail.event for mail in mails])

        await self._database.run(store)

    def subscribe(self, event: type[Event], task: Task, *, name: str | None = None) -> None:
        """Let a task of this process handle an event; a worker has to know it as well."""
        self._subscriptions.add(event, task, name)

    async def cancel_deliveries(self, subject_uuid: UniqueId | str) -> int:
        """Cancel what is not done yet, with the transaction that is open or one of its own."""
        async with self._database.transaction():
            return await self._outbox.cancel(str(subject_uuid))

    def _announce(self, events: Sequence[NewEvent]) -> None:
        for event in events:
            # After a rollback an entry stays behind: the next commit rings once too often.
            self._to_ring[event.name.partition(".")[0]] = event.uuid
        self._database.on_commit(self._after_commit([event.name for event in events]))

    def _after_commit(self, names: Sequence[str]) -> Callable[[], Awaitable[None]]:
        async def count_and_ring() -> None:
            for name in names:
                get_metrics().published.labels(name).inc()
            # One bell per module, however many events the transaction holds.
            to_ring, self._to_ring = self._to_ring, {}
            for module, uuid in to_ring.items():
                await self._bell.ring(module, uuid)

        return count_and_ring


def _to_store(event: Event, key: str | None) -> NewEvent:
    name = event.meta.name
    return NewEvent(
        uuid=str(uuid4() if key is None else uuid5(uuid5(NAMESPACE_OID, name), key)),
        name=name,
        version=event.meta.version,
        payload=json.dumps(event.data, ensure_ascii=False, separators=(",", ":")).encode(),
        subject_uuid=event.subject_uuid(),
        request_id=request_id.get(),
        priority=event.priority,
        expires_at=event.expires_at(),
        delay=event.delay(),
    )
