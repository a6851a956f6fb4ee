"""What a violated constraint tells, in the same words on both engines."""

import pytest

from kwai.core.db.criteria import KwaiField
from kwai.core.db.database import Database
from kwai.core.db.exceptions import (
    ForeignKeyViolation,
    QueryException,
    UniqueViolation,
)
from tests.support.sample_club import MemberRow, TagRow, TrainerRow, add, make_member

TRAINERS = "sample_trainers"


def member_row(number: int, **changes: object) -> MemberRow:
    return MemberRow.persist(make_member(number, **changes))


async def test_database_x1_a_unique_index_names_its_table_and_columns(club: Database) -> None:
    await club.insert("sample_members", member_row(1))

    with pytest.raises(UniqueViolation) as error:
        await club.insert("sample_members", member_row(2, name="Member 1"))

    assert (error.value.table, error.value.columns) == ("sample_members", ("name",))


async def test_database_x1_a_unique_index_of_two_columns_names_both(club: Database) -> None:
    id_ = await club.insert("sample_members", member_row(1))
    tag = TagRow(member_id=id_, name="it's `odd` for key 'x'", importance=1)
    values = {"member_id": id_, "name": tag.name, "weight": 1}
    insert = club.create_query_factory().insert("sample_tags", values)
    await club.execute(insert)

    with pytest.raises(UniqueViolation) as error:
        await club.execute(insert)

    assert (error.value.table, error.value.columns) == ("sample_tags", ("member_id", "name"))


async def test_a_taken_primary_key_is_a_unique_violation(club: Database) -> None:
    id_ = await add(club, "a")

    with pytest.raises(UniqueViolation) as error:
        await club.insert(TRAINERS, TrainerRow(id=id_, name="b"))

    assert (error.value.table, error.value.columns) == (TRAINERS, ("id",))


async def test_a_reference_to_nothing(club: Database) -> None:
    with pytest.raises(ForeignKeyViolation) as inserted:
        await club.insert("sample_members", member_row(1, trainer_id=99))
    id_ = await club.insert("sample_members", member_row(1))
    update = club.create_query_factory().update("sample_members", {"trainer_id": 99})
    with pytest.raises(ForeignKeyViolation) as updated:
        await club.change(update.where(KwaiField("id").eq(id_)))

    assert not inserted.value.in_use
    assert not updated.value.in_use


async def test_database_x2_a_row_that_is_referred_to(club: Database) -> None:
    id_ = await add(club, "a")
    await club.insert("sample_members", member_row(1, trainer_id=id_))

    with pytest.raises(ForeignKeyViolation) as error:
        await club.delete(id_, TRAINERS)

    assert error.value.in_use


async def test_a_missing_value_is_a_fault_of_the_code(club: Database) -> None:
    factory = club.create_query_factory()

    for query in (factory.insert(TRAINERS, {"name": None}), factory.insert("nothing", {"a": 1})):
        with pytest.raises(QueryException) as error:
            await club.execute(query)
        assert type(error.value) is QueryException
