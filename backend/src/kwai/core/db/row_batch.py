"""Gives many rows of a table other values in one statement."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, TypeVar

from kwai.core.db.criteria import Sql, Value, quote
from kwai.core.db.parameters import bind_one
from kwai.core.db.row_changes import Children, Key, changed_columns

T = TypeVar("T")

# Every changed column costs two values per row; SQLite takes 32,766 of them.
BATCH_OF_ROWS = 200


def in_batches(rows: Sequence[T]) -> Iterator[Sequence[T]]:
    """Cut what is written into pieces that a statement can hold."""
    for start in range(0, len(rows), BATCH_OF_ROWS):
        yield rows[start : start + BATCH_OF_ROWS]


def merge_changes(changes: Mapping[int, Mapping[str, Any]]) -> dict[str, Any]:
    """Make assignments that give each row its own values; `changes` are by the id of the row."""
    columns = sorted({column for values in changes.values() for column in values})
    return {column: _assignment(column, changes) for column in columns}


def moment_of_update(old: Any, new: Any, now: datetime) -> datetime:
    """Tell when a row was changed: the moment the entity says, if it says a new one."""
    is_marked = new.updated_at is not None and new.updated_at != old.updated_at
    return new.updated_at if is_marked else now


class ChildDifference:
    """What has to happen to the child rows of one table, for all owners together."""

    def __init__(self, children: Children) -> None:
        self._children = children
        self.added: list[Any] = []
        self._removed: dict[Key, list[int]] = {}
        self._changed: dict[tuple[Key, tuple[tuple[str, Any], ...]], list[int]] = {}

    def add(self, owner_id: int, added: Sequence[Any], removed: Sequence[Any]) -> None:
        """Take note of the rows that come and go."""
        self.added.extend(added)
        for key in self._children.by_key(removed):
            self._removed.setdefault(key, []).append(owner_id)

    def change(self, owner_id: int, before: Any, after: Any) -> None:
        """Take note of a row that stays with other values."""
        (key,) = self._children.by_key([after])
        values = changed_columns(before, after)
        bound = tuple(sorted((name, bind_one(value)) for name, value in values.items()))
        self._changed.setdefault((key, bound), []).append(owner_id)

    def removals(self) -> Iterator[tuple[Key, Sequence[int]]]:
        """Give what is removed, with the owners that lose it."""
        for key, owners in self._removed.items():
            for batch in in_batches(owners):
                yield key, batch

    def updates(self) -> Iterator[tuple[Key, dict[str, Any], Sequence[int]]]:
        """Give what changes in the same way, with the owners for whom it does."""
        for (key, values), owners in self._changed.items():
            for batch in in_batches(owners):
                yield key, dict(values), batch


def _assignment(column: str, changes: Mapping[int, Mapping[str, Any]]) -> Any:
    given = {id_: values[column] for id_, values in changes.items() if column in values}
    distinct = list(islice({bind_one(value): None for value in given.values()}, 2))
    if len(distinct) == 1 and len(given) == len(changes):
        return Value(next(iter(given.values())))
    cases: list[Any] = [part for id_, value in given.items() for part in _case(id_, value)]
    return Sql("CASE", quote("id"), *cases, "ELSE", quote(column), "END")


def _case(id_: int, value: object) -> tuple[Any, ...]:
    return ("WHEN", Value(id_), "THEN", Value(value))
