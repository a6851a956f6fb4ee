"""On which days and moments a weekly slot takes place, against an independent implementation."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil import rrule, tz
from hypothesis import given
from hypothesis import strategies as st

from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.domain.value_objects.time_period import TimePeriod
from kwai.core.domain.value_objects.weekday import Weekday
from kwai.modules.training.trainings.recurrence import (
    check_span,
    days_of,
    find_zone,
    has_day,
    moment_of,
    period_on,
)

ZONES = (
    "Europe/Brussels",
    "America/New_York",
    "Australia/Lord_Howe",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Africa/Casablanca",
    "UTC",
)
days = st.dates(min_value=date(2020, 1, 1), max_value=date(2029, 12, 31))
times = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))


@given(start=days, length=st.integers(0, 800), weekday=st.sampled_from(Weekday))
def test_the_days_are_those_of_another_implementation(
    start: date, length: int, weekday: Weekday
) -> None:
    end = start + timedelta(days=length)

    found = list(days_of(weekday, start, end))

    rule = rrule.rrule(
        rrule.WEEKLY,
        dtstart=datetime.combine(start, time()),
        until=datetime.combine(end, time()),
        byweekday=weekday.value - 1,
    )
    assert found == [each.date() for each in rule]


@given(day=days, wall_time=times, zone=st.sampled_from(ZONES))
def test_the_moments_are_those_of_another_implementation(
    day: date, wall_time: time, zone: str
) -> None:
    local = datetime.combine(day, wall_time, tzinfo=tz.gettz(zone))

    found = moment_of(day, wall_time, ZoneInfo(zone))

    # Of a time that does not exist, dateutil too gives the one behind the gap.
    assert found == tz.resolve_imaginary(local).astimezone(UTC)


@pytest.mark.parametrize("zone", ZONES)
def test_ten_years_keep_the_time_on_the_wall(zone: str) -> None:
    known = ZoneInfo(zone)
    for day in days_of(Weekday.TUESDAY, date(2020, 1, 1), date(2029, 12, 31)):
        period = period_on(day, TimePeriod(start=time(18), end=time(19, 30)), known)
        start, end = period.start_date.timestamp, period.end_date.timestamp
        assert start is not None
        assert end is not None
        assert (start.astimezone(known).date(), f"{start.astimezone(known):%H:%M}") == (
            day,
            "18:00",
        )
        assert f"{end.astimezone(known):%H:%M}" == "19:30"


@given(day=days, start=times, minutes=st.integers(1, 600), zone=st.sampled_from(ZONES))
def test_a_training_always_ends_after_it_starts(
    day: date, start: time, minutes: int, zone: str
) -> None:
    end = datetime.combine(date.min, start) + timedelta(minutes=minutes)
    if end.date() != date.min:
        return

    period = period_on(day, TimePeriod(start=start, end=end.time()), ZoneInfo(zone))

    assert period.delta is not None
    assert period.delta > timedelta()


def test_a_skipped_time_comes_an_hour_later_and_a_doubled_one_is_the_first() -> None:
    brussels = ZoneInfo("Europe/Brussels")

    skipped = moment_of(date(2026, 3, 29), time(2, 30), brussels)
    doubled = moment_of(date(2026, 10, 25), time(2, 30), brussels)

    assert skipped == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert skipped.astimezone(brussels).time() == time(3, 30)
    assert doubled == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_day_that_a_zone_left_out_is_none() -> None:
    assert not has_day(date(2011, 12, 30), ZoneInfo("Pacific/Apia"))
    assert has_day(date(2011, 12, 31), ZoneInfo("Pacific/Apia"))


@pytest.mark.parametrize("name", ["", "Europe/Atlantis", "../etc/passwd", "europe/brussels "])
def test_a_zone_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(UnprocessableException, match="time zone"):
        find_zone(name)


def test_a_period_has_a_length() -> None:
    with pytest.raises(UnprocessableException, match="before"):
        check_span(date(2026, 1, 2), date(2026, 1, 1))
    with pytest.raises(UnprocessableException, match="800"):
        check_span(date(2026, 1, 1), date(2029, 1, 1))
