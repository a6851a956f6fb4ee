"""Events: what they carry, and how."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum
from typing import Any, ClassVar
from uuid import UUID

import pytest

from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.core.events.event import Event, EventMeta

NAME = "club.member.joined"
TEXT = "b8a1d6d4-8f1c-4d0e-9a3e-6b1f0a9d8c7b"


class Grade(Enum):
    FIRST_DAN = "1d"


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberJoinedEvent(Event):
    meta: ClassVar[EventMeta] = EventMeta(name=NAME)

    value: Any = None


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        (datetime(2026, 1, 1, 12, tzinfo=UTC), "2026-01-01T12:00:00.000000Z"),
        (
            datetime(2026, 1, 1, 12, tzinfo=timezone(timedelta(hours=2))),
            "2026-01-01T10:00:00.000000Z",
        ),
        (date(2026, 1, 2), "2026-01-02"),
        (UUID(TEXT), TEXT),
        (UniqueId.create_from_string(TEXT), TEXT),
        (IntIdentifier(7), 7),
        (Grade.FIRST_DAN, "1d"),
        (("a", 1, None, True), ["a", 1, None, True]),
        ({"since": date(2026, 1, 2)}, {"since": "2026-01-02"}),
    ],
)
def test_values_are_stored_as_json(value: object, stored: object) -> None:
    event = MemberJoinedEvent(value=value)

    assert event.data == {"meta": {"name": NAME, "version": 1}, "data": {"value": stored}}


@pytest.mark.parametrize("value", [object(), {1, 2}, b"bytes"])
def test_what_json_does_not_know_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="cannot be stored"):
        _ = MemberJoinedEvent(value=value).data


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        _ = MemberJoinedEvent(value=datetime(2026, 1, 1)).data  # noqa: DTZ001 (the point)


def test_the_stream_is_named_after_the_module() -> None:
    assert MemberJoinedEvent.meta.module == "club"


def test_a_name_has_three_parts() -> None:
    with pytest.raises(ValueError, match="<module>"):
        EventMeta(name="member.joined")


def test_an_event_has_no_end_and_no_subject_unless_it_says_so() -> None:
    event = MemberJoinedEvent()

    assert (event.priority, event.expires_at(), event.subject_uuid()) == (1, None, None)
