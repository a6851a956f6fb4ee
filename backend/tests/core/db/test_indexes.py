"""Filters, orders and pages of the base find their rows by index."""

import pytest

from kwai.core.db.criteria import Sql
from kwai.core.db.database import Database
from kwai.core.db.keyset import SortKey
from kwai.core.db.pool import close_pools
from tests.support.explain import scanned_tables
from tests.support.sample_club import (
    MemberDbQuery,
    MemberRow,
    MembersTable,
    TagRow,
    make_member,
)

ROWS = 5_000


@pytest.fixture
async def crowd(club: Database) -> Database:
    """Enough members that reading them all is never the cheapest way."""
    rows = [MemberRow.persist(make_member(n, grade=n % 500)) for n in range(1, ROWS + 1)]
    await club.insert_many("sample_members", rows)
    query = club.create_query_factory().select("id").from_("sample_members")
    tags = [
        TagRow(member_id=record["id"], name=f"tag {record['id'] % 50}", importance=1)
        for record in await club.fetch_all(query)
    ]
    await club.insert_many("sample_tags", tags)
    analyse = (
        "ANALYZE"
        if club.settings.engine == "sqlite"
        else "ANALYZE TABLE sample_members, sample_tags"
    )
    await club.change(Sql(analyse))
    await club.close()
    if club.settings.engine == "sqlite":
        # A connection reads the statistics when it opens.
        await close_pools(club.settings)
    return club


async def test_a_scan_is_seen(crowd: Database) -> None:
    query = MemberDbQuery(crowd).and_where(MembersTable.field("remark").eq("x"))

    assert await scanned_tables(crowd, query._limited(5, 0)) == {"sample_members"}


async def test_a_filter_with_an_index_reads_only_what_it_selects(crowd: Database) -> None:
    query = MemberDbQuery(crowd).and_where(MembersTable.field("grade").eq(7))

    assert await scanned_tables(crowd, query._limited(None, 0)) == set()
    assert await scanned_tables(crowd, query._count_query()) == set()


async def test_database_n10_a_position_is_sought(crowd: Database) -> None:
    keys = [SortKey("sample_members.grade", "DESC"), SortKey("sample_members.id", "DESC")]
    query = MemberDbQuery(crowd).keyset(keys, (3, 40))

    assert await scanned_tables(crowd, query._limited(25, 0)) == set()


async def test_database_n4_a_filter_on_a_child_table_is_sought_for_each_row(
    crowd: Database,
) -> None:
    query = MemberDbQuery(crowd).and_where(MembersTable.field("grade").eq(7)).filter_by_tag("tag 7")

    assert await scanned_tables(crowd, query._limited(25, 0)) == set()
