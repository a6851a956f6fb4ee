"""On which days, and at which moments, a weekly slot takes place."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.period import Period
from kwai.core.domain.value_objects.time_period import TimePeriod
from kwai.core.domain.value_objects.weekday import Weekday

LONGEST_SPAN = timedelta(days=800)
# As far as moments are read; arithmetic overflows beyond.
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2099, 12, 31)
_WEEK = timedelta(days=7)


def days_of(weekday: Weekday, start: date, end: date) -> Iterator[date]:
    """Yield the days from `start` to `end`, both included, that fall on the weekday."""
    day = start + timedelta(days=(weekday.value - start.isoweekday()) % 7)
    while day <= end:
        yield day
        day += _WEEK


def moment_of(day: date, wall_time: time, zone: ZoneInfo) -> datetime:
    """Give the moment at which the clocks of a zone show a time (RFC 5545, section 3.3.5).

    Of a time that a clock change doubles it is the first one. One that it skips counts from the
    time before the change: 02:30 becomes 03:30.
    """
    # fold=0 is exactly this rule, for both.
    return datetime.combine(day, wall_time, tzinfo=zone).astimezone(UTC)


def has_day(day: date, zone: ZoneInfo) -> bool:
    """Tell whether the zone has the day at all; Samoa left out 30 December 2011."""
    noon = moment_of(day, time(12), zone).astimezone(zone)
    return noon.date() == day


def period_on(day: date, times: TimePeriod, zone: ZoneInfo) -> Period:
    """Give the moments between which a slot takes place on a day."""
    if times.end is None or times.delta is None:
        raise UnprocessableException(
            "A training needs an end.", member="end_time", reason="end_needed"
        )
    start = moment_of(day, times.start, zone)
    end = moment_of(day, times.end, zone)
    # A start inside the skipped hour lies after an end that is just behind it.
    end = end if end > start else start + times.delta
    return Period(start_date=LocalTimestamp(start), end_date=LocalTimestamp(end))


def find_zone(name: str) -> ZoneInfo:
    """Find a time zone of the IANA database.

    Raises:
        UnprocessableException: there is none of that name.
    """
    if name not in _zone_names():
        raise UnprocessableException(
            f"There is no time zone {name}.", member="timezone", reason="timezone_unknown"
        )
    return ZoneInfo(name)


def check_span(start: date, end: date) -> None:
    """Check the period that somebody wants to generate.

    Raises:
        UnprocessableException: it ends before it starts, is longer than two seasons, or lies
            where no calendar reaches.
    """
    if start < FIRST_DAY or end > LAST_DAY:
        raise UnprocessableException(
            f"A period lies between {FIRST_DAY} and {LAST_DAY}.",
            member="start" if start < FIRST_DAY else "end",
            reason="period_far",
            first=FIRST_DAY.year,
            last=LAST_DAY.year,
        )
    if end < start:
        raise UnprocessableException(
            "The period ends before it starts.", member="end", reason="ends_before_start"
        )
    if end - start > LONGEST_SPAN:
        raise UnprocessableException(
            f"A period has at most {LONGEST_SPAN.days} days.",
            member="end",
            reason="period_long",
            days=LONGEST_SPAN.days,
        )


@cache
def _zone_names() -> frozenset[str]:
    return frozenset(available_timezones())
