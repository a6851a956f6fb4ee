"""The outbox: events and what is still to be done with them, next to the data they are about."""

from kwai.core.events.outbox.outbox_bus import OutboxBus
from kwai.core.events.outbox.outbox_db_repository import OutboxDbRepository

__all__ = ["OutboxBus", "OutboxDbRepository"]
