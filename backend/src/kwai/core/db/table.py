"""A table and the dataclass of its rows."""

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from kwai.core.db.criteria import KwaiField, Sql, quote
from kwai.core.db.row_fields import RowField, row_fields
from kwai.core.db.row_mapper import RowMapper, compile_mapper

T = TypeVar("T")


class Table(Generic[T]):
    """Names the columns of a table in queries and makes rows of what they return.

    A row of a query over several tables holds `<table>_<column>` for each of them. Methods take
    another `table_name` for a table that stands in the query under an alias. Rows of which `unread`
    fields are left out have their defaults there; they are for showing, never for storing.
    """

    def __init__(
        self, table_name: str, row_type: type[T], unread: frozenset[str] = frozenset()
    ) -> None:
        self._table_name = table_name
        self._row_type = row_type
        self._unread = unread
        self._columns: dict[str, Sql] = {}
        self._mappers: dict[str, RowMapper[T]] = {}
        self.columns_of()
        #: Makes a row of the columns of this table in a record.
        self.map_row: RowMapper[T] = self._mapper(table_name)

    @property
    def table_name(self) -> str:
        """The name of the table."""
        return self._table_name

    @property
    def row_type(self) -> type[T]:
        """The dataclass of its rows."""
        return self._row_type

    @property
    def fields(self) -> tuple[RowField, ...]:
        """The fields of a row."""
        return row_fields(self._row_type)

    @property
    def columns(self) -> Sql:
        """All columns under their aliases, as one piece of SQL that was rendered at import."""
        return self._columns[self._table_name]

    def columns_of(self, table_name: str | None = None) -> Sql:
        """Name all columns of the table under another name."""
        name = table_name or self._table_name
        if name not in self._columns:
            texts = [
                f"{quote(self.column(field.column, name))}"
                f" AS {quote(self.alias_name(field.column, name))}"
                for field in self.fields
                if field.name not in self._unread
            ]
            self._columns[name] = Sql(", ".join(texts))
        return self._columns[name]

    def __call__(self, row: Mapping[str, Any], table_name: str | None = None) -> T:
        """Make a row of the columns that stand in the query under an alias of the table."""
        return self.map_row(row) if table_name is None else self._mapper(table_name)(row)

    def map_optional(self, row: Mapping[str, Any], table_name: str | None = None) -> T | None:
        """Make a row of the right side of a LEFT JOIN, None when nothing was joined."""
        if row[self.alias_name(self.fields[0].column, table_name)] is None:
            return None
        return self(row, table_name)

    def column(self, column_name: str, table_name: str | None = None) -> str:
        """Name a column together with its table."""
        return f"{table_name or self._table_name}.{column_name}"

    def field(self, column_name: str, table_name: str | None = None) -> KwaiField:
        """Start a condition on a column."""
        return KwaiField(self.column(column_name, table_name))

    def alias_name(self, column_name: str, table_name: str | None = None) -> str:
        """Name the key of a column in a record."""
        return f"{table_name or self._table_name}_{column_name}"

    def aliases(self, table_name: str | None = None) -> list[Sql]:
        """Name all columns one by one; `columns` is the same in one piece."""
        return [
            Sql(
                f"{quote(self.column(field.column, table_name))}"
                f" AS {quote(self.alias_name(field.column, table_name))}"
            )
            for field in self.fields
        ]

    def _mapper(self, table_name: str) -> RowMapper[T]:
        if (mapper := self._mappers.get(table_name)) is None:
            mapper = compile_mapper(self._row_type, f"{table_name}_", self._unread)
            self._mappers[table_name] = mapper
        return mapper
