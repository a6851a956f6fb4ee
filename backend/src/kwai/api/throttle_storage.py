"""The counters of the throttles, in the database: shared by all processes, kept by a restart."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import ClassVar, Final

from limits.aio.storage import Storage

from kwai.core.db.criteria import KwaiField, Sql, Value
from kwai.core.db.database import Database
from kwai.core.db.exceptions import DatabaseException
from kwai.core.db.table import Table

SWEEP_BATCH: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class ThrottleRow:
    """How often something happened in a window of time."""

    id: int = 0
    throttle_key: str
    hits: int
    expires_at: datetime


ThrottlesTable = Table("throttles", ThrottleRow)
TABLE: Final = ThrottlesTable.table_name


class DatabaseStorage(Storage):
    """Counters of fixed windows; they are exact when the session is in a transaction.

    A key is stored as its digest: it may hold a user name.

    Attributes:
        has_opened: A window was started, so there may be others that have ended.
    """

    STORAGE_SCHEME: ClassVar[list[str] | None] = None  # type: ignore[misc]  # never made from a URI

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        super().__init__()
        self._database = database
        self._clock = clock
        self.has_opened = False

    @property
    def base_exceptions(self) -> type[Exception]:
        return DatabaseException

    async def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        digest, now = _digest(key), self._now()
        if not await self._add(digest, now, amount):
            await self._open(digest, now, now + timedelta(seconds=expiry))
            await self._add(digest, now, amount)
        return await self.get(key)

    async def get(self, key: str) -> int:
        row = await self._find(key)
        return 0 if row is None else row.hits

    async def get_expiry(self, key: str) -> float:
        row = await self._find(key)
        return self._clock() if row is None else row.expires_at.timestamp()

    async def check(self) -> bool:
        await self._database.check_connection()
        return True

    async def reset(self) -> int | None:
        query = self._database.create_query_factory().delete(TABLE)
        return await self._database.change(query.where(KwaiField("id").gt(0)))

    async def clear(self, key: str) -> None:
        query = self._database.create_query_factory().delete(TABLE)
        await self._database.change(query.where(KwaiField("throttle_key").eq(_digest(key))))

    async def take_back(self, keys: Sequence[str]) -> None:
        """Uncount one hit of each of these keys."""
        query = self._database.create_query_factory().update(TABLE, {"hits": Sql("`hits` - 1")})
        query.where(KwaiField("throttle_key").in_list([_digest(key) for key in keys]))
        await self._database.change(query.and_where(KwaiField("hits").gt(0)))

    async def sweep(self) -> None:
        """Remove some windows that have ended."""
        query = self._database.create_query_factory().select("id").from_(TABLE)
        query.where(KwaiField("expires_at").lt(self._now())).limit(SWEEP_BATCH)
        if ids := [record["id"] for record in await self._database.fetch_all(query)]:
            ended = self._database.create_query_factory().delete(TABLE)
            await self._database.change(ended.where(KwaiField("id").in_list(ids)))

    async def _add(self, digest: str, now: datetime, amount: int) -> bool:
        values = {"hits": Sql("`hits` +", Value(amount))}
        query = self._database.create_query_factory().update(TABLE, values)
        query.where(KwaiField("throttle_key").eq(digest))
        return await self._database.change(query.and_where(KwaiField("expires_at").gt(now))) == 1

    async def _open(self, digest: str, now: datetime, end: datetime) -> None:
        """Start a window, unless somebody else has done so a moment ago."""
        self.has_opened = True
        again = self._database.create_query_factory().update(TABLE, {"hits": 0, "expires_at": end})
        again.where(KwaiField("throttle_key").eq(digest))
        if await self._database.change(again.and_where(KwaiField("expires_at").lte(now))):
            return
        values = {"throttle_key": digest, "hits": 0, "expires_at": end}
        first = self._database.create_query_factory().insert(TABLE, values)
        await self._database.change(first.upsert(keys=["throttle_key"], update=[]))

    async def _find(self, key: str) -> ThrottleRow | None:
        query = self._database.create_query_factory().select(ThrottlesTable.columns).from_(TABLE)
        query.where(ThrottlesTable.field("throttle_key").eq(_digest(key)))
        query.and_where(ThrottlesTable.field("expires_at").gt(self._now()))
        record = await self._database.fetch_one(query)
        return None if record is None else ThrottlesTable.map_row(record)

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock(), UTC)


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode(errors="replace")).hexdigest()
