"""What an update changes, and how the change log tells it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from kwai.core.db.parameters import SqlValue, bind_one
from kwai.core.db.row_fields import RowField, row_fields
from kwai.core.db.table import Table

# The database numbers a row once, and it is created once; the others change with every update, so
# they are no change of their own.
_UNTOLD = frozenset({"id", "created_at", "updated_at", "version"})
SECRET = "changed"  # noqa: S105 (what is told of a secret)

Key = tuple[SqlValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Children:
    """The rows of a child table that belong to one entity.

    Attributes:
        owner: The column that refers to the root.
        key: The columns that tell the rows of one owner apart.
    """

    table: Table[Any]
    owner: str
    key: tuple[str, ...]
    rows: Sequence[Any]

    def by_key(self, rows: Iterable[Any]) -> dict[Key, Any]:
        """Arrange rows by what tells them apart."""
        return {tuple(bind_one(getattr(row, name)) for name in self.key): row for row in rows}


def changed_columns(old: Any, new: Any) -> dict[str, Any]:
    """Collect the columns whose values differ, with the new values."""
    return {
        field.column: getattr(new, field.name)
        for field in _told_fields(type(new))
        if bind_one(getattr(old, field.name)) != bind_one(getattr(new, field.name))
    }


def describe(old: Any | None, new: Any | None) -> dict[str, Any]:
    """Tell each changed field as old and new value; of a secret only that it changed."""
    if old is None:
        return {field.name: _told(field, [None, value]) for field, value in _values(new)}
    if new is None:
        return {field.name: _told(field, [value, None]) for field, value in _values(old)}
    described: dict[str, Any] = {}
    for field in _told_fields(type(new)):
        before, after = _loggable(old, field.name), _loggable(new, field.name)
        if before != after:
            described[field.name] = _told(field, [before, after])
    return described


def describe_children(
    added: Sequence[Any], removed: Sequence[Any], changed: Sequence[tuple[Any, Any]]
) -> dict[str, Any]:
    """Tell what happened to the rows of a child table."""
    told: dict[str, Any] = {
        "added": [_described(row) for row in added],
        "removed": [_described(row) for row in removed],
        "changed": [describe(old, new) for old, new in changed],
    }
    return {name: rows for name, rows in told.items() if rows}


def _told_fields(row_type: type[object]) -> tuple[RowField, ...]:
    key: Any = row_type
    return _select_told(key)


@cache
def _select_told(row_type: Any) -> tuple[RowField, ...]:
    return tuple(field for field in row_fields(row_type) if field.column not in _UNTOLD)


def _described(row: Any) -> dict[str, Any]:
    return {field.name: _told(field, value) for field, value in _values(row)}


def _values(row: Any) -> list[tuple[RowField, SqlValue]]:
    """List what a row that came or went held."""
    return [
        (field, value)
        for field in _told_fields(type(row))
        if (value := _loggable(row, field.name)) is not None
    ]


def _told(field: RowField, value: Any) -> Any:
    return SECRET if field.is_secret else value


def _loggable(row: Any, name: str) -> SqlValue:
    value = bind_one(getattr(row, name))
    return f"{len(value)} bytes" if isinstance(value, bytes) else value
