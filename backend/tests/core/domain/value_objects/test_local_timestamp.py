from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest

from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp

MOMENT = datetime(2026, 10, 25, 0, 30, 15, tzinfo=UTC)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        LocalTimestamp(MOMENT.replace(tzinfo=None))


def test_a_moment_of_another_zone_is_kept_in_utc() -> None:
    brussels = timezone(timedelta(hours=2))

    timestamp = LocalTimestamp(MOMENT.astimezone(brussels))

    assert timestamp == LocalTimestamp(MOMENT)
    assert str(timestamp) == "2026-10-25 00:30:15"


def test_an_unknown_moment_is_empty_and_never_past() -> None:
    unknown = LocalTimestamp()

    assert unknown.empty
    assert not unknown.is_past
    assert str(unknown) == ""
    with pytest.raises(ValueError, match="unknown"):
        _ = unknown.year


def test_the_moment_itself_is_not_past() -> None:
    timestamp = LocalTimestamp(MOMENT)

    assert not timestamp.is_past_at(MOMENT)
    assert timestamp.is_past_at(MOMENT + timedelta(microseconds=1))


def test_the_parts_of_a_moment() -> None:
    timestamp = LocalTimestamp(MOMENT)

    assert (timestamp.year, timestamp.month, timestamp.day) == (2026, 10, 25)
    assert (timestamp.hours, timestamp.minutes, timestamp.seconds) == (0, 30, 15)
    assert timestamp.date == date(2026, 10, 25)
    assert timestamp.time == time(0, 30, 15)


def test_text_is_read_as_utc() -> None:
    timestamp = LocalTimestamp.create_from_string("2026-10-25 00:30:15")

    assert timestamp == LocalTimestamp(MOMENT)


def test_a_delta_gives_a_new_timestamp() -> None:
    later = LocalTimestamp(MOMENT).add_delta(days=1, hours=2)

    assert str(later) == "2026-10-26 02:30:15"
    assert LocalTimestamp.create_with_delta(hours=-1).is_past
