from datetime import UTC, date, datetime

import pytest

from kwai.core.domain.normalise import normalise
from kwai.core.domain.value_objects.name import Name
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.core.domain.value_objects.weekday import Weekday


@pytest.mark.parametrize(
    ("first_name", "last_name", "expected"),
    [
        ("Jigoro", "Kano", "Jigoro Kano"),
        ("Jigoro", None, "Jigoro"),
        (None, "Kano", "Kano"),
        (None, None, ""),
    ],
)
def test_a_name_prints_what_is_known(
    first_name: str | None, last_name: str | None, expected: str
) -> None:
    assert str(Name(first_name=first_name, last_name=last_name)) == expected


def test_weekdays_are_numbered_from_monday() -> None:
    assert Weekday.create_from_date(date(2026, 11, 16)) is Weekday.MONDAY
    assert Weekday.create_from_date(datetime(2026, 11, 22, tzinfo=UTC)) is Weekday(7)


def test_an_update_keeps_the_moment_of_creation() -> None:
    created = TraceableTime()

    updated = created.mark_for_update()

    assert not created.is_updated
    assert updated.is_updated
    assert updated.created_at == created.created_at


@pytest.mark.parametrize(
    ("text", "folded"),
    [("É", "e"), ("Straße", "strasse"), ("\uff41", "a"), ("İ", "i"), ("\ufb01", "fi")],
)
def test_people_search_without_accents_and_case(text: str, folded: str) -> None:
    assert normalise(text) == folded
    assert normalise(normalise(text)) == folded
