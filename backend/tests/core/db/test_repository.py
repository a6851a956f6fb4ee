import json
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from kwai.core.db.change_log import ChangeLogTable, changes_written_together
from kwai.core.db.criteria import KwaiField, Sql
from kwai.core.db.database import Database
from kwai.core.domain.actor import Actor
from kwai.core.domain.exceptions import (
    AlreadyExistsException,
    InUseException,
    RelatedNotFoundException,
    StaleVersionException,
)
from tests.support.database import Statements
from tests.support.sample_club import (
    MemberDbRepository,
    MemberEntity,
    MemberExistsException,
    MemberIdentifier,
    MemberNotFoundException,
    TrainerRow,
    make_member,
)

FULL: dict[str, Any] = {
    "uuid": "6f1f4b0e-8a55-4d0a-9a53-0e7d0c9b9f01",
    "name": "Jürgen 🥋 " + "x" * 91,
    "pin": "0000",
    "active": False,
    "grade": -(2**31),
    "weight": 0.1,
    "born_on": date(1900, 1, 1),
    "trains_at": time(23, 59, 59),
    "photo": bytes(range(256)),
    "remark": "'\"\\%_?\n\x00 -- ü 🥋",
    "tags": (("a", 1), ("b", 2**31 - 1)),
    "version": 7,
    "created_at": datetime(2024, 2, 29, 23, 59, 59, 999999, UTC),
    "updated_at": datetime(1970, 1, 1, tzinfo=UTC),
}


async def test_database_r2_an_entity_comes_back_as_it_was_stored(
    members: MemberDbRepository, club: Database
) -> None:
    trainer_id = await club.insert("sample_trainers", TrainerRow(name="Jane"))
    member = MemberEntity(**FULL, trainer_id=trainer_id)

    stored = await members.create(member)

    found = await members.get_by_id(stored.id)
    assert found == MemberEntity.replace(member, id_=stored.id, trainer="Jane")


async def test_nothing_is_stored_as_nothing(members: MemberDbRepository) -> None:
    stored = await members.create(make_member())

    assert await members.get_by_id(stored.id) == stored


@pytest.mark.parametrize("for_update", [True, False])
@pytest.mark.parametrize("value", [0, -1, 12345, 2**63, 10**30])
async def test_database_r1_an_unknown_id_is_not_found(
    members: MemberDbRepository, club: Database, value: int, for_update: bool
) -> None:
    async with club.unit():
        with pytest.raises(MemberNotFoundException, match=str(value)):
            await members.get_by_id(MemberIdentifier(value), for_update=for_update)


async def test_database_x1_a_taken_value_raises_the_exception_of_the_aggregate(
    members: MemberDbRepository,
) -> None:
    await members.create(make_member(1))

    with pytest.raises(MemberExistsException) as error:
        await members.create(make_member(2, name="Member 1"))

    assert error.value.member == "full_name"


async def test_a_unique_index_without_an_exception_of_its_own(members: MemberDbRepository) -> None:
    await members.create(make_member(1))

    with pytest.raises(AlreadyExistsException) as error:
        await members.create(make_member(2, uuid="uuid-1"))

    assert error.value.member == "uuid"


async def test_a_reference_to_nothing_is_refused(members: MemberDbRepository) -> None:
    with pytest.raises(RelatedNotFoundException):
        await members.create(make_member(trainer_id=999))


async def test_database_r4_a_failed_create_leaves_nothing(
    members: MemberDbRepository, club: Database
) -> None:
    doubled = make_member(tags=(("a", 1), ("a", 2)))

    with pytest.raises(AlreadyExistsException):
        await members.create(doubled)

    assert await members.create_query().count() == 0


async def test_database_r3_an_update_writes_only_changed_columns(
    members: MemberDbRepository, statements: Statements
) -> None:
    stored = await members.create(make_member(grade=3))
    statements.clear()

    await members.update(MemberEntity.replace(stored, grade=4))

    (update,) = [text for text in statements.texts if text.startswith("UPDATE")]
    assert "`grade`" in update
    assert "`name`" not in update


async def test_database_r3_an_update_keeps_columns_that_the_row_does_not_know(
    members: MemberDbRepository, club: Database
) -> None:
    stored = await members.create(make_member(tags=(("kept", 1), ("gone", 1))))
    for table in ("sample_members", "sample_tags"):
        await club.change(Sql(f"UPDATE `{table}` SET `unknown_to_the_row` = 42"))

    await members.update(MemberEntity.replace(stored, tags=(("kept", 2), ("new", 1))))

    query = club.create_query_factory().select("name", "weight", "unknown_to_the_row")
    query.from_("sample_tags").order_by("name")
    assert [tuple(record.values()) for record in await club.fetch_all(query)] == [
        ("kept", 2, 42),
        ("new", 1, None),
    ]
    query = club.create_query_factory().select("unknown_to_the_row").from_("sample_members")
    assert await club.fetch_one(query) == {"unknown_to_the_row": 42}


async def test_database_k6_every_update_raises_the_version_also_one_of_children(
    members: MemberDbRepository,
) -> None:
    stored = await members.create(make_member())

    await members.update(MemberEntity.replace(stored, tags=(("new", 1),)))

    found = await members.get_by_id(stored.id)
    assert found.version == 2
    assert found.updated_at is not None
    assert found.tags == (("new", 1),)


async def test_an_update_without_a_change_writes_nothing(
    members: MemberDbRepository, statements: Statements
) -> None:
    stored = await members.create(make_member(tags=(("a", 1),)))
    statements.clear()

    await members.update(stored)

    assert {text.split()[0] for text in statements.texts} == {"SELECT"}


async def test_database_k6_an_update_of_what_somebody_else_changed_is_refused(
    members: MemberDbRepository,
) -> None:
    stored = await members.create(make_member())
    await members.update(MemberEntity.replace(stored, grade=1))

    with pytest.raises(StaleVersionException):
        await members.update(MemberEntity.replace(stored, grade=2))

    assert (await members.get_by_id(stored.id)).grade == 1


async def test_what_is_gone_can_be_neither_updated_nor_deleted(members: MemberDbRepository) -> None:
    stored = await members.create(make_member())
    await members.delete(stored)

    for action in (members.update, members.delete):
        with pytest.raises(MemberNotFoundException):
            await action(stored)


async def test_what_is_referred_to_cannot_be_deleted(
    members: MemberDbRepository, club: Database
) -> None:
    trainer_id = await club.insert("sample_trainers", TrainerRow(name="Jane"))
    await members.create(make_member(trainer_id=trainer_id))

    with pytest.raises(InUseException), members._domain_errors():
        await club.delete(trainer_id, "sample_trainers")


async def test_database_n13_many_entities_are_stored_in_few_statements(
    members: MemberDbRepository, statements: Statements
) -> None:
    made = [make_member(number, tags=(("a", number), ("b", 1))) for number in range(1, 601)]

    assert await members.create_all(made) == 600

    assert statements.count == 2 + 2 + 3 + 2  # members, ids, tags, change log
    found = [member async for member in members.get_all()]
    assert [MemberEntity.replace(m, id_=MemberIdentifier()) for m in found] == made


async def test_database_n13_a_batch_is_stored_whole_or_not_at_all(
    members: MemberDbRepository,
) -> None:
    with pytest.raises(AlreadyExistsException):
        await members.create_all([make_member(1), make_member(2), make_member(1)])

    assert await members.create_query().count() == 0


async def test_database_n11_missing_names_the_ids_that_are_not_there(
    members: MemberDbRepository,
) -> None:
    stored = await members.create(make_member())
    unknown = {MemberIdentifier(stored.id.value + 1), MemberIdentifier(0), MemberIdentifier(2**63)}

    assert await members.missing({stored.id, *unknown}) == unknown
    assert await members.missing(set()) == set()


async def test_a_page_counts_the_whole_selection(members: MemberDbRepository) -> None:
    await members.create_all(make_member(number, grade=number % 3) for number in range(1, 31))
    query = members.create_query().filter_by_grade(1).order_by("sample_members.grade", "DESC")

    count, iterator = await members.get_page(query, 5, 12)

    assert count == 20
    assert [member.grade async for member in iterator] == [1] * 5


@pytest.mark.parametrize("size", [1, 10, 100])
async def test_database_n3_n6_a_list_costs_the_same_statements_whatever_its_size(
    members: MemberDbRepository, statements: Statements, size: int
) -> None:
    await members.create_all(make_member(number, tags=(("a", 1),)) for number in range(1, size + 1))
    statements.clear()

    _, iterator = await members.get_page(members.create_query(), 100, 0)

    assert len([member async for member in iterator]) == size
    assert statements.count == 2


async def read_log(database: Database) -> list[tuple[str, int, Any]]:
    query = database.create_query_factory().select(ChangeLogTable.columns)
    query.from_("change_log").order_by("id")
    rows = [ChangeLogTable(record) for record in await database.fetch_all(query)]
    return [(row.action, row.version, json.loads(row.changes)) for row in rows]


async def test_database_r5_the_change_log_tells_old_and_new_values(
    members: MemberDbRepository, club: Database
) -> None:
    stored = await members.create(make_member(pin="1234", grade=1, tags=(("a", 1),)))
    changed = MemberEntity.replace(stored, pin="9", grade=None, tags=(("a", 2), ("b", 1)))

    await members.update(changed)
    await members.delete(await members.get_by_id(stored.id))

    created, updated, deleted = await read_log(club)
    assert created[:2] == ("created", 1)
    assert created[2]["name"] == [None, "Member 1"]
    assert updated == (
        "updated",
        2,
        {
            "pin": "changed",
            "grade": [1, None],
            "sample_tags": {
                "added": [{"member_id": stored.id.value, "name": "b", "importance": 1}],
                "changed": [{"importance": [1, 2]}],
            },
        },
    )
    assert deleted[2]["name"] == ["Member 1", None]
    assert len(deleted[2]["sample_tags"]["removed"]) == 2
    assert "1234" not in json.dumps([created, updated, deleted])


async def test_the_change_log_names_the_actor(members: MemberDbRepository, club: Database) -> None:
    await members.create(make_member(1))
    club.actor = Actor(kind="cli", request_id="r-1")
    await members.create(make_member(2))

    query = club.create_query_factory().select("actor_kind", "request_id").from_("change_log")
    records = await club.fetch_all(query.order_by("id"))
    assert [tuple(record.values()) for record in records] == [("system", None), ("cli", "r-1")]


async def test_database_r5_what_changes_together_is_told_with_one_statement(
    members: MemberDbRepository, club: Database, statements: Statements
) -> None:
    async with club.transaction(), changes_written_together(club):
        for number, actor in enumerate((Actor(kind="bus"), Actor(kind="cli")), 1):
            club.actor = actor
            await members.create(make_member(number))
        statements.clear()

    assert statements.count == 1
    query = club.create_query_factory().select("actor_kind", "entity_id").from_("change_log")
    records = await club.fetch_all(query.order_by("id"))
    assert [tuple(record.values()) for record in records] == [("bus", 1), ("cli", 2)]


async def test_database_r5_what_a_savepoint_undoes_is_not_told(
    members: MemberDbRepository, club: Database
) -> None:
    async def create_and_fail() -> None:
        async with club.savepoint():
            await members.create(make_member(2))
            raise ZeroDivisionError

    async with club.transaction(), changes_written_together(club):
        await members.create(make_member(1))
        with pytest.raises(ZeroDivisionError):
            await create_and_fail()

    assert [changes["name"] for _, _, changes in await read_log(club)] == [[None, "Member 1"]]


async def test_database_r5_what_failed_is_not_told_and_what_follows_is(
    members: MemberDbRepository, club: Database
) -> None:
    async def fail() -> None:
        async with club.transaction(), changes_written_together(club):
            await members.create(make_member(1))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    await members.create(make_member(2))

    assert [changes["name"] for _, _, changes in await read_log(club)] == [[None, "Member 2"]]


async def test_database_r5_the_change_log_goes_with_the_change(
    members: MemberDbRepository, club: Database
) -> None:
    async def fail() -> None:
        async with club.transaction():
            await members.create(make_member())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()

    assert await read_log(club) == []


async def test_database_r5_a_repository_that_opts_out_logs_nothing(club: Database) -> None:
    class Unlogged(MemberDbRepository):
        is_logged = False

    stored = await Unlogged(club).create(make_member())
    await Unlogged(club).update(MemberEntity.replace(stored, grade=5))
    await Unlogged(club).delete(MemberEntity.replace(stored, version=2))

    assert await read_log(club) == []
    query = club.create_query_factory().select("id").from_("sample_members")
    assert await club.fetch_one(query.where(KwaiField("id").eq(stored.id))) is None
