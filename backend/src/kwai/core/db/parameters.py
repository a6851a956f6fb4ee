"""The whitelist of values: what both engines store and return alike, and nothing else.

The drivers accept more, and each in its own way: asyncmy drops the offset of a datetime and sends
`str()` of any object, SQLite stores NULL for NaN. Hence nothing reaches a driver unconverted.
"""

import math
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time
from enum import Enum
from uuid import UUID

from kwai.core.db.exceptions import ParameterException
from kwai.core.domain.value_objects.identifier import Identifier
from kwai.core.domain.value_objects.unique_id import UniqueId

SqlValue = str | bytes | int | float | None
_Converter = Callable[..., SqlValue]

_INT_LIMIT = 2**63
_MOMENT_WIDTH = len("2024-02-29 12:00:00.000000")


def bind(values: Iterable[object]) -> tuple[SqlValue, ...]:
    """Convert values to what is sent to either engine.

    Raises:
        ParameterException: a value has a type or a content that the engines treat differently.
    """
    converters = _CONVERTERS
    return tuple(
        [
            converter(value)
            if (converter := converters.get(value.__class__)) is not None
            else bind_one(value)
            for value in values
        ]
    )


def bind_one(value: object) -> SqlValue:
    """Convert one value; see `bind`."""
    if (converter := _CONVERTERS.get(type(value))) is not None:
        return converter(value)
    if isinstance(value, Enum | Identifier):
        return bind_one(value.value)
    raise ParameterException(f"A {type(value).__name__} cannot be sent to the database.")


def _from_str(value: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError:
        raise ParameterException("A text holds a lone surrogate.") from None
    return value


def _from_int(value: int) -> int:
    if not -_INT_LIMIT <= value < _INT_LIMIT:
        raise ParameterException("An integer does not fit in 64 bits.")
    return value


def _from_float(value: float) -> float:
    if not math.isfinite(value):
        raise ParameterException("NaN and infinity cannot be sent to the database.")
    return value


def _from_datetime(value: datetime) -> str:
    if value.tzinfo is None:
        raise ParameterException("A datetime without a time zone cannot be sent to the database.")
    try:
        moment = value if value.tzinfo is UTC else value.astimezone(UTC)
    except OverflowError:
        raise ParameterException("A datetime lies outside the calendar in UTC.") from None
    # Fixed width with a space: SQLite compares moments as text. What follows is the offset of UTC.
    return moment.isoformat(" ", "microseconds")[:_MOMENT_WIDTH]


def _from_time(value: time) -> str:
    if value.tzinfo is not None or value.microsecond:
        raise ParameterException("A time of day has neither a time zone nor microseconds.")
    return value.isoformat("seconds")


def _same(value: SqlValue) -> SqlValue:
    return value


_CONVERTERS: dict[type, _Converter] = {
    str: _from_str,
    bytes: _same,
    bool: int,
    int: _from_int,
    float: _from_float,
    type(None): _same,
    datetime: _from_datetime,
    date: date.isoformat,
    time: _from_time,
    UUID: str,
    UniqueId: str,
}
