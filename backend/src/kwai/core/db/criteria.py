"""Conditions: columns compared with values, without the traps of sql-smith.

Statements are rendered for an engine only when they run; names are quoted alike on both engines,
so a name is text from the start and only the placeholder of a value is asked for.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

from sql_smith.interfaces import CriteriaInterface, ExpressionInterface, StatementInterface
from sql_smith.partial import Expression

from kwai.core.db.exceptions import QueryException
from kwai.core.db.parameters import SqlValue, bind

MAX_IN_LIST = 500
LIKE_ESCAPE = "!"


@lru_cache(maxsize=4096)
def quote(name: str) -> str:
    """Quote a name, or a table and a column with a dot between them."""
    return ".".join(f"`{part.replace('`', '``')}`" for part in name.split("."))


def escape_like(text: str) -> str:
    """Escape the wildcards of LIKE; a backslash would mean different things on the engines."""
    for wildcard in (LIKE_ESCAPE, "%", "_"):
        text = text.replace(wildcard, LIKE_ESCAPE + wildcard)
    return text


# sql-smith has no types, so its classes count as Any here.
class Sql(CriteriaInterface, ExpressionInterface):  # type: ignore[misc]
    """SQL made of text and statements, in order; an empty part leaves no space behind."""

    def __init__(self, *parts: Any) -> None:
        self._parts = parts

    def append(self, pattern: str, *replacements: Any) -> "Sql":
        return Sql(self, Expression(pattern, *replacements))

    def and_(self, right: Any) -> "Sql":
        return all_of(self, right)

    def or_(self, right: Any) -> "Sql":
        raise QueryException("`a AND b OR c` is not what it looks like; use any_of().")

    def emit(self, engine: Any, values: list[Any]) -> str:
        """Render for an engine and append the values that go with it, in one walk."""
        if len(self._parts) == 1 and self._parts[0].__class__ is str:
            return self._parts[0]
        texts = [
            part if part.__class__ is str else emit(part, engine, values) for part in self._parts
        ]
        return " ".join([text for text in texts if text])

    def sql(self, engine: Any) -> str:
        return self.emit(engine, [])

    def params(self, engine: Any) -> tuple[Any, ...]:
        values: list[Any] = []
        self.emit(engine, values)
        return tuple(values)


def emit(statement: Any, engine: Any, values: list[Any]) -> str:
    """Render any statement; those of sql-smith take two walks."""
    try:
        own = statement.emit
    except AttributeError:
        values.extend(statement.params(engine))
        return str(statement.sql(engine))
    text: str = own(engine, values)
    return text


def emit_list(parts: Iterable[Any], engine: Any, values: list[Any]) -> str:
    """Render statements, or texts that are SQL already, with commas between them."""
    return ", ".join(
        [part if part.__class__ is str else emit(part, engine, values) for part in parts]
    )


class Value(StatementInterface):  # type: ignore[misc]
    """A value that is sent beside the statement."""

    def __init__(self, value: object) -> None:
        self._value = value

    def emit(self, engine: Any, values: list[Any]) -> str:
        values.append(self._value)
        return engine.placeholder  # type: ignore[no-any-return]

    def sql(self, engine: Any) -> str:
        return str(engine.get_parameter_placeholder())

    def params(self, _: Any) -> tuple[Any, ...]:
        return (self._value,)


def as_statement(value: object) -> Any:
    """Take a statement as it is and send everything else as a value."""
    return value if isinstance(value, StatementInterface) else Value(value)


class Listing(Sql):
    """Statements with commas between them."""

    def emit(self, engine: Any, values: list[Any]) -> str:
        return emit_list(self._parts, engine, values)


class _Values(Sql):
    """Values in parentheses; a page of children is asked for with as many as the page has rows."""

    def emit(self, engine: Any, values: list[Any]) -> str:
        values.extend(self._parts[0])
        return f"({', '.join([engine.placeholder] * len(self._parts[0]))})"


class Rendered(Sql):
    """SQL that was rendered before, with its values."""

    def __init__(self, text: str, values: Sequence[Any]) -> None:
        super().__init__(text)
        self._values = values

    def emit(self, engine: Any, values: list[Any]) -> str:
        values.extend(self._values)
        return str(self._parts[0])


class _Comparison(Sql):
    """What a column is compared with: most conditions are nothing else."""

    def emit(self, engine: Any, values: list[Any]) -> str:
        comparison, value = self._parts
        values.append(value)
        return f"{comparison} {engine.placeholder}"


class _Group(Sql):
    def emit(self, engine: Any, values: list[Any]) -> str:
        return f"({emit(self._parts[0], engine, values)})"


class _Joined(Sql):
    def __init__(self, operator: str, criteria: Sequence[Any]) -> None:
        super().__init__(*criteria)
        self._operator = operator

    def emit(self, engine: Any, values: list[Any]) -> str:
        return self._operator.join([f"({emit(part, engine, values)})" for part in self._parts])


def any_of(*criteria: Any) -> Sql:
    """Join conditions with OR, each in parentheses; of no condition none is true."""
    return _join(" OR ", criteria) if criteria else Sql("1 = 0")


def all_of(*criteria: Any) -> Sql:
    """Join conditions with AND, each in parentheses; all of no conditions are true."""
    return _join(" AND ", criteria) if criteria else Sql("1 = 1")


def not_(criterion: Any) -> Sql:
    """Negate a condition."""
    return Sql("NOT", _Group(criterion))


def exists(query: Any) -> Sql:
    """A condition on a child table: `EXISTS (SELECT ...)`."""
    return Sql("EXISTS", _Group(query))


def not_exists(query: Any) -> Sql:
    """The opposite of `exists`."""
    return Sql("NOT EXISTS", _Group(query))


def _join(operator: str, criteria: Sequence[Any]) -> Sql:
    return Sql(*criteria) if len(criteria) == 1 else _Joined(operator, criteria)


class KwaiField(StatementInterface):  # type: ignore[misc]
    """A column to make conditions of; as a statement it stands for the column itself."""

    def __init__(self, name: str) -> None:
        self._text = quote(name)

    def eq(self, value: object) -> Sql:
        return self._compare("=", value)

    def not_eq(self, value: object) -> Sql:
        return self._compare("<>", value)

    def gt(self, value: object) -> Sql:
        return self._compare(">", value)

    def gte(self, value: object) -> Sql:
        return self._compare(">=", value)

    def lt(self, value: object) -> Sql:
        return self._compare("<", value)

    def lte(self, value: object) -> Sql:
        return self._compare("<=", value)

    def eq_field(self, name: str) -> Sql:
        """Compare with another column, `table.column`."""
        return Sql(f"{self._text} = {quote(name)}")

    def is_null(self) -> Sql:
        return Sql(f"{self._text} IS NULL")

    def is_not_null(self) -> Sql:
        return Sql(f"{self._text} IS NOT NULL")

    def between(self, start: object, end: object) -> Sql:
        """Both ends belong to the range; a range of moments is `gte` and `lt`."""
        return all_of(self.gte(start), self.lte(end))

    def in_list(self, values: Iterable[object]) -> Sql:
        """The value is one of these; with an empty list the condition is false."""
        bound = _listed(values)
        return Sql(f"{self._text} IN", _Values(bound)) if bound else Sql("1 = 0")

    def not_in_list(self, values: Iterable[object]) -> Sql:
        """The value is none of these; with an empty list the condition is true."""
        bound = _listed(values)
        return Sql(f"{self._text} NOT IN", _Values(bound)) if bound else Sql("1 = 1")

    def in_query(self, query: Any) -> Sql:
        """The value is one that the query selects; the query has no LIMIT (MariaDB: 1235)."""
        return Sql(f"{self._text} IN", _Group(query))

    def like_contains(self, text: str) -> Sql:
        """Search in a normalised column (`normalise`): SQLite folds ASCII letters, MariaDB none."""
        return self._like(f"%{escape_like(text)}%")

    def like_begins(self, text: str) -> Sql:
        """Search at the start of a normalised column."""
        return self._like(f"{escape_like(text)}%")

    def emit(self, _engine: Any, _values: list[Any]) -> str:
        return self._text

    def sql(self, _: Any) -> str:
        return self._text

    def params(self, _: Any) -> tuple[Any, ...]:
        return ()

    def _compare(self, operator: str, value: object) -> Sql:
        if value is None:
            raise QueryException(f"{self._text} {operator} NULL is never true; use is_null().")
        if isinstance(value, StatementInterface):
            return Sql(f"{self._text} {operator}", value)
        return _Comparison(f"{self._text} {operator}", value)

    def _like(self, pattern: str) -> Sql:
        return Sql(f"{self._text} LIKE", Value(pattern), f"ESCAPE '{LIKE_ESCAPE}'")


def _listed(values: Iterable[object]) -> list[SqlValue]:
    """Sorted, so that equal sets make equal statements; at most 500, which callers chunk to."""
    bound = set(bind(values))
    if None in bound:
        raise QueryException("NULL is in no list; use is_null().")
    if len(bound) > MAX_IN_LIST:
        raise QueryException(f"A list has at most {MAX_IN_LIST} values; read in chunks.")
    if len({type(value) for value in bound}) == 1:
        return sorted(bound)  # type: ignore[type-var]  # of one type, and None is none of them
    key: Callable[[SqlValue], Any] = lambda value: (str(type(value)), value)  # noqa: E731
    return sorted(bound, key=key)
