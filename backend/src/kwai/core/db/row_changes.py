"""What an update changes, and how the change log tells it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kwai.core.db.parameters import SqlValue, bind_one
from kwai.core.db.row_fields import row_fields
from kwai.core.db.table import Table

# The database numbers a row once, and it is created once.
_CONSTANT = {"id", "created_at"}
# They change with every update, so they are no change of their own.
_BOOKKEEPING = {"updated_at", "version"}
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
        for field in row_fields(type(new))
        if field.column not in _CONSTANT | _BOOKKEEPING
        and bind_one(getattr(old, field.name)) != bind_one(getattr(new, field.name))
    }


def describe(old: Any | None, new: Any | None) -> dict[str, Any]:
    """Tell each changed field as old and new value; of a secret only that it changed."""
    described: dict[str, Any] = {}
    for field in row_fields(type(old if new is None else new)):
        before, after = _loggable(old, field.name), _loggable(new, field.name)
        if field.column not in _CONSTANT | _BOOKKEEPING and before != after:
            described[field.name] = SECRET if field.is_secret else [before, after]
    return described


def describe_children(
    added: Sequence[Any], removed: Sequence[Any], changed: Sequence[tuple[Any, Any]]
) -> dict[str, Any]:
    """Tell what happened to the rows of a child table."""
    told: dict[str, Any] = {
        "added": [_values(describe(None, row), 1) for row in added],
        "removed": [_values(describe(row, None), 0) for row in removed],
        "changed": [describe(old, new) for old, new in changed],
    }
    return {name: rows for name, rows in told.items() if rows}


def _values(described: Mapping[str, Any], index: int) -> dict[str, Any]:
    return {name: value if value == SECRET else value[index] for name, value in described.items()}


def _loggable(row: Any | None, name: str) -> SqlValue:
    value = None if row is None else bind_one(getattr(row, name))
    return f"{len(value)} bytes" if isinstance(value, bytes) else value
