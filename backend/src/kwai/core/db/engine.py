"""The dialects: sql-smith 1.1.3 with its traps closed.

The version is pinned; `tests/core/db/test_engine.py` holds the SQL of every trap for both engines.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sql_smith import QueryFactory
from sql_smith.engine import BasicEngine

from kwai.core.db.criteria import (
    KwaiField,
    Listing,
    Sql,
    Value,
    all_of,
    any_of,
    emit,
    escape_like,
    exists,
    not_,
    not_exists,
    quote,
)
from kwai.core.db.exceptions import QueryException
from kwai.core.db.statements import (
    Direction,
    KwaiDelete,
    KwaiInsert,
    KwaiSelect,
    KwaiUpdate,
    NewValue,
    aliased,
    as_column,
)

__all__ = [
    "Direction",
    "KwaiDelete",
    "KwaiEngine",
    "KwaiField",
    "KwaiInsert",
    "KwaiQueryFactory",
    "KwaiSelect",
    "KwaiUpdate",
    "Listing",
    "NewValue",
    "Sql",
    "SqliteEngine",
    "Value",
    "aliased",
    "all_of",
    "any_of",
    "as_column",
    "exists",
    "not_",
    "not_exists",
    "quote",
    "union_page",
]


# sql-smith has no types, so its classes count as Any here.
class KwaiEngine(BasicEngine):  # type: ignore[misc]
    """The dialect that both engines understand, with the placeholder of MariaDB."""

    placeholder = "%s"

    def make_select(self) -> KwaiSelect:
        return KwaiSelect(self)

    def make_insert(self) -> KwaiInsert:
        return KwaiInsert(self)

    def make_update(self) -> KwaiUpdate:
        return KwaiUpdate(self)

    def make_delete(self) -> KwaiDelete:
        return KwaiDelete(self)

    def escape_identifier(self, identifier: str) -> str:
        return f"`{identifier.replace('`', '``')}`"

    def escape_like(self, parameter: str) -> str:
        return escape_like(parameter)

    def export_parameter(self, param: object) -> str:
        if param is None:
            return "NULL"
        return str(int(param)) if isinstance(param, bool) else str(param)

    def flatten_params(self, *args: Any) -> tuple[Any, ...]:
        # The original joins tuples pairwise, which is quadratic.
        return tuple([value for statement in args for value in statement.params(self)])

    def flatten_sql(self, separator: str, *args: Any) -> str:
        return separator.join([statement.sql(self) for statement in args])

    def get_parameter_placeholder(self) -> str:
        return self.placeholder

    def lock_clause(self, *, skip_locked: bool) -> str:
        """Render the end of a locking SELECT."""
        return "FOR UPDATE SKIP LOCKED" if skip_locked else "FOR UPDATE"

    def upsert_clause(self, keys: Sequence[str], changes: Sequence[str]) -> str:
        """Render the end of an INSERT that may meet an existing row."""
        # Setting a key to itself is how MariaDB spells DO NOTHING.
        return "ON DUPLICATE KEY UPDATE " + ", ".join(
            changes or [f"{quote(keys[0])} = {quote(keys[0])}"]
        )

    def new_value(self, name: str) -> str:
        """Render what an INSERT that met an existing row would have stored in a column."""
        return f"VALUES({quote(name)})"

    def render(self, query: Any) -> tuple[str, tuple[Any, ...]]:
        """Render a statement and collect its values.

        Raises:
            QueryException: text holds a `%` or a `?`, which a driver takes for a placeholder, or
                braces, which sql-smith takes for one of its own.
        """
        values: list[Any] = []
        try:
            sql = emit(query, self, values)
        except (IndexError, KeyError, ValueError) as error:
            raise QueryException(f"Text in a query holds braces: {error!r}.") from error
        count = len(values)
        is_marked = self.placeholder == "%s"
        marks = (count, 0) if is_marked else (0, count)
        if (sql.count("%"), sql.count("?")) != marks:
            raise QueryException("A query holds text with % or ?; send it as a value.", sql)
        return sql, tuple(values)


class SqliteEngine(KwaiEngine):
    """The same dialect with the placeholder of SQLite, which locks with BEGIN IMMEDIATE."""

    placeholder = "?"

    def lock_clause(self, *, skip_locked: bool) -> str:
        return ""

    def upsert_clause(self, keys: Sequence[str], changes: Sequence[str]) -> str:
        target = f"ON CONFLICT ({', '.join(map(quote, keys))}) DO"
        return f"{target} UPDATE SET {', '.join(changes)}" if changes else f"{target} NOTHING"

    def new_value(self, name: str) -> str:
        return f"excluded.{quote(name)}"


_ENGINE = KwaiEngine()


class KwaiQueryFactory(QueryFactory):  # type: ignore[misc]
    """Starts queries that know no engine; the session renders them with its own."""

    def __init__(self) -> None:
        super().__init__(_ENGINE)

    def select(self, *columns: Any) -> KwaiSelect:
        query = KwaiSelect(self._engine)
        if columns:
            query.columns(*columns)
        return query

    def select_distinct(self, *columns: Any) -> KwaiSelect:
        query = self.select(*columns)
        query.distinct()
        return query

    def insert(self, table: str, column_values: Mapping[str, Any] | None = None) -> KwaiInsert:
        query = KwaiInsert(self._engine)
        query.into(table)
        if column_values:
            query.columns(*column_values).values(*column_values.values())
        return query

    def update(self, table: str, value_set: Mapping[str, Any] | None = None) -> KwaiUpdate:
        query = KwaiUpdate(self._engine)
        query.table(table)
        return query.set(value_set) if value_set else query

    def delete(self, table: str) -> KwaiDelete:
        query = KwaiDelete(self._engine)
        query.from_(table)
        return query


def union_page(*queries: KwaiSelect, name: str = "page", distinct: bool = True) -> KwaiSelect:
    """Select from the UNION of queries; the result can be ordered and limited.

    The queries have neither order nor limit: SQLite knows no parenthesised members.
    """
    parts: list[Any] = [queries[0]]
    for query in queries[1:]:
        parts += ("UNION" if distinct else "UNION ALL", query)
    union = Sql("(", Sql(*parts), ")", f"AS {quote(name)}")
    select = KwaiSelect(_ENGINE)
    select.from_(union)
    return select
