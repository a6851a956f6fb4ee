"""Lists of stories, pages and changes are found by index, however many there are."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kwai.core.db.change_log import ChangeLogRow
from kwai.core.db.changes.logged_change import Subject
from kwai.core.db.changes.logged_change_db_query import LoggedChangeDbQuery
from kwai.core.db.criteria import Sql
from kwai.core.db.database import Database
from kwai.core.db.pool import close_pools
from kwai.core.domain.resource_query import SortKey
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.period import Period
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.news.authors.author import AuthorEntity
from kwai.modules.news.authors.author_db_repository import AuthorDbRepository
from kwai.modules.news.stories.story import (
    Application,
    Promotion,
    StoryEntity,
    StoryIdentifier,
)
from kwai.modules.news.stories.story_db_query import StoryDbQuery
from kwai.modules.news.stories.story_tables import StoryRow
from kwai.modules.portal.pages.page_db_query import PageDbQuery
from kwai.modules.portal.pages.page_tables import PageRow
from tests.factories.identity import make_user, make_user_account_in_db
from tests.support.explain import scanned_tables, sorts_rows

ROWS = 4_000
# MariaDB sorts a table of fewer blocks than a page has rows: an index would cost it more. So a
# page of 5 among 4,000 is read as one of 25 among 20,000.
FEW = 5
NOW = datetime(2026, 9, 1, 17, tzinfo=UTC)
AUTHOR = UniqueId.create_from_string("11111111-1111-4111-8111-111111111111")
STORIES = Subject(resource="stories", table="news_stories")


@pytest.fixture
async def crowd(database: Database) -> Database:
    """So many rows that reading them all is never the cheapest way."""
    account = await make_user_account_in_db(database, make_user())
    authors = AuthorDbRepository(database)
    author = await authors.create(AuthorEntity(uuid=AUTHOR, name="A", active=True))
    await database.insert_many(
        "news_stories", [make_story(n, author.id.value) for n in range(ROWS)]
    )
    await database.insert_many("pages", [make_page(n) for n in range(ROWS)])
    await database.insert_many(
        "change_log", [make_change(n, account.user_id.value) for n in range(ROWS)]
    )
    tables = "news_stories, pages, change_log"
    is_sqlite = database.settings.engine == "sqlite"
    await database.change(Sql("ANALYZE" if is_sqlite else f"ANALYZE TABLE {tables}"))
    await database.close()
    if is_sqlite:
        # A connection reads the statistics when it opens.
        await close_pools(database.settings)
    return database


def make_story(number: int, author: int) -> StoryRow:
    """One in fifty is of the author, in an application of its own, or promoted."""
    start = NOW - timedelta(days=number)
    story = StoryEntity(
        enabled=True,
        promotion=Promotion(priority=1 if number % 50 == 0 else 0),
        period=Period(start_date=LocalTimestamp(start)),
        application=Application(id=IntIdentifier(2 if number % 50 == 1 else 1), name="", title=""),
    )
    return replace(StoryRow.persist(story), author_id=author if number % 50 == 2 else None)


def make_page(number: int) -> PageRow:
    return PageRow(
        id=0,
        enabled=number % 50 != 0,
        priority=number,
        remark="",
        application_id=2 if number % 50 == 1 else 1,
        version=1,
        created_at=NOW,
        updated_at=None,
    )


def make_change(number: int, user: int) -> ChangeLogRow:
    is_rare = number % 50 == 0
    return ChangeLogRow(
        at=NOW,
        entity="news_stories" if is_rare else "trainings",
        entity_id=number % 500,
        version=1,
        action="updated",
        actor_kind="user" if is_rare else "cli",
        actor_id=user if is_rare else None,
        request_id=None,
        changes="{}",
    )


FOUND: dict[str, Callable[[StoryDbQuery], StoryDbQuery]] = {
    "one": lambda q: q.filter_by_id(StoryIdentifier(7)),
    "application": lambda q: q.filter_by_application(2),
    "application and active": lambda q: q.filter_by_active(NOW).filter_by_application(2),
    "author": lambda q: q.filter_by_author(AUTHOR),
    "promoted": lambda q: q.filter_by_active(NOW).filter_by_promoted(NOW),
    "month": lambda q: q.filter_by_active(NOW).filter_by_publication_date(2026, 8),
    "year": lambda q: q.filter_by_publication_date(2026),
}
BY_PRIORITY = [SortKey(name="priority", descending=True)]
IN_ORDER: dict[str, Callable[[StoryDbQuery], StoryDbQuery]] = {
    "all": lambda q: q.sort_by(()),
    "all, oldest first": lambda q: q.sort_by([SortKey(name="publish_date")]),
    "all by priority": lambda q: q.sort_by(BY_PRIORITY),
    "all, lowest priority first": lambda q: q.sort_by([SortKey(name="priority")]),
    "enabled by priority": lambda q: q.filter_by_enabled().sort_by(BY_PRIORITY),
    "active by priority": lambda q: q.filter_by_active(NOW).sort_by(BY_PRIORITY),
    "application by priority": lambda q: q.filter_by_application(1).sort_by(BY_PRIORITY),
    "active of an application": lambda q: (
        q.filter_by_active(NOW).filter_by_application(1).sort_by(())
    ),
    "author": lambda q: q.filter_by_author(AUTHOR).sort_by(()),
    "not promoted": lambda q: (
        q.filter_by_active(NOW).filter_by_promoted(NOW, promoted=False).sort_by(())
    ),
    "active": lambda q: q.filter_by_active(NOW).sort_by(()),
    "enabled": lambda q: q.filter_by_enabled().sort_by(()),
    "application": lambda q: q.filter_by_application(2).sort_by(()),
    "portal": lambda q: (
        q.filter_by_active(NOW)
        .filter_by_promoted(NOW)
        .sort_by(
            [
                SortKey(name="priority", descending=True),
                SortKey(name="publish_date", descending=True),
            ]
        )
    ),
}


async def test_what_is_filtered_and_sorted_is_read_by_index(crowd: Database) -> None:
    """One test: filling the tables takes longer than all the questions."""
    await _check_filters_of_stories(crowd)
    await _check_orders_of_stories(crowd)
    await _check_pages(crowd)
    await _check_changes(crowd)


async def _check_filters_of_stories(crowd: Database) -> None:
    scanned = {}
    for name, narrow in FOUND.items():
        query = narrow(StoryDbQuery(crowd))
        read = await scanned_tables(crowd, query._limited(None, 0))
        counted = await scanned_tables(crowd, query._count_query())
        scanned[name] = (read | counted) - {"applications", "authors"}

    assert scanned == {name: set() for name in FOUND}


async def _check_orders_of_stories(crowd: Database) -> None:
    is_sorted = {
        name: await sorts_rows(crowd, narrow(StoryDbQuery(crowd))._limited(FEW, 0))
        for name, narrow in IN_ORDER.items()
    }

    assert is_sorted == dict.fromkeys(IN_ORDER, False)


async def _check_pages(crowd: Database) -> None:
    of_one = PageDbQuery(crowd).filter_by_application(2).sort_by(())
    first = PageDbQuery(crowd).filter_by_enabled().sort_by(())

    assert await scanned_tables(crowd, of_one._limited(None, 0)) - {"applications"} == set()
    every = PageDbQuery(crowd).sort_by(())
    for query in (of_one, first, every):
        assert not await sorts_rows(crowd, query._limited(FEW, 0))


async def _check_changes(crowd: Database) -> None:
    users = crowd.create_query_factory().select("uuid").from_("users")
    user = (await crowd.fetch_all(users))[0]["uuid"]
    queries = {
        "resource": LoggedChangeDbQuery(crowd).filter_by_subject(STORIES),
        "id": LoggedChangeDbQuery(crowd)
        .filter_by_subject(STORIES)
        .filter_by_subject_id(STORIES, "50"),
        "user": LoggedChangeDbQuery(crowd).filter_by_user(str(user)),
    }

    scanned = {}
    for name, query in queries.items():
        read = await scanned_tables(crowd, query._limited(25, 0))
        counted = await scanned_tables(crowd, query._count_query())
        scanned[name] = (read | counted) - {"users"}

    assert scanned == {name: set() for name in queries}
