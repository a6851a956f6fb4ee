"""The counters of the throttles, in the database: shared by all processes, kept by a restart."""

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import ClassVar, Final

from limits.aio.storage import Storage

from kwai.core.db.criteria import KwaiField, Sql
from kwai.core.db.database import Database
from kwai.core.db.engine import NewValue
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

    The library asks for one counter at a time. What `read` has found for several at once answers
    it until something is counted. A key is stored as its digest: it may hold a user name.
    """

    STORAGE_SCHEME: ClassVar[list[str] | None] = None  # type: ignore[misc]  # never made from a URI

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        super().__init__()
        self._database = database
        self._clock = clock
        self._windows: dict[str, ThrottleRow | None] = {}

    @property
    def base_exceptions(self) -> type[Exception]:
        return DatabaseException

    async def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        await self.count({key: expiry}, amount)
        return await self.get(key)

    async def get(self, key: str) -> int:
        window = await self._find(key)
        return 0 if window is None else window.hits

    async def get_expiry(self, key: str) -> float:
        window = await self._find(key)
        return self._clock() if window is None else window.expires_at.timestamp()

    async def check(self) -> bool:
        await self._database.check_connection()
        return True

    async def reset(self) -> int | None:
        self._windows.clear()
        query = self._database.create_query_factory().delete(TABLE)
        return await self._database.change(query.where(KwaiField("id").gt(0)))

    async def clear(self, key: str) -> None:
        self._windows.clear()
        query = self._database.create_query_factory().delete(TABLE)
        await self._database.change(query.where(KwaiField("throttle_key").eq(_digest(key))))

    async def read(self, keys: Collection[str]) -> None:
        """Find the windows of these keys with one statement."""
        digests = {key: _digest(key) for key in keys}
        query = self._database.create_query_factory().select(ThrottlesTable.columns).from_(TABLE)
        query.where(ThrottlesTable.field("throttle_key").in_list(digests.values()))
        query.and_where(ThrottlesTable.field("expires_at").gt(self._now()))
        records = await self._database.fetch_all(query)
        found = {row.throttle_key: row for row in map(ThrottlesTable.map_row, records)}
        self._windows |= {key: found.get(digest) for key, digest in digests.items()}

    async def count(self, windows: Mapping[str, int], amount: int = 1) -> None:
        """Count in these windows, given with their seconds; one that has ended begins anew."""
        self._windows.clear()
        now = self._now()
        goes_on = KwaiField("expires_at").gt(now)
        insert = self._database.create_query_factory().insert(TABLE)
        insert.columns("throttle_key", "hits", "expires_at")
        # Everybody locks the rows in the same order, so that nobody waits in a circle.
        for digest, seconds in sorted((_digest(key), end) for key, end in windows.items()):
            insert.values(digest, amount, now + timedelta(seconds=seconds))
        # The end comes last: the other one looks at the old end.
        hits = _case(goes_on, Sql("`hits` +", NewValue("hits")), NewValue("hits"))
        end = _case(goes_on, KwaiField("expires_at"), NewValue("expires_at"))
        insert.upsert(["throttle_key"], {"hits": hits, "expires_at": end})
        await self._database.change(insert)

    async def take_back(self, keys: Sequence[str]) -> None:
        """Uncount one hit of each of these keys."""
        self._windows.clear()
        query = self._database.create_query_factory().update(TABLE, {"hits": Sql("`hits` - 1")})
        query.where(KwaiField("throttle_key").in_list([_digest(key) for key in keys]))
        await self._database.change(query.and_where(KwaiField("hits").gt(0)))

    async def sweep(self) -> bool:
        """Remove some windows that have ended; tells whether there may be more of them."""
        has_ended = KwaiField("expires_at").lt(self._now())
        query = self._database.create_query_factory().select("id").from_(TABLE)
        query.where(has_ended).limit(SWEEP_BATCH)
        if ids := [record["id"] for record in await self._database.fetch_all(query)]:
            ended = self._database.create_query_factory().delete(TABLE)
            # One that has begun anew meanwhile stays.
            ended.where(KwaiField("id").in_list(ids)).and_where(has_ended)
            await self._database.change(ended)
        return len(ids) == SWEEP_BATCH

    async def _find(self, key: str) -> ThrottleRow | None:
        if key not in self._windows:
            await self.read([key])
        return self._windows[key]

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock(), UTC)


def _case(condition: Sql, yes: Sql | KwaiField, no: Sql) -> Sql:
    return Sql("CASE WHEN", condition, "THEN", yes, "ELSE", no, "END")


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode(errors="replace")).hexdigest()
