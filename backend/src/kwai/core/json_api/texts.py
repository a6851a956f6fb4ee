"""The spellings of moments, days and times, and the characters a text may hold."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from uuid import UUID

MOMENT = (
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}"
    r"(\.[0-9]{1,6})?([Zz]|[+-][0-9]{2}:[0-9]{2})$"
)
DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
TIME = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"
CANONICAL_UUID = r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"

_MOMENT, _DAY, _TIME = re.compile(MOMENT), re.compile(DAY), re.compile(TIME)
_UUID = re.compile(CANONICAL_UUID)
# C0 but tab and newline, DEL, and lone surrogates.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_YEARS = range(1900, 2100)


def is_safe(text: str) -> bool:
    """Whether a text holds no control characters but tab and newline, and no lone surrogate."""
    return _FORBIDDEN.search(text) is None


def parse_moment(text: str) -> datetime:
    """Read an RFC 3339 moment and give it in UTC; ValueError for anything else."""
    if _MOMENT.fullmatch(text) is None:
        raise ValueError("not RFC 3339")
    moment = datetime.fromisoformat(text.upper())
    # The first check keeps astimezone from overflowing, the second one the answer readable.
    if moment.year not in _YEARS or (moment := moment.astimezone(UTC)).year not in _YEARS:
        raise ValueError("year out of range")
    return moment


def parse_day(text: str) -> date:
    """Read a day; ValueError for anything else."""
    if _DAY.fullmatch(text) is None:
        raise ValueError("not a day")
    day = date.fromisoformat(text)
    if day.year not in _YEARS:
        raise ValueError("year out of range")
    return day


def parse_time(text: str) -> time:
    """Read a wall-clock time of hours and minutes."""
    if _TIME.fullmatch(text) is None:
        raise ValueError("not a time")
    return time.fromisoformat(text)


def parse_uuid(text: str) -> UUID:
    """Read a uuid in its canonical spelling."""
    if _UUID.fullmatch(text) is None:
        raise ValueError("not a uuid")
    return UUID(text)


def succeeds(parse: Callable[[str], object], text: str) -> bool:
    """Whether a parser of this module takes the text."""
    try:
        parse(text)
    except ValueError:
        return False
    return True
