"""Reading on from the last row that was seen, instead of counting rows that were seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from kwai.core.db.criteria import KwaiField, Sql, all_of, any_of
from kwai.core.db.exceptions import QueryException
from kwai.core.db.row_mapper import to_moment, to_time
from kwai.core.db.statements import Direction, KwaiSelect


@dataclass(frozen=True, slots=True)
class SortKey:
    """A column, `table.column`, and its direction.

    Both engines put NULL in front of everything else. A column that can hold it says so: looking
    for NULL too would keep the others from seeking in their index.
    """

    column: str
    direction: Direction = "ASC"
    is_nullable: bool = False

    @property
    def reversed(self) -> "SortKey":
        """The same column, read the other way round."""
        direction: Direction = "DESC" if self.direction == "ASC" else "ASC"
        return SortKey(self.column, direction, self.is_nullable)


def apply_keyset(
    query: KwaiSelect, keys: Sequence[SortKey], after: Sequence[object] | None
) -> None:
    """Order a query by its keys, of which the last is unique, and start behind `after`."""
    for key in keys:
        query.order_by(key.column, key.direction)
    if after is not None:
        start_behind(query, keys, after)


def start_behind(query: KwaiSelect, keys: Sequence[SortKey], position: Sequence[object]) -> None:
    """Keep what comes after a position in this order."""
    pairs = list(zip(keys, position, strict=False))
    is_whole = len(position) == len(keys)
    if not is_whole or any(value is None and not key.is_nullable for key, value in pairs):
        raise QueryException("A position holds one value for each sort key.")
    query.and_where(behind(pairs))


def behind(position: Sequence[tuple[SortKey, Any]]) -> Sql:
    """Compare with a position key by key.

    `(a, id) < (?, ?)` says the same, but MariaDB walks the whole index for it; the bound on the
    first key alone is what it seeks with.
    """
    (key, value), *rest = position
    field = KwaiField(key.column)
    is_ascending = key.direction == "ASC"
    if value is None:
        same = all_of(field.is_null(), behind(rest))
        return any_of(field.is_not_null(), same) if is_ascending else same
    strict = field.gt(value) if is_ascending else _or_null(field.lt(value), key)
    if not rest:
        return strict
    bound = field.gte(value) if is_ascending else _or_null(field.lte(value), key)
    return all_of(bound, any_of(strict, all_of(field.eq(value), behind(rest))))


def _or_null(comparison: Sql, key: SortKey) -> Sql:
    return any_of(comparison, KwaiField(key.column).is_null()) if key.is_nullable else comparison


def position_value(value: Any) -> Any:
    """Bring a value of a record into the form in which it is sent back."""
    if isinstance(value, datetime):
        return to_moment(value)
    return to_time(value) if isinstance(value, timedelta) else value
