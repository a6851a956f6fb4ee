"""Which columns are read for what is shown."""

from dataclasses import dataclass
from datetime import datetime

import pytest

from kwai.core.db.engine import KwaiEngine
from kwai.core.db.exceptions import DatabaseException
from kwai.core.db.shown import UNREAD_MOMENT, Shown
from kwai.core.db.table import Table
from kwai.core.domain.resource_query import ResourceQuery


@dataclass(kw_only=True, frozen=True, slots=True)
class BeltRow:
    id: int
    owner_id: int | None
    version: int
    color: str = ""
    sort_color: str = ""
    given_at: datetime = UNREAD_MOMENT


Belts = Table("belts", BeltRow)
BeltsShown = Shown(Belts, shown_as={"given_at": ("date", "year")}, never=("sort_color",))


def columns_for(*wanted: str) -> set[str]:
    narrow = BeltsShown.narrow(ResourceQuery(wanted=frozenset(wanted)))
    text = narrow.columns.emit(KwaiEngine(), [])
    return {name for name in BeltRow.__slots__ if f"`belts`.`{name}`" in text}


KEYS = {"id", "owner_id", "version"}


@pytest.mark.parametrize(
    ("wanted", "read"),
    [
        ((), KEYS),
        (("color", "owner.color"), KEYS | {"color"}),
        (("year",), KEYS | {"given_at"}),
        (("owner.color", "given_at", "sort_color"), KEYS),
    ],
)
def test_jsonapi_v3_what_no_wanted_attribute_is_made_of_is_not_read(
    wanted: tuple[str, ...], read: set[str]
) -> None:
    assert columns_for(*wanted) == read


def test_without_wishes_everything_is_read() -> None:
    assert BeltsShown.narrow(ResourceQuery()) is Belts


def test_a_column_that_is_not_read_has_its_default_in_the_row() -> None:
    narrow = BeltsShown.narrow(ResourceQuery(wanted=frozenset({"color"})))

    row = narrow({"belts_id": 1, "belts_owner_id": None, "belts_version": 2, "belts_color": "red"})

    assert row == BeltRow(id=1, owner_id=None, version=2, color="red")


def test_a_field_that_may_stay_unread_needs_a_default() -> None:
    @dataclass(kw_only=True, frozen=True, slots=True)
    class Row:
        id: int
        color: str

    with pytest.raises(DatabaseException, match="color"):
        Shown(Table("belts", Row))


def test_the_same_wishes_are_thought_about_once() -> None:
    first, second = (ResourceQuery(wanted=frozenset({"color"})) for _ in range(2))

    assert BeltsShown.narrow(first) is BeltsShown.narrow(second)


def test_below_a_relationship_stand_its_own_wishes() -> None:
    wanted = frozenset({"color", "owner", "owner.name", "owner.club.name"})

    assert ResourceQuery(wanted=wanted).below("owner").wanted == frozenset({"name", "club.name"})
    assert ResourceQuery(wanted=wanted).below("owner.club").wanted == frozenset({"name"})
    assert ResourceQuery(wanted=wanted).below("own").wanted == frozenset()
    assert ResourceQuery().below("owner").wanted is None
