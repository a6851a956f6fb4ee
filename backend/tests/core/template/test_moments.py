from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kwai.core.template.moments import write_duration, write_moment

BRUSSELS = ZoneInfo("Europe/Brussels")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nl", "zaterdag 1 augustus 2026 om 01:05"),
        ("en", "Saturday 1 August 2026 at 01:05"),
        ("fr", "samedi 1er août 2026 à 01:05"),
        ("de", "Samstag, 1. August 2026 um 01:05 Uhr"),
        ("ja", "Saturday 1 August 2026 at 01:05"),
    ],
)
def test_a_moment_is_written_as_the_clock_of_the_club_shows_it(lang: str, text: str) -> None:
    assert write_moment(datetime(2026, 7, 31, 23, 5, tzinfo=UTC), lang, BRUSSELS) == text


@pytest.mark.parametrize("lang", ["nl", "en", "fr", "de"])
def test_every_month_and_weekday_has_its_name(lang: str) -> None:
    months = [datetime(2026, month, 1, tzinfo=UTC) for month in range(1, 13)]
    days = [datetime(2026, 6, day, tzinfo=UTC) for day in range(1, 8)]

    assert len({write_moment(day, lang, UTC).split()[2] for day in months}) == 12
    assert len({write_moment(day, lang, UTC).split()[0] for day in days}) == 7


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        write_moment(datetime(2026, 1, 1), "nl", UTC)  # noqa: DTZ001 (that is the point)


@pytest.mark.parametrize(
    ("duration", "text"),
    [
        (timedelta(hours=2), "2 hours"),
        (timedelta(hours=2) - timedelta(seconds=59), "2 hours"),
        (timedelta(hours=1, minutes=30), "90 minutes"),
        (timedelta(minutes=1), "1 minute"),
        (timedelta(seconds=20), "0 minutes"),
        (timedelta(seconds=-20), "0 minutes"),
        (timedelta(days=1), "24 hours"),
        (timedelta(days=7), "7 days"),
        (timedelta(days=7) - timedelta(minutes=3), "7 days"),
        (timedelta(days=2) - timedelta(seconds=1), "2 days"),
    ],
)
def test_a_duration_is_rounded_to_what_people_say(duration: timedelta, text: str) -> None:
    assert write_duration(duration, "en") == text


@pytest.mark.parametrize(
    ("lang", "text"), [("nl", "1 minuut"), ("fr", "1 minute"), ("de", "1 Minute")]
)
def test_one_is_singular(lang: str, text: str) -> None:
    assert write_duration(timedelta(minutes=1), lang) == text
