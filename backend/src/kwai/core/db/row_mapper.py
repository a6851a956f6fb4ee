"""From a record to a row: one converter per field, chosen when the table is declared."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from kwai.core.db.exceptions import DatabaseException
from kwai.core.db.row_fields import row_fields
from kwai.core.quicken import CREATE, open_twin

T = TypeVar("T")

RowMapper = Callable[[Mapping[str, Any]], T]

# `replace` takes six times as long. A page has hundreds of moments, and a call in between costs as
# much as what it does.
_MOMENT = (
    "combine(value, value.time(), UTC) if value.__class__ is datetime"
    " else read(value) if value.__class__ is str else {call}"
)


def compile_mapper(
    row_type: type[T], prefix: str, unread: frozenset[str] = frozenset()
) -> RowMapper[T]:
    """Build the function that picks the columns with this prefix and makes a row of them.

    Fields in `unread` get their defaults.

    Raises:
        DatabaseException: the row has a field of a type that no column has, or one in `unread`
            has no default.
    """
    hints = get_type_hints(row_type)
    names: dict[str, Any] = {"create": CREATE, "Row": row_type, "make": row_type}
    names |= {"datetime": datetime, "combine": datetime.combine, "UTC": UTC, "read": _read_moment}
    values = {}
    for field in row_fields(row_type):
        if field.name in unread:
            names[f"default_{field.name}"] = _default(row_type, field.name)
            values[field.name] = f"default_{field.name}"
            continue
        value = f"record[{prefix + field.column!r}]"
        converter = _converter(row_type, field.name, hints[field.name])
        if converter is not None:
            names[f"to_{field.name}"] = converter
            value = f"None if (value := {value}) is None else {_convert(converter, field.name)}"
        values[field.name] = value
    source = "\n    ".join(["def map_row(record):", *_body(row_type, values, names)])
    exec(compile(source, f"<row {row_type.__qualname__}>", "exec"), names)  # noqa: S102  # names of columns only
    mapper: RowMapper[T] = names["map_row"]
    return mapper


def _convert(converter: Callable[[Any], Any], name: str) -> str:
    call = f"to_{name}(value)"
    return _MOMENT.format(call=call) if converter is to_moment else call


def _body(row_type: type[Any], values: Mapping[str, str], names: dict[str, Any]) -> list[str]:
    names["Open"] = open_twin(row_type)
    if names["Open"] is None or hasattr(row_type, "__post_init__"):
        return [f"return make({', '.join(f'{name}={value}' for name, value in values.items())})"]
    assignments = [f"row.{name} = {value}" for name, value in values.items()]
    return ["row = create(Open)", *assignments, "row.__class__ = Row", "return row"]


def _default(row_type: type[Any], name: str) -> object:
    (default,) = [field.default for field in fields(row_type) if field.name == name]
    if default is MISSING:
        raise DatabaseException(f"{row_type.__name__}.{name} has no default, so it is always read.")
    return default


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
    if isinstance(value, str):
        return _read_moment(value)
    return datetime.combine(value, value.time(), UTC)


@lru_cache(maxsize=4096)
def _read_moment(text: str) -> datetime:
    # Read together with its zone: half of what it costs to add the zone afterwards.
    return datetime.fromisoformat(text + "+00:00")


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
