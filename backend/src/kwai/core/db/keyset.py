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
    """A column that is NOT NULL, `table.column`, and its direction."""

    column: str
    direction: Direction = "ASC"

    @property
    def reversed(self) -> "SortKey":
        """The same column, read the other way round."""
        return SortKey(self.column, "DESC" if self.direction == "ASC" else "ASC")


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
    if len(position) != len(keys) or None in position:
        raise QueryException("A position holds one value for each sort key.")
    query.and_where(behind(list(zip(keys, position, strict=True))))


def behind(position: Sequence[tuple[SortKey, Any]]) -> Sql:
    """Compare with a position key by key.

    `(a, id) < (?, ?)` says the same, but MariaDB walks the whole index for it; the bound on the
    first key alone is what it seeks with.
    """
    (key, value), *rest = position
    field = KwaiField(key.column)
    is_ascending = key.direction == "ASC"
    strict = field.gt(value) if is_ascending else field.lt(value)
    if not rest:
        return strict
    bound = field.gte(value) if is_ascending else field.lte(value)
    return all_of(bound, any_of(strict, all_of(field.eq(value), behind(rest))))


def position_value(value: Any) -> Any:
    """Bring a value of a record into the form in which it is sent back."""
    if isinstance(value, datetime):
        return to_moment(value)
    return to_time(value) if isinstance(value, timedelta) else value
