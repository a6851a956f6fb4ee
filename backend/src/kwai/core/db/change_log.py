"""Who changed what, when, and how it was before."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

import orjson

from kwai.core.db.database import Database
from kwai.core.db.table import Table
from kwai.core.domain.actor import SYSTEM

Action = Literal["created", "updated", "deleted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLogRow:
    """A row of the change log."""

    id: int = 0
    at: datetime
    actor_id: int | None
    actor_kind: str
    request_id: str | None
    entity: str
    entity_id: int
    version: int
    action: str
    changes: str


ChangeLogTable = Table("change_log", ChangeLogRow)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What happened to one entity."""

    entity: str
    entity_id: int
    version: int
    action: Action
    changes: dict[str, Any]


class ChangeLog:
    """Writes changes in the transaction in which they happen."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def write(self, change: Change) -> None:
        """Write one change, in a block of `changes_written_together` at its end."""
        row = self._row(change)
        if (gathered := self._database.gathered_changes) is None or self._database.has_savepoint:
            await self._database.insert(ChangeLogTable.table_name, row)
        else:
            gathered.append(row)

    async def write_all(self, changes: Iterable[Change]) -> None:
        """Write many changes in few statements."""
        rows = [self._row(change) for change in changes]
        await self._database.insert_many(ChangeLogTable.table_name, rows)

    def _row(self, change: Change) -> ChangeLogRow:
        actor = self._database.actor or SYSTEM
        return ChangeLogRow(
            at=datetime.now(UTC),
            actor_id=actor.user_id,
            actor_kind=actor.kind,
            request_id=actor.request_id,
            entity=change.entity,
            entity_id=change.entity_id,
            version=change.version,
            action=change.action,
            changes=orjson.dumps(change.changes).decode(),
        )


@asynccontextmanager
async def changes_written_together(database: Database) -> AsyncIterator[None]:
    """Write what changes in a transaction with one statement; nothing of it when that fails."""
    gathered: list[object] = []
    database.gathered_changes = gathered
    try:
        yield
    finally:
        database.gathered_changes = None
    await database.insert_many(ChangeLogTable.table_name, gathered)
