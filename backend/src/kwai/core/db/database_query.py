"""The adapter of a query: one SELECT that filters narrow, read in pages, batches or whole."""

from abc import abstractmethod
from collections.abc import AsyncIterator, Sequence
from typing import Any, ClassVar, NamedTuple, Self

from kwai.core.db.criteria import KwaiField, Sql, quote
from kwai.core.db.database import Database
from kwai.core.db.keyset import SortKey, apply_keyset, position_value, start_behind
from kwai.core.db.pool.base import Record
from kwai.core.db.statements import Direction, KwaiSelect, aliased, as_column
from kwai.core.domain.repository.query import Query
from kwai.core.domain.resource_query import Page as CursorPage
from kwai.core.domain.use_case import PageVersions

BATCH = 500
_TOTAL = "page_total"
_PAGE = "page_of_ids"


class Page(NamedTuple):
    """The records of a page, and how many the whole selection has."""

    total: int
    records: list[Record]


class Stretch(NamedTuple):
    """The records between two positions, each with its own, and whether others follow."""

    records: list[Record]
    positions: list[tuple[object, ...]]
    more: bool


class DatabaseQuery(Query):
    """Base of the queries; `init` writes FROM and the joins, filter methods add conditions.

    A page is cut on rows of the root table, so joins are to-one: INNER over a foreign key that is
    NOT NULL, else LEFT. A filter on a child table is `exists(...)`.
    """

    #: True when a join multiplies the rows; then `count_column` is counted once per value.
    counts_distinct: ClassVar[bool] = False

    #: The columns that are sorted by and can be NULL.
    nullable_columns: ClassVar[frozenset[str]] = frozenset()

    _base: ClassVar[KwaiSelect | None] = None

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        cls._base = None

    def __init__(self, database: Database) -> None:
        self._database = database
        if (base := self._base) is None:
            self._query = database.create_query_factory().select()
            self.init()
            base = type(self)._base = self._query.settle()  # noqa: SLF001  # its own class
        self._query = base.clone()

    @abstractmethod
    def init(self) -> None:
        """Write the base query into `self._query`: FROM and the joins.

        It is the same for all queries of a class, so it is written once.
        """

    @property
    @abstractmethod
    def columns(self) -> list[Any]:
        """The columns to select, usually the `columns` of the tables."""

    @property
    @abstractmethod
    def count_column(self) -> str:
        """The primary key of the root table, `table.column`: it counts, and ends every order."""

    @property
    def version_columns(self) -> tuple[str, ...]:
        """The columns that tell whether a row changed, its primary key first."""
        return (self.count_column, self.count_column.replace(".id", ".version"))

    def and_where(self, criterion: Any) -> Self:
        """Narrow the selection; conditions are joined with AND, each in parentheses."""
        self._query.and_where(criterion)
        return self

    @property
    def is_ordered(self) -> bool:
        """Whether a sort key was added."""
        return bool(self._query.ordering)

    def order_by(self, column: str | Sql, direction: Direction = "ASC") -> Self:
        """Add a sort key."""
        self._query.order_by(column, direction)
        return self

    def keyset(self, keys: Sequence[SortKey], after: Sequence[object] | None = None) -> Self:
        """Order by columns, of which the last is unique, and start behind a position."""
        apply_keyset(self._query, keys, after)
        return self

    async def count(self) -> int:
        record = await self._database.fetch_one(self._count_query())
        return int(record["total"]) if record else 0

    async def exists(self) -> bool:
        """Tell whether the selection has a row."""
        query = self._query.clone().order_by().limit(1)
        return await self._database.fetch_one(query.columns(Sql("1 AS `found`"))) is not None

    async def fetch_one(self) -> Record | None:
        return await self._database.fetch_one(self._limited(1, 0))

    async def fetch(
        self, limit: int | None = None, offset: int | None = None
    ) -> AsyncIterator[Record]:
        for record in await self.fetch_all(limit, offset):
            yield record

    async def fetch_all(self, limit: int | None = None, offset: int | None = None) -> list[Record]:
        """Read the selection, or a page of it, at once."""
        return await self._database.fetch_all(self._limited(limit, offset or 0))

    async def count_page(self, limit: int, offset: int = 0) -> Page:
        """Read a page together with the total, in one statement unless the page is empty."""
        self._query.render_where(self._database.engine)
        query = self._limited(limit, offset)
        query.add_columns(as_column(Sql("(", self._count_query(), ")"), _TOTAL))
        records = await self._database.fetch_all(query)
        if records:
            return Page(int(records[0][_TOTAL]), records)
        return Page(await self.count() if offset or limit == 0 else 0, [])

    async def fetch_versions(self, limit: int, offset: int = 0) -> PageVersions:
        """Read what a page is known by, in the order of the page, and nothing else of it."""
        names = [f"version_{number}" for number in range(len(self.version_columns))]
        self._query.render_where(self._database.engine)
        query = self._limited(limit, offset)
        columns = zip(self.version_columns, names, strict=True)
        query.columns(*(as_column(column, name) for column, name in columns))
        query.add_columns(as_column(Sql("(", self._count_query(), ")"), _TOTAL))
        records = await self._database.fetch_all(query)
        rows = tuple(tuple(int(each[name] or 0) for name in names) for each in records)
        return PageVersions(int(records[0][_TOTAL]) if records else await self.count(), rows)

    async def read_on(self, page: CursorPage) -> Stretch:
        """Read a page from a position on, or up to one.

        The columns that are sorted by are NOT NULL, or among the `nullable_columns`.
        """
        keys = self._sort_keys()
        query = self._between(page, keys)
        names = self._select_keys(query, keys)
        found = await self._database.fetch_all(query)
        records = found[: page.size]
        if page.is_backwards:
            records.reverse()
        positions = [tuple(position_value(each[name]) for name in names) for each in records]
        return Stretch(records, positions, len(found) > len(records))

    async def fetch_batches(
        self, keys: Sequence[SortKey] = (), size: int = BATCH
    ) -> AsyncIterator[list[Record]]:
        """Read the selection in batches, by default in the order of `count_column`.

        Each batch sees what is committed when it is read; `snapshot()` gives all one picture.
        """
        keys = keys or (SortKey(self.count_column),)
        after: Sequence[object] | None = None
        while True:
            query = self._query.clone().order_by().limit(size).columns(*self.columns)
            names = self._select_keys(query, keys)
            apply_keyset(query, keys, after)
            records = await self._database.fetch_all(query)
            if records:
                yield records
            if len(records) < size:
                return
            after = [position_value(records[-1][name]) for name in names]

    def lock(self) -> Self:
        """Lock the selected rows; only for a query of one table by a unique key."""
        self._query.for_update()
        return self

    def _count_query(self) -> KwaiSelect:
        query = self._query.clone().order_by()
        if query.has_group():
            query.columns(Sql("1 AS `found`"))
            query = self._database.create_query_factory().select().from_(aliased(query, "groups"))
        # A count over a limited query would count the page, not the selection.
        return query.limit(None).offset(None).columns(Sql(f"{self._counted()} AS `total`"))

    def _counted(self) -> str:
        if not self.counts_distinct:
            return "COUNT(*)"
        return f"COUNT(DISTINCT {quote(self.count_column)})"

    def _limited(self, limit: int | None, offset: int) -> KwaiSelect:
        query = self._query.clone().columns(*self.columns)
        if limit is None and not offset:
            return query
        self._complete_order(query)
        if not offset or query.has_group():
            return query.limit(limit).offset(offset)
        return self._through_ids(query, limit, offset)

    def _sort_keys(self) -> list[SortKey]:
        query = self._query.clone()
        self._complete_order(query)
        nullable = self.nullable_columns
        return [
            SortKey(column, direction, column in nullable) for column, direction in query.ordering
        ]

    def _between(self, page: CursorPage, keys: Sequence[SortKey]) -> KwaiSelect:
        query = self._query.clone().order_by().columns(*self.columns)
        backwards = [key.reversed for key in keys]
        if page.is_backwards:
            apply_keyset(query, backwards, page.before)
        else:
            apply_keyset(query, keys, page.after)
            if page.before is not None:
                start_behind(query, backwards, page.before)
        # One more than is shown tells whether others follow.
        return query.limit(page.size + 1)

    def _select_keys(self, query: KwaiSelect, keys: Sequence[SortKey]) -> list[str]:
        names = [f"sort_key_{number}" for number in range(len(keys))]
        for key, name in zip(keys, names, strict=True):
            query.add_columns(as_column(key.column, name))
        return names

    def _complete_order(self, query: KwaiSelect) -> None:
        """Without a unique last key a row could stand on two pages, or on none."""
        ordering = query.ordering
        if any(column == self.count_column for column, _ in ordering):
            return
        # In the direction of the key before it, an index over both gives the order.
        query.order_by(self.count_column, ordering[-1][1] if ordering else "ASC")

    def _through_ids(self, query: KwaiSelect, limit: int | None, offset: int) -> KwaiSelect:
        """Skip rows on a covering index and read only those of the page."""
        ids = query.clone().with_().columns(as_column(self.count_column, "id"))
        ids.limit(limit).offset(offset)
        found = KwaiField(self.count_column).eq_field(f"{_PAGE}.id")
        return query.without_where().join(aliased(ids, _PAGE), found, "INNER")
