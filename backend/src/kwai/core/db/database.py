"""The session through which everything is read and written."""

from collections.abc import AsyncIterator, Iterable, Sequence
from datetime import UTC, datetime
from itertools import compress
from typing import TYPE_CHECKING, Any

from kwai.core.db.criteria import KwaiField, Sql
from kwai.core.db.engine import KwaiQueryFactory
from kwai.core.db.exceptions import DatabaseException
from kwai.core.db.parameters import SqlValue, bind
from kwai.core.db.pool.base import Lease, Record, Result
from kwai.core.db.row_fields import insert_sql, insert_values, row_values
from kwai.core.db.session import Session

if TYPE_CHECKING:
    from sql_smith.query import AbstractQuery, SelectQuery

    from kwai.core.domain.actor import Actor
    from kwai.core.settings import DatabaseSettings

INSERT_CHUNK = 500


class Database(Session):
    """A session; it opens nothing until its first statement.

    Attributes:
        actor: Who is behind the changes, set by the edge; the change log names it.
        gathered_changes: Rows of the change log that wait for the end of a block.
    """

    def __init__(self, settings: "DatabaseSettings") -> None:
        super().__init__(settings)
        self.actor: Actor | None = None
        self.gathered_changes: list[object] | None = None

    @classmethod
    def create_query_factory(cls) -> KwaiQueryFactory:
        """Create the factory that starts all queries; a query knows no engine."""
        return KwaiQueryFactory()

    async def check_connection(self) -> None:
        """Take a connection and ask it something.

        Raises:
            ConnectionException: the server cannot be reached.
        """
        await self.fetch_all(Sql("SELECT 1 AS `answer`"))

    async def now(self) -> datetime:
        """The clock of the server, or of this host when the database is embedded."""
        if self._settings.engine == "sqlite":
            return datetime.now(UTC)
        records = await self.fetch_all(Sql("SELECT UTC_TIMESTAMP(6) AS `now`"))
        moment: datetime = records[0]["now"]
        return moment.replace(tzinfo=UTC)

    # -- reading -------------------------------------------------------------------------------

    async def fetch(self, query: "SelectQuery") -> AsyncIterator[Record]:
        """Yield the rows of a query.

        All of them were read before the first one is yielded, so a statement inside the loop is
        safe; more than a thousand rows are read with `DatabaseQuery.fetch_batches`.
        """
        for record in await self.fetch_all(query):
            yield record

    async def fetch_all(self, query: "SelectQuery | Sql") -> list[Record]:
        """Read all rows of a query."""
        if getattr(query, "is_locking", False):
            self._check_can_lock()
        return (await self._send(query, write=False)).records

    async def fetch_one(self, query: "SelectQuery") -> Record | None:
        """Read the first row of a query, or None when it has none."""
        records = await self.fetch_all(query)
        return records[0] if records else None

    # -- writing -------------------------------------------------------------------------------

    async def execute(self, query: "AbstractQuery") -> int | None:
        """Run a statement; return the id that an INSERT of one row was given."""
        return (await self._send(query, write=True)).last_id or None

    async def change(self, query: "AbstractQuery") -> int:
        """Run an UPDATE or DELETE; return how many rows its WHERE matched."""
        return (await self._send(query, write=True)).row_count

    async def insert(self, table_name: str, *table_data: Any) -> int:
        """Insert rows one by one; return the id of the last one."""
        if not table_data:
            return 0
        if len(table_data) == 1:
            return await self._insert_row(table_name, table_data[0])
        last_id = 0
        async with self.transaction():
            for row in table_data:
                last_id = await self._insert_row(table_name, row)
        return last_id

    async def insert_many(self, table_name: str, rows: Iterable[Any]) -> int:
        """Insert many rows in few statements; return their number.

        Their ids are read back by a unique column.
        """
        values = [insert_values(row) for row in rows]
        if not values:
            return 0
        columns = tuple(values[0])
        if any(tuple(row) != columns for row in values):
            raise DatabaseException("Rows with and without an id cannot be inserted together.")
        self._check_writable()
        bound = [bind(row.values()) for row in values]
        async with self.transaction():
            for start in range(0, len(bound), INSERT_CHUNK):
                await self._insert_chunk(table_name, columns, bound[start : start + INSERT_CHUNK])
        return len(bound)

    async def update(self, id_: Any, table_name: str, table_data: Any) -> None:
        """Write all columns of a row except its id."""
        values = row_values(table_data)
        values.pop("id", None)
        query = self.create_query_factory().update(table_name, values)
        await self.change(query.where(KwaiField("id").eq(id_)))

    async def delete(self, id_: Any, table_name: str) -> None:
        """Delete the row with this id, if there is one."""
        query = self.create_query_factory().delete(table_name)
        await self.change(query.where(KwaiField("id").eq(id_)))

    async def _insert_row(self, table_name: str, row: object) -> int:
        values = insert_values(row)
        self._check_writable()
        sql = insert_sql(self._engine.placeholder, table_name, tuple(values))
        parameters = bind(values.values())
        result = await self._do(sql, lambda lease: lease.run(sql, parameters), write=True)
        return result.last_id or 0

    async def _insert_chunk(
        self, table_name: str, columns: Sequence[str], rows: Sequence[Sequence[SqlValue]]
    ) -> None:
        # NULL without being named: the driver of MariaDB can send a column as it is only when it
        # sees a value in it, and writes all rows out as text when it does not.
        filled = [any(value is not None for value in column) for column in zip(*rows, strict=True)]
        sql = insert_sql(self._engine.placeholder, table_name, tuple(compress(columns, filled)))
        await self._send_many(sql, [tuple(compress(row, filled)) for row in rows])

    async def _send_many(self, sql: str, rows: Sequence[Sequence[SqlValue]]) -> Result:
        async def work(lease: Lease) -> Result:
            return Result([], await lease.run_many(sql, rows), None)

        return await self._do(sql, work, write=True)

    async def _send(self, query: "AbstractQuery | Sql", *, write: bool) -> Result:
        if write:
            self._check_writable()
        sql, values = self._engine.render(query)
        parameters = bind(values)
        return await self._do(sql, lambda lease: lease.run(sql, parameters), write=write)

    def _check_can_lock(self) -> None:
        if self._transaction is None or self._transaction.mode != "write":
            raise DatabaseException("A locking SELECT needs a transaction that may write.")
