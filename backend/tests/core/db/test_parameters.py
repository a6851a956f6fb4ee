import math
from collections import OrderedDict
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kwai.core.db.criteria import KwaiField, Sql
from kwai.core.db.database import Database
from kwai.core.db.exceptions import ParameterException
from kwai.core.db.parameters import bind
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.unique_id import UniqueId
from tests.support.sample_club import MemberDbRepository, MemberEntity, make_member

UUID_TEXT = "6f1f4b0e-8a55-4d0a-9a53-0e7d0c9b9f01"
BRUSSELS = timezone(timedelta(hours=2))


class Colour(Enum):
    RED = "red"


class Grade(IntEnum):
    FIRST = 1


class State(StrEnum):
    OPEN = "open"


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        ("text", "text"),
        ("", ""),
        (b"\x00\xff", b"\x00\xff"),
        (True, 1),
        (False, 0),
        (2**63 - 1, 2**63 - 1),
        (-(2**63), -(2**63)),
        (0.1, 0.1),
        (None, None),
        (datetime(2024, 2, 29, 1, 2, 3, 4, BRUSSELS), "2024-02-28 23:02:03.000004"),
        (datetime(1, 1, 1, tzinfo=UTC), "0001-01-01 00:00:00.000000"),
        (date(2024, 2, 29), "2024-02-29"),
        (time(9, 5), "09:05:00"),
        (UUID(UUID_TEXT), UUID_TEXT),
        (UniqueId.create_from_string(UUID_TEXT), UUID_TEXT),
        (Colour.RED, "red"),
        (Grade.FIRST, 1),
        (State.OPEN, "open"),
        (IntIdentifier(7), 7),
    ],
)
def test_a_value_is_sent_in_one_form(value: object, sent: object) -> None:
    (bound,) = bind([value])

    assert bound == sent
    assert type(bound) is type(sent)


@pytest.mark.parametrize(
    "value",
    [
        datetime(2024, 1, 1),  # noqa: DTZ001
        datetime.min.replace(tzinfo=BRUSSELS),
        time(1, tzinfo=UTC),
        time(1, 2, 3, 4),
        timedelta(1),
        Decimal(1),
        math.nan,
        math.inf,
        2**63,
        -(2**63) - 1,
        "\ud800",
        [1],
        (1,),
        {1},
        {"a": 1},
        OrderedDict(a=1),
        bytearray(b"x"),
        memoryview(b"x"),
        1j,
        object(),
        int,
        LocalTimestamp.create_now(),
        IntIdentifier(2**63),
    ],
    ids=lambda value: type(value).__name__,
)
def test_everything_else_is_refused(value: object) -> None:
    with pytest.raises(ParameterException):
        bind([value])


async def test_database_v1_no_bytes_break_out_of_their_statement(club: Database) -> None:
    # Under NO_BACKSLASH_ESCAPES the driver's escaping of bytes would end the literal here.
    attack = b"\\'; DELETE FROM sample_members; -- "
    repository = MemberDbRepository(club)

    stored = await repository.create(make_member(photo=attack, remark=attack.decode()))

    found = await repository.get_by_id(stored.id)
    assert found.photo == attack
    assert found.remark == attack.decode()
    assert await repository.create_query().count() == 1


moments = st.datetimes(datetime(1000, 1, 1), datetime(9999, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    values=st.fixed_dictionaries(
        {
            "remark": st.none() | texts,
            "photo": st.none() | st.binary(max_size=80),
            "grade": st.none() | st.integers(-(2**31), 2**31 - 1),
            "weight": st.none() | st.floats(allow_nan=False, allow_infinity=False, width=64),
            "active": st.booleans(),
            "born_on": st.none() | st.dates(date(1000, 1, 1)),
            "trains_at": st.none() | st.times().map(lambda t: t.replace(microsecond=0)),
            "created_at": moments,
            "updated_at": st.none() | moments,
        }
    )
)
async def test_every_value_comes_back_as_it_was_sent(
    members: MemberDbRepository, club: Database, values: dict[str, Any]
) -> None:
    await club.change(club.create_query_factory().delete("sample_members").where(Sql("1 = 1")))

    stored = await members.create(make_member(**values))

    assert await members.get_by_id(stored.id) == MemberEntity.replace(stored)


async def test_values_are_found_by_what_they_were_stored_as(members: MemberDbRepository) -> None:
    moment = datetime(2024, 2, 29, 12, 0, 0, 1, BRUSSELS)
    await members.create(make_member(created_at=moment, born_on=date(2024, 2, 29)))

    for name, value in {
        "created_at": moment.astimezone(UTC),
        "born_on": date(2024, 2, 29),
        "active": True,
    }.items():
        query = members.create_query().and_where(KwaiField(f"sample_members.{name}").eq(value))
        assert await query.count() == 1, name
