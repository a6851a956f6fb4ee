"""The four statements of sql-smith, rendered clause by clause for the engine that runs them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, Self

from sql_smith.query import DeleteQuery, InsertQuery, SelectQuery, UpdateQuery

from kwai.core.db.criteria import (
    Listing,
    Rendered,
    Sql,
    all_of,
    as_statement,
    emit,
    emit_list,
    quote,
)
from kwai.core.db.exceptions import QueryException

Direction = Literal["ASC", "DESC"]

# Offsets need a limit on MariaDB; this is the largest one that both engines take.
_NO_LIMIT = 2**63 - 1


class _Query:
    """A statement that is rendered in one walk."""

    def emit(self, engine: Any, values: list[Any]) -> str:
        expression: Sql = self.as_expression()
        return expression.emit(engine, values)

    def as_expression(self) -> Sql:
        raise NotImplementedError


class _Where(_Query):
    """Conditions are joined with AND and each stands in parentheses."""

    _conditions: tuple[Any, ...] = ()

    def where(self, criteria: Any) -> Self:
        """Replace all conditions by this one."""
        self._conditions = (criteria,)
        return self

    def and_where(self, criteria: Any) -> Self:
        self._conditions = (*self._conditions, criteria)
        return self

    def or_where(self, criteria: Any) -> Self:
        raise QueryException("`a AND b OR c` is not what it looks like; use any_of().")

    def without_where(self) -> Self:
        """Remove all conditions."""
        self._conditions = ()
        return self

    @property
    def has_where(self) -> bool:
        return bool(self._conditions)

    def _where_clause(self) -> Sql:
        return Sql("WHERE", all_of(*self._conditions)) if self._conditions else Sql()

    def _required_where(self) -> Sql:
        if not self._conditions:
            raise QueryException("Without WHERE this would touch every row; use all_of().")
        return self._where_clause()


class _Lock(Sql):
    def __init__(self, *, skip_locked: bool) -> None:
        super().__init__()
        self._skip_locked = skip_locked

    def emit(self, engine: Any, _: list[Any]) -> str:
        return str(engine.lock_clause(skip_locked=self._skip_locked))


class NewValue(Sql):
    """In an upsert: what the statement would have stored in a column, had there been no row."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def emit(self, engine: Any, _: list[Any]) -> str:
        return str(engine.new_value(self._name))


class _Upsert(Sql):
    def __init__(self, keys: Sequence[str], update: Mapping[str, Any]) -> None:
        super().__init__()
        self._keys = keys
        self._update = update

    def emit(self, engine: Any, values: list[Any]) -> str:
        changes = [
            f"{quote(name)} = {emit(statement, engine, values)}"
            for name, statement in self._update.items()
        ]
        return str(engine.upsert_clause(self._keys, changes))


# sql-smith has no types, so its classes count as Any here.
class KwaiSelect(_Where, SelectQuery):  # type: ignore[misc]
    """A SELECT."""

    def __init__(self, engine: Any) -> None:
        super().__init__(engine)
        self._lock: _Lock | None = None
        self._order_by: list[tuple[str, Any, Direction]] = []

    if TYPE_CHECKING:
        # Inherited; declared for the type checker, which cannot see into sql-smith.
        _columns: Any
        _from: Any
        _joins: list[Any]

        def distinct(self, state: bool = True) -> Self: ...
        def inner_join(self, table: Any, criteria: Any) -> Self: ...
        def left_join(self, table: Any, criteria: Any) -> Self: ...
        def group_by(self, *columns: Any) -> Self: ...
        def having(self, criteria: Any) -> Self: ...
        def limit(self, new_limit: int | None = None) -> Self: ...
        def offset(self, new_offset: int | None = None) -> Self: ...
        def with_(
            self, name: str | None = None, query: Any = None, recursive: bool = False
        ) -> Self: ...

    def settle(self) -> Self:
        """Render what stands here already and holds no values: it begins many statements."""
        self._columns = tuple(map(self._settled, self._columns or ()))
        self._from = tuple(map(self._settled, self._from or ()))
        self._joins = list(map(self._settled, self._joins))
        return self

    def render_where(self, engine: Any) -> Self:
        """Render the conditions now, for a statement in which they stand twice."""
        if self._conditions:
            values: list[Any] = []
            self._conditions = (Rendered(self._emit_conditions(engine, values), values),)
        return self

    def _settled(self, statement: Any) -> Any:
        values: list[Any] = []
        text = statement if isinstance(statement, str) else emit(statement, self._engine, values)
        return statement if values else text

    def clone(self) -> Self:
        """Copy the query, so that the copy can change without this one; sub-queries are shared."""
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        for name in ("_order_by", "_joins", "_cte"):
            other.__dict__[name] = self.__dict__[name].copy()
        return other

    def columns(self, *columns: Any) -> Self:
        self._columns = tuple(map(_column, columns))
        return self

    def add_columns(self, *columns: Any) -> Self:
        self._columns = (*self._columns, *map(_column, columns))
        return self

    def from_(self, *tables: Any) -> Self:
        self._from = tuple(map(_table, tables))
        return self

    def join(self, table: Any, criteria: Any, join_type: str = "") -> Self:
        """Add a join; `table` is a name or `aliased(...)`."""
        self._joins.append(Sql(f"{join_type.upper()} JOIN".strip(), _table(table), "ON", criteria))
        return self

    def without_joins(self) -> Self:
        """Remove all joins."""
        self._joins = []
        return self

    def order_by(self, column: Any = None, direction: Direction = "ASC") -> Self:
        """Add a sort key; without a column, remove them all."""
        if direction not in ("ASC", "DESC"):
            raise QueryException("A direction is ASC or DESC.")
        if column is None:
            self._order_by = []
            return self
        text = column if isinstance(column, str) else ""
        self._order_by.append((text, _column(column), direction))
        return self

    @property
    def ordering(self) -> list[tuple[str, Direction]]:
        """The sort keys that are columns, and the directions of all."""
        return [(text, direction) for text, _, direction in self._order_by]

    def for_update(self, *, skip_locked: bool = False) -> Self:
        """Lock the rows until the transaction ends; name one table and a unique key of it."""
        self._lock = _Lock(skip_locked=skip_locked)
        return self

    def has_group(self) -> bool:
        """Tell whether there is a GROUP BY (the original says so always)."""
        return bool(self._group_by)

    @property
    def is_locking(self) -> bool:
        """Whether this needs a transaction."""
        return self._lock is not None

    def as_expression(self) -> Sql:
        return Sql(self)

    def emit(self, engine: Any, values: list[Any]) -> str:
        # Clause by clause, without anything in between: this runs with every statement that reads.
        clauses: list[str] = []
        if self._cte:
            clauses.append(self._with_clause().emit(engine, values))
        clauses.append("SELECT DISTINCT" if self._distinct else "SELECT")
        clauses.append(emit_list(self._columns, engine, values) if self._columns else "*")
        if self._from:
            clauses.append(f"FROM {emit_list(self._from, engine, values)}")
        clauses += [
            join if join.__class__ is str else emit(join, engine, values) for join in self._joins
        ]
        if self._conditions:
            clauses.append(f"WHERE {self._emit_conditions(engine, values)}")
        self._arrange(clauses, engine, values)
        return " ".join(clauses)

    def _arrange(self, clauses: list[str], engine: Any, values: list[Any]) -> None:
        if self._group_by:
            clauses.append(f"GROUP BY {emit_list(self._group_by, engine, values)}")
        if self._having is not None:
            clauses.append(f"HAVING {emit(self._having, engine, values)}")
        if self._order_by:
            clauses.append(f"ORDER BY {self._emit_order(engine, values)}")
        if self._limit is not None or self._offset:
            clauses.append(self._limit_text)
        if self._lock is not None and (lock := self._lock_clause().emit(engine, values)):
            clauses.append(lock)

    def _emit_conditions(self, engine: Any, values: list[Any]) -> str:
        texts = [emit(each, engine, values) for each in self._conditions]
        return texts[0] if len(texts) == 1 else " AND ".join([f"({text})" for text in texts])

    def _emit_order(self, engine: Any, values: list[Any]) -> str:
        keys = [
            f"{key if key.__class__ is str else emit(key, engine, values)} {direction}"
            for _, key, direction in self._order_by
        ]
        return ", ".join(keys)

    def _lock_clause(self) -> _Lock:
        # A join would lock the rows of every table in it, and MariaDB knows no FOR UPDATE OF.
        if self._joins or len(self._from or []) != 1:
            raise QueryException("A locking SELECT names one table; load the aggregate afterwards.")
        assert self._lock is not None  # noqa: S101 (the caller has looked)
        return self._lock

    def _with_clause(self) -> Sql:
        tables = [Sql(f"{quote(name)} AS (", query, ")") for name, query in self._cte.items()]
        return Sql("WITH RECURSIVE" if self._cte_recursive else "WITH", Listing(*tables))

    @property
    def _limit_text(self) -> str:
        limit = f"LIMIT {_NO_LIMIT if self._limit is None else int(self._limit)}"
        return f"{limit} OFFSET {int(self._offset)}" if self._offset else limit


class KwaiInsert(_Query, InsertQuery):  # type: ignore[misc]
    """An INSERT of one row or several."""

    def __init__(self, engine: Any) -> None:
        super().__init__(engine)
        self._names: tuple[str, ...] = ()
        self._rows: list[Sql] = []
        self._upsert: _Upsert | None = None

    def columns(self, *columns: str) -> Self:
        self._names = columns
        return self

    def values(self, *values: Any) -> Self:
        self._rows.append(Sql("(", Listing(*[as_statement(value) for value in values]), ")"))
        return self

    def upsert(self, keys: Sequence[str], update: Sequence[str] | Mapping[str, Any]) -> Self:
        """When a row with these keys exists, give it the new values of the columns in `update`.

        A mapping computes them instead; MariaDB does so from left to right, and sees in a later
        column what it has put in an earlier one. Without columns nothing happens to the row; the
        number of changed rows means nothing then.
        """
        if not isinstance(update, Mapping):
            update = {name: NewValue(name) for name in update}
        self._upsert = _Upsert(tuple(keys), update)
        return self

    def as_expression(self) -> Sql:
        return Sql(
            "INSERT INTO",
            self._into,
            f"({', '.join(map(quote, self._names))}) VALUES",
            Listing(*self._rows),
            self._upsert or "",
        )


class KwaiUpdate(_Where, UpdateQuery):  # type: ignore[misc]
    """An UPDATE; without WHERE it does not render."""

    def __init__(self, engine: Any) -> None:
        super().__init__(engine)
        self._assignments: list[Sql] = []

    def set(self, value_dict: Mapping[str, Any]) -> Self:
        self._assignments = [
            Sql(f"{quote(name)} =", as_statement(value)) for name, value in value_dict.items()
        ]
        return self

    def as_expression(self) -> Sql:
        return Sql(
            "UPDATE", self._table, "SET", Listing(*self._assignments), self._required_where()
        )


class KwaiDelete(_Where, DeleteQuery):  # type: ignore[misc]
    """A DELETE; without WHERE it does not render."""

    def limit(self, new_limit: int | None = None) -> Self:
        raise QueryException("SQLite has no DELETE with LIMIT; select the ids first.")

    def as_expression(self) -> Sql:
        return Sql("DELETE FROM", Listing(*self._from), self._required_where())


def aliased(table: Any, name: str) -> Sql:
    """A table, or a query in parentheses, under another name in FROM and JOIN."""
    return Sql(
        Sql("(", table, ")") if isinstance(table, SelectQuery) else _table(table),
        f"AS {quote(name)}",
    )


def as_column(statement: Any, name: str) -> Sql:
    """A computed value under a name in the list of columns."""
    return Sql(_column(statement), f"AS {quote(name)}")


def _column(column: Any) -> Any:
    return quote(column) if isinstance(column, str) and column != "*" else column


def _table(table: Any) -> Any:
    return quote(table) if isinstance(table, str) else table
