from datetime import UTC, datetime, time, timedelta

import pytest

from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.period import Period
from kwai.core.domain.value_objects.time_period import TimePeriod

START = LocalTimestamp(datetime(2026, 9, 1, 17, 0, tzinfo=UTC))


def test_a_period_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="end of a period"):
        Period(start_date=START, end_date=START.add_delta(seconds=-1))


def test_a_period_needs_a_start() -> None:
    with pytest.raises(ValueError, match="start"):
        Period(start_date=LocalTimestamp())


def test_a_period_without_an_end_is_endless() -> None:
    period = Period(start_date=START)

    assert period.endless
    assert period.delta is None


def test_a_period_made_from_a_delta_has_that_length() -> None:
    period = Period.create_from_delta(START, hours=1, minutes=30)

    assert period.start_date == START
    assert period.delta == timedelta(minutes=90)


def test_a_time_period_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="end of a period"):
        TimePeriod(start=time(19), end=time(18))


def test_the_length_of_a_time_period() -> None:
    assert TimePeriod(start=time(18), end=time(19, 30)).delta == timedelta(minutes=90)
    assert TimePeriod(start=time(18)).endless
    assert TimePeriod(start=time(18)).delta is None
