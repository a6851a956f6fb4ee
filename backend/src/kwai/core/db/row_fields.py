"""How the fields of a row dataclass stand for the columns of its table."""

from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache, lru_cache
from typing import Any

from kwai.core.db.criteria import quote
from kwai.core.db.exceptions import DatabaseException

_SECRET = {"secret": True}


@dataclass(frozen=True, slots=True)
class RowField:
    """A field of a row: its name in Python, its column, and whether its value may be logged."""

    name: str
    column: str
    is_secret: bool


def secret(**options: Any) -> Any:
    """Declare a row field of which the change log only tells that it changed."""
    return field(metadata=_SECRET, **options)


def personal(**options: Any) -> Any:
    """Declare a row field about a person: the change log, which cannot forget, does not keep it."""
    return secret(**options)


def column(name: str, **options: Any) -> Any:
    """Declare a row field whose column has another name."""
    return field(metadata={"column": name}, **options)


def row_fields(row_type: type[object]) -> tuple[RowField, ...]:
    """List the fields of a row dataclass in their order.

    Raises:
        DatabaseException: it is no dataclass.
    """
    key: Any = row_type
    return _row_fields(key)


@cache
def _row_fields(row_type: Any) -> tuple[RowField, ...]:
    if not is_dataclass(row_type):
        raise DatabaseException(f"{row_type.__name__} is not a dataclass of a row.")
    return tuple(
        RowField(f.name, f.metadata.get("column", f.name), f.metadata.get("secret", False))
        for f in fields(row_type)
    )


def row_values(row: Any) -> dict[str, Any]:
    """Collect the values of a row by column."""
    return {f.column: getattr(row, f.name) for f in row_fields(type(row))}


def insert_values(row: Any) -> dict[str, Any]:
    """Collect what an INSERT sends: without an id that the database is to choose."""
    values = row_values(row)
    if not values.get("id", True):
        # SQLite would store the 0.
        del values["id"]
    return values


@lru_cache(maxsize=512)
def insert_sql(placeholder: str, table_name: str, columns: tuple[str, ...]) -> str:
    """Render the INSERT of one row."""
    names = ", ".join(map(quote, columns))
    marks = ", ".join([placeholder] * len(columns))
    return f"INSERT INTO {quote(table_name)} ({names}) VALUES ({marks})"  # noqa: S608 (names only)
