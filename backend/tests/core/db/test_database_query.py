"""Filters, orders, pages, positions and batches, compared with a plain Python implementation."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kwai.core.db.criteria import Sql
from kwai.core.db.database import Database
from kwai.core.db.database_query import DatabaseQuery
from kwai.core.db.engine import as_column
from kwai.core.db.exceptions import QueryException
from kwai.core.db.keyset import SortKey, position_value
from kwai.core.domain.resource_query import Page
from kwai.core.search.like_text_search import LikeTextSearch
from tests.support.database import Statements
from tests.support.sample_club import (
    MemberDbQuery,
    MemberDbRepository,
    MemberEntity,
    MembersTable,
    TrainerRow,
    make_member,
)

DAY = date(2024, 1, 1)
NAMES = ("ann", "bob", "cé%", "d_x", "e!y", "f\\z")
TAGS = ("kata", "judo", "x'y")


@dataclass(frozen=True)
class Filter:
    """A filter on the query, and what it means."""

    apply: Callable[[MemberDbQuery], object]
    keeps: Callable[[MemberEntity], bool]


@dataclass(frozen=True)
class Order:
    """A sort key on the query, and what it means; NULL sorts first on both engines."""

    column: str
    key: Callable[[MemberEntity], Any]


ORDERS = (
    Order("sample_members.name", lambda m: m.name.encode()),
    Order("sample_members.grade", lambda m: (m.grade is not None, m.grade)),
    Order("sample_members.born_on", lambda m: (m.born_on is not None, m.born_on)),
    Order("sample_trainers.name", lambda m: (m.trainer is not None, m.trainer)),
)


def by_grade(minimum: int) -> Filter:
    return Filter(
        lambda query: query.filter_by_grade(minimum),
        lambda m: m.grade is not None and m.grade >= minimum,
    )


def by_active(active: bool) -> Filter:
    return Filter(lambda query: query.filter_by_active(active), lambda m: m.active is active)


def by_born(start: int, days: int) -> Filter:
    first = DAY + timedelta(start)
    last = first + timedelta(days)
    return Filter(
        lambda query: query.filter_by_born(first, last),
        lambda m: m.born_on is not None and first <= m.born_on < last,
    )


def by_tag(name: str) -> Filter:
    return Filter(
        lambda query: query.filter_by_tag(name), lambda m: name in {tag for tag, _ in m.tags}
    )


def by_text(text: str) -> Filter:
    return Filter(lambda query: query.filter_by_text(text), lambda m: text in m.name.casefold())


filters = st.lists(
    st.one_of(
        st.builds(by_grade, st.integers(-1, 6)),
        st.builds(by_active, st.booleans()),
        st.builds(by_born, st.integers(-5, 20), st.integers(0, 20)),
        st.builds(by_tag, st.sampled_from(TAGS)),
        st.builds(by_text, st.sampled_from(["n", "%", "_", "!", "\\", "é"])),
    ),
    max_size=3,
)
orders = st.lists(
    st.tuples(st.sampled_from(ORDERS), st.sampled_from(["ASC", "DESC"])),
    max_size=3,
    unique_by=lambda pair: pair[0].column,
)
people = st.lists(
    st.fixed_dictionaries(
        {
            "first": st.sampled_from(NAMES),
            "grade": st.none() | st.integers(0, 5),
            "active": st.booleans(),
            "born_on": st.none() | st.integers(0, 15).map(lambda days: DAY + timedelta(days)),
            "tags": st.sets(st.sampled_from(TAGS)),
            "trainer_id": st.none() | st.sampled_from([1, 2]),
        }
    ),
    max_size=25,
)


async def store(club: Database, drawn: list[dict[str, Any]]) -> list[MemberEntity]:
    factory = club.create_query_factory()
    for table in ("sample_members", "sample_trainers"):
        await club.change(factory.delete(table).where(Sql("1 = 1")))
    await club.insert("sample_trainers", TrainerRow(id=1, name="Zoë"), TrainerRow(id=2, name="Al"))
    repository = MemberDbRepository(club)
    await repository.create_all(
        make_member(
            number,
            **{key: value for key, value in person.items() if key not in {"first", "tags"}},
            name=f"{person['first']} {number}",
            tags=tuple((tag, 1) for tag in sorted(person["tags"])),
        )
        for number, person in enumerate(drawn)
    )
    return [member async for member in repository.get_all()]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    drawn=people,
    wanted=filters,
    sort=orders,
    limit=st.integers(1, 8),
    offset=st.integers(0, 12),
)
async def test_database_n2_a_page_holds_what_python_would_choose(
    club: Database,
    drawn: list[dict[str, Any]],
    wanted: list[Filter],
    sort: list[tuple[Order, Any]],
    limit: int,
    offset: int,
) -> None:
    stored = await store(club, drawn)
    query = MemberDbQuery(club)
    for filter_ in wanted:
        filter_.apply(query)
    for order, direction in sort:
        query.order_by(order.column, direction)
    expected = [m for m in stored if all(filter_.keeps(m) for filter_ in wanted)]
    # The id is the last key, in the direction of the key before it.
    last_direction = sort[-1][1] if sort else "ASC"
    expected.sort(key=lambda m: m.id.value, reverse=last_direction == "DESC")
    for order, direction in reversed(sort):
        expected.sort(key=order.key, reverse=direction == "DESC")
    ids = [m.id.value for m in expected]

    page = await query.count_page(limit, offset)

    assert [MembersTable(record).id for record in page.records] == ids[offset : offset + limit]
    assert page.total == len(ids) == await query.count()
    assert await query.exists() is bool(ids)
    same = await query.fetch_all(limit, offset)
    assert [record["sample_members_id"] for record in same] == ids[offset : offset + limit]
    first = await query.fetch_one()
    assert (first and first["sample_members_id"]) == (ids[0] if ids else None)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    drawn=people,
    directions=st.tuples(*[st.sampled_from(["ASC", "DESC"])] * 3),
    size=st.integers(1, 7),
)
async def test_database_n10_reading_on_from_a_position_skips_and_repeats_nothing(
    club: Database, drawn: list[dict[str, Any]], directions: tuple[Any, Any, Any], size: int
) -> None:
    stored = await store(club, drawn)
    columns = ("sample_members.active", "sample_members.grade", "sample_members.id")
    keys = [
        SortKey(column, direction, column.endswith("grade"))
        for column, direction in zip(columns, directions, strict=True)
    ]
    expected = sorted(stored, key=lambda m: m.id.value, reverse=directions[2] == "DESC")
    expected.sort(
        key=lambda m: (m.grade is not None, m.grade or 0), reverse=directions[1] == "DESC"
    )
    expected.sort(key=lambda m: m.active, reverse=directions[0] == "DESC")

    found: list[int] = []
    position: tuple[object, ...] | None = None
    while True:
        records = await MemberDbQuery(club).keyset(keys, position).fetch_all(size)
        found += [record["sample_members_id"] for record in records]
        if len(records) < size:
            break
        last = records[-1]
        position = tuple(last[key.column.replace(".", "_")] for key in keys)
    batches = [batch async for batch in MemberDbQuery(club).fetch_batches(keys, size)]

    assert found == [m.id.value for m in expected]
    assert [record["sample_members_id"] for batch in batches for record in batch] == found
    assert all(len(batch) <= size for batch in batches)


async def test_pages_from_a_position_lead_through_ties_and_back(
    members: MemberDbRepository, club: Database
) -> None:
    await members.create_all(make_member(number, grade=number % 2) for number in range(1, 8))

    def by_grade_down() -> MemberDbQuery:
        return MemberDbQuery(club).order_by("sample_members.grade", "DESC")

    whole = [record["sample_members_id"] for record in await by_grade_down().fetch_all(100)]
    first = await by_grade_down().read_on(Page(limit=3, is_cursor=True))
    second = await by_grade_down().read_on(Page(limit=3, after=first.positions[-1], is_cursor=True))
    # Somebody is added in front of what was read: no page moves.
    await members.create_all([make_member(8, grade=1)])
    third = await by_grade_down().read_on(Page(limit=3, after=second.positions[-1], is_cursor=True))
    back = await by_grade_down().read_on(Page(limit=3, before=third.positions[0], is_cursor=True))
    between = await by_grade_down().read_on(
        Page(limit=1, after=first.positions[-1], before=third.positions[0], is_cursor=True)
    )

    pages = [
        [each["sample_members_id"] for each in page.records] for page in (first, second, third)
    ]
    assert [id_ for page in pages for id_ in page] == whole
    assert [page.more for page in (first, second, third)] == [True, True, False]
    assert [each["sample_members_id"] for each in back.records] == pages[1]
    assert (len(between.records), between.more) == (1, True)


async def test_batches_resume_after_every_type_of_value(
    members: MemberDbRepository, club: Database
) -> None:
    await members.create_all(
        make_member(number, born_on=DAY + timedelta(number), trains_at=None)
        for number in range(1, 10)
    )
    for column in ("created_at", "born_on", "uuid"):
        keys = [SortKey(f"sample_members.{column}", "DESC"), SortKey("sample_members.id")]
        batches = [len(batch) async for batch in members.create_query().fetch_batches(keys, 4)]
        assert batches == [4, 4, 1], column


def test_a_position_is_sent_as_it_was_stored() -> None:
    assert position_value(timedelta(hours=9)).isoformat() == "09:00:00"
    assert position_value("x") == "x"


async def test_a_position_has_a_value_for_each_key(club: Database) -> None:
    keys = [SortKey("sample_members.grade"), SortKey("sample_members.id")]

    for position in ((1,), (None, 1)):
        with pytest.raises(QueryException, match="position"):
            MemberDbQuery(club).keyset(keys, position)


async def test_database_n12_to_exist_is_one_row_without_columns(
    members: MemberDbRepository, statements: Statements
) -> None:
    await members.create_all(make_member(number) for number in range(1, 4))
    statements.clear()

    assert await members.exists(members.create_query())
    assert not await members.exists(members.create_query().filter_by_grade(99))

    assert [text.partition(" FROM ")[0] for text in statements.texts] == ["SELECT 1 AS `found`"] * 2
    assert all(text.endswith("LIMIT 1") for text in statements.texts)


async def test_database_n7_a_page_and_its_total_are_one_statement(
    members: MemberDbRepository, statements: Statements
) -> None:
    await members.create_all(make_member(number) for number in range(1, 6))
    query = members.create_query()
    statements.clear()

    assert (await query.count_page(2, 0)).total == 5
    assert (await query.count_page(2, 2)).total == 5
    assert statements.count == 2

    statements.clear()
    assert (await query.count_page(2, 10)) == (5, [])
    assert (await query.count_page(0, 0)) == (5, [])
    assert statements.count == 4


async def test_database_n9_an_offset_is_skipped_on_the_ids_alone(
    members: MemberDbRepository, statements: Statements
) -> None:
    await members.create_query().filter_by_grade(1).fetch_all(5, 10)

    (text,) = statements.texts
    inner = text[text.index("INNER JOIN (") :]
    assert "SELECT `sample_members`.`id` AS `id` FROM" in inner
    assert "OFFSET 10" in inner
    assert text.count("`grade` >=") == 1


async def test_database_n8_no_statement_counts_with_a_window(
    members: MemberDbRepository, statements: Statements
) -> None:
    await members.get_page(members.create_query(), 5, 5)

    assert not [text for text in statements.texts if "OVER" in text]


class TagCountQuery(DatabaseQuery):
    """Members grouped by grade: rows that are no rows of a table."""

    def init(self) -> None:
        self._query.from_("sample_members").group_by("sample_members.grade")

    @property
    def columns(self) -> list[Any]:
        return ["sample_members.grade", as_column(Sql("COUNT(*)"), "members")]

    @property
    def count_column(self) -> str:
        return "sample_members.grade"


async def test_groups_are_counted_as_groups(members: MemberDbRepository, club: Database) -> None:
    await members.create_all(make_member(number, grade=number % 3) for number in range(1, 10))

    page = await TagCountQuery(club).count_page(2, 1)

    assert page.total == 3
    assert [(record["grade"], record["members"]) for record in page.records] == [(1, 3), (2, 3)]


class TagJoinQuery(MemberDbQuery):
    """A join that multiplies the rows."""

    counts_distinct = True

    def init(self) -> None:
        super().init()
        tags = MembersTable.field("id").eq_field("sample_tags.member_id")
        self._query.left_join("sample_tags", tags)


async def test_database_n8_rows_that_a_join_multiplies_are_counted_once(
    members: MemberDbRepository, club: Database
) -> None:
    await members.create_all(make_member(n, tags=(("a", 1), ("b", 1))) for n in range(1, 4))

    assert await TagJoinQuery(club).count() == 3


async def test_a_filter_does_not_change_what_was_read_before(members: MemberDbRepository) -> None:
    await members.create_all(make_member(number, grade=number) for number in range(1, 6))
    query = members.create_query()

    await query.count_page(2, 1)
    await query.count()

    assert len([record async for record in query.fetch()]) == 5


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("judo", ["Judo AND", "Jüdo club"]),
        ("JÜDO", ["Judo AND", "Jüdo club"]),
        ("club jud", ["Jüdo club"]),
        ("judo AND", ["Judo AND"]),
        ('+(judo"', []),
        ("%", []),
        ("   ", ["Judo AND", "Jüdo club", "Karate"]),
        ("", ["Judo AND", "Jüdo club", "Karate"]),
        ("j u d o c l b judo zzz", ["Jüdo club"]),
        ("k" * 65, []),
    ],
)
async def test_database_n14_a_search_finds_what_holds_all_terms(
    members: MemberDbRepository, club: Database, text: str, found: list[str]
) -> None:
    for number, name in enumerate(["Judo AND", "Jüdo club", "Karate"]):
        await members.create(make_member(number, name=name))
    factory = club.create_query_factory()
    update = factory.update("sample_members", {"search_text": "judo club"})
    await club.change(update.where(MembersTable.field("name").eq("Jüdo club")))
    search: LikeTextSearch[MemberDbQuery] = LikeTextSearch(MembersTable.field("search_text"))

    query = search.apply(members.create_query(), text).order_by("sample_members.name")

    assert [record["sample_members_name"] for record in await query.fetch_all()] == found
