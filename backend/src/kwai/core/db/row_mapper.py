"""From a record to a row: one converter per field, chosen when the table is declared."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from operator import itemgetter
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from kwai.core.db.exceptions import DatabaseException
from kwai.core.db.row_fields import row_fields

T = TypeVar("T")

RowMapper = Callable[[Mapping[str, Any]], T]


def compile_mapper(row_type: type[T], prefix: str) -> RowMapper[T]:
    """Build the function that picks the columns with this prefix and makes a row of them.

    Raises:
        DatabaseException: the row has a field of a type that no column has.
    """
    hints = get_type_hints(row_type)
    fields = row_fields(row_type)
    names = [field.name for field in fields]
    keys = [prefix + field.column for field in fields]
    pick = itemgetter(*keys) if len(keys) > 1 else lambda record: (record[keys[0]],)
    converters = [(name, c) for name in names if (c := _converter(row_type, name, hints[name]))]

    def map_row(record: Mapping[str, Any]) -> T:
        values = dict(zip(names, pick(record), strict=True))
        for name, convert in converters:
            if (value := values[name]) is not None:
                values[name] = convert(value)
        return row_type(**values)

    return map_row


def optional_fields(row_type: type[object]) -> set[str]:
    """Name the fields of a row that can be None."""
    hints = get_type_hints(row_type)
    return {name for name, hint in hints.items() if type(None) in get_args(hint)}


def _converter(row_type: type[Any], name: str, hint: Any) -> Callable[[Any], Any] | None:
    if get_origin(hint) in (Union, UnionType):
        (hint,) = [part for part in get_args(hint) if part is not type(None)]
    if hint in _AS_DELIVERED:
        return None
    if (converter := _CONVERTERS.get(hint)) is None:
        raise DatabaseException(f"{row_type.__name__}.{name}: no column has the type {hint}.")
    return converter


def to_moment(value: datetime | str) -> datetime:
    """MariaDB delivers a datetime without a zone, SQLite text; both are UTC."""
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    return moment.replace(tzinfo=UTC)


def to_date(value: date | str) -> date:
    """MariaDB delivers a date, SQLite text."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def to_time(value: timedelta | str) -> time:
    """MariaDB delivers the time since midnight, SQLite text."""
    if isinstance(value, str):
        return time.fromisoformat(value)
    return (datetime.min.replace(tzinfo=UTC) + value).time()


_AS_DELIVERED = {str, bytes, int, float}
_CONVERTERS: dict[Any, Callable[[Any], Any]] = {
    bool: bool,
    datetime: to_moment,
    date: to_date,
    time: to_time,
}
