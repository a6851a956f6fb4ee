"""What docs/concepts/persistence.md shows does what it says, on both engines."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kwai.cli.db import downgrade, upgrade
from kwai.core.db.criteria import Sql, Value
from kwai.core.db.database import Database
from kwai.core.db.migrations import revisions
from kwai.core.domain.entity import Entity
from kwai.core.domain.exceptions import RelatedNotFoundException, UnprocessableException
from kwai.core.paths import find_migrations
from kwai.core.settings import DatabaseSettings
from tests.docs.pages import fences, read_pages
from tests.docs.persistence_examples import (
    BookingDbRepository,
    BookingEntity,
    BookingExistsException,
    BookingNotFoundException,
    HallNames,
    HallRow,
    HallTakenException,
    Item,
    book,
    find_bookings,
    move,
    rename_alone,
    rename_hall,
    replace,
)
from tests.support.database import DatabaseFactory, Statements, create_mysql_database, opened

MONDAY = datetime(2026, 9, 7, 18, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
PAGE = "concepts/persistence.md"
ID = {
    "sqlite": "`id` INTEGER PRIMARY KEY AUTOINCREMENT",
    "mariadb": "`id` INT AUTO_INCREMENT PRIMARY KEY",
}
SUFFIX = {"sqlite": "", "mariadb": " ENGINE=InnoDB CHARSET=utf8mb4 COLLATE=utf8mb4_bin"}
TABLES = {
    "docs_halls": "`name` VARCHAR(100) NOT NULL",
    "docs_bookings": """
        `uuid` CHAR(36) NOT NULL, `hall_id` INT NOT NULL, `group_name` VARCHAR(100) NOT NULL,
        `search_text` VARCHAR(100) NOT NULL, `starts_at` DATETIME(6) NOT NULL,
        `ends_at` DATETIME(6) NOT NULL, `minutes` INT NOT NULL, `cancelled` BOOLEAN NOT NULL,
        `version` INT NOT NULL, `created_at` DATETIME(6) NOT NULL, `updated_at` DATETIME(6) NULL,
        CONSTRAINT `fk_docs_bookings__hall_id` FOREIGN KEY (`hall_id`)
            REFERENCES `docs_halls` (`id`)""",
    "docs_booking_items": """
        `booking_id` INT NOT NULL, `name` VARCHAR(50) NOT NULL, `quantity` INT NOT NULL,
        CONSTRAINT `fk_docs_booking_items__booking_id` FOREIGN KEY (`booking_id`)
            REFERENCES `docs_bookings` (`id`) ON DELETE CASCADE""",
}
INDEXES = (
    "CREATE UNIQUE INDEX `uq_docs_bookings__uuid` ON `docs_bookings` (`uuid`)",
    "CREATE UNIQUE INDEX `uq_docs_bookings__group_name__starts_at`"
    " ON `docs_bookings` (`group_name`, `starts_at`)",
)

MakeBooking = Callable[..., BookingEntity]


@pytest.fixture
async def club(database_factory: DatabaseFactory, database_engine: str) -> AsyncIterator[Database]:
    """A session on a database that also has the tables of the examples."""
    database = database_factory()
    await drop_tables(database)
    for name, columns in TABLES.items():
        text = f"CREATE TABLE `{name}` ({ID[database_engine]}, {columns}){SUFFIX[database_engine]}"
        await database.change(Sql(text))
    for index in INDEXES:
        await database.change(Sql(index))
    await database.close()
    yield database
    await database.close()
    await drop_tables(database)


@pytest.fixture
async def make_booking(club: Database) -> MakeBooking:
    """Makes bookings of a hall that exists; they are not stored."""
    hall_id = await club.insert("docs_halls", HallRow(name="Dojo A"))

    def make(group: str = "U11", days: int = 0, **changes: Any) -> BookingEntity:
        start = MONDAY + days * DAY
        values = {"hall_id": hall_id, "starts_at": start, "ends_at": start + HOUR}
        return BookingEntity(**{"group": group, "created_at": MONDAY, **values, **changes})

    return make


@pytest.fixture
def bookings(club: Database) -> BookingDbRepository:
    return BookingDbRepository(club)


async def drop_tables(database: Database) -> None:
    for name in reversed(TABLES):
        await database.change(Sql(f"DROP TABLE IF EXISTS `{name}`"))


async def test_what_is_stored_comes_back(
    bookings: BookingDbRepository, make_booking: MakeBooking
) -> None:
    items = (Item(name="mats", quantity=40), Item(name="whistle", quantity=1))

    stored = await bookings.create(make_booking(items=items))

    found = await bookings.get_by_id(stored.id)
    assert found == Entity.replace(stored, hall_name="Dojo A")


async def test_a_search_gives_a_page_and_the_total(
    bookings: BookingDbRepository, make_booking: MakeBooking
) -> None:
    await bookings.create_all(
        [make_booking("Élan", days) for days in range(5)] + [make_booking("Zen", 9)]
    )

    assert await find_bookings(bookings, "elan", 2, 4) == (5, ["Élan"])


async def test_database_n4_a_child_row_is_filtered_by_without_multiplying_the_root(
    bookings: BookingDbRepository, make_booking: MakeBooking
) -> None:
    items = (Item(name="mats", quantity=40), Item(name="whistle", quantity=1))
    await bookings.create(make_booking("with", items=items))
    await bookings.create(make_booking("without", 1))

    found = bookings.get_all(bookings.create_query().filter_by_item("mats"))

    assert [booking.group async for booking in found] == ["with"]


@pytest.mark.parametrize("count", [1, 10])
async def test_a_page_costs_two_statements_whatever_it_holds(
    bookings: BookingDbRepository, make_booking: MakeBooking, statements: Statements, count: int
) -> None:
    items = (Item(name="mats", quantity=40),)
    await bookings.create_all(make_booking(days=days, items=items) for days in range(count))
    statements.clear()

    page = await bookings.get_page(bookings.create_query(), limit=25, offset=0)

    assert [booking.items async for booking in page.iterator] == [items] * count
    assert statements.count == 2


async def test_only_what_differs_is_written_also_in_child_rows(
    bookings: BookingDbRepository, make_booking: MakeBooking, statements: Statements
) -> None:
    items = (Item(name="mats", quantity=40), Item(name="whistle", quantity=1))
    stored = await bookings.create(make_booking(items=items))
    statements.clear()

    await bookings.update(Entity.replace(stored, items=items[:1]))

    writes = [text.split("`")[1] for text in statements.texts if not text.startswith("SELECT")]
    assert writes == ["docs_booking_items", "docs_bookings", "change_log"]


async def test_many_are_stored_in_few_statements(
    bookings: BookingDbRepository, make_booking: MakeBooking, statements: Statements
) -> None:
    statements.clear()

    await bookings.create_all(make_booking(days=days) for days in range(100))

    assert statements.count < 10
    assert await bookings.create_query().count() == 100


async def test_a_bulk_update_tells_how_many_rows_it_matched(
    bookings: BookingDbRepository, make_booking: MakeBooking
) -> None:
    await bookings.create_all(make_booking(days=days) for days in range(5))
    hall_id = make_booking().hall_id

    assert await bookings.cancel_all(hall_id, MONDAY, MONDAY + 3 * DAY) == 3
    assert await bookings.cancel_all(hall_id, MONDAY, MONDAY + 3 * DAY) == 0


async def test_a_cancelled_booking_cannot_be_moved(
    bookings: BookingDbRepository, make_booking: MakeBooking, club: Database
) -> None:
    stored = await bookings.create(make_booking())
    moved = await move(club, stored.id, MONDAY + DAY, MONDAY + DAY + HOUR)
    assert (moved.starts_at, moved.version) == (MONDAY + DAY, 2)

    await bookings.cancel_all(stored.hall_id, MONDAY, MONDAY + 2 * DAY)
    with pytest.raises(UnprocessableException, match="cancelled"):
        await move(club, stored.id, MONDAY, MONDAY + HOUR)


async def test_of_bookings_for_one_time_one_wins(
    make_booking: MakeBooking, bookings: BookingDbRepository, database_factory: DatabaseFactory
) -> None:
    async def try_to_book(number: int) -> str:
        database = database_factory()
        start = MONDAY + number * timedelta(minutes=5)
        booking = make_booking(f"group {number}", starts_at=start, ends_at=start + HOUR)
        try:
            await book(database, booking)
        except HallTakenException:
            return "taken"
        finally:
            await database.close()
        return "booked"

    results = await asyncio.gather(*(try_to_book(number) for number in range(8)))

    assert sorted(results) == ["booked"] + ["taken"] * 7
    assert await bookings.create_query().count() == 1


async def test_a_booking_may_begin_when_another_one_ends(
    club: Database, make_booking: MakeBooking, bookings: BookingDbRepository
) -> None:
    await book(club, make_booking())

    await book(club, make_booking("U13", starts_at=MONDAY + HOUR, ends_at=MONDAY + 2 * HOUR))

    assert await bookings.create_query().filter_by_start(MONDAY, MONDAY + HOUR).count() == 1


async def test_an_index_decides_and_the_domain_says_what_it_means(
    bookings: BookingDbRepository, make_booking: MakeBooking
) -> None:
    await bookings.create(make_booking())

    with pytest.raises(BookingExistsException) as error:
        await bookings.create(make_booking())
    with pytest.raises(RelatedNotFoundException):
        await bookings.create(make_booking("U13", hall_id=999))

    assert error.value.member == "group"


async def test_a_session_stands_alone(
    bookings: BookingDbRepository, make_booking: MakeBooking, database_settings: DatabaseSettings
) -> None:
    stored = await bookings.create(make_booking())

    await rename_alone(database_settings, stored.id, "U15")

    assert (await bookings.get_by_id(stored.id)).group == "U15"


async def test_a_session_joins_the_transaction_of_its_caller(
    bookings: BookingDbRepository, make_booking: MakeBooking, club: Database
) -> None:
    stored = await bookings.create(make_booking())

    with pytest.raises(RelatedNotFoundException):
        await replace(club, stored.id, make_booking("U13", hall_id=999))

    assert (await bookings.get_by_id(stored.id)).group == "U11"

    replaced = await replace(club, stored.id, make_booking("U13"))

    assert (await bookings.get_by_id(replaced.id)).group == "U13"
    with pytest.raises(BookingNotFoundException):
        await bookings.get_by_id(stored.id)


async def test_minutes_are_summed_per_hall(
    bookings: BookingDbRepository, make_booking: MakeBooking, club: Database
) -> None:
    other = await club.insert("docs_halls", HallRow(name="Dojo B"))
    await bookings.create_all(make_booking(days=days) for days in range(3))
    await bookings.create(make_booking("U13", hall_id=other, ends_at=MONDAY + 2 * HOUR))

    query = bookings.create_query().filter_by_start(MONDAY, MONDAY + 2 * DAY)

    assert await query.minutes_per_hall() == {"Dojo A": 120, "Dojo B": 120}


async def test_database_c3_a_cache_is_forgotten_after_the_commit_and_never_before(
    club: Database, make_booking: MakeBooking, database_factory: DatabaseFactory
) -> None:
    names, reader, hall_id = HallNames(), database_factory(), make_booking().hall_id
    before = await names.get(reader, MONDAY)

    async with club.transaction():
        await rename_hall(club, names, hall_id, "Great hall")
        inside = await names.get(reader, MONDAY)

    assert before == inside == {hall_id: "Dojo A"}
    assert await names.get(reader, MONDAY) == {hall_id: "Great hall"}


async def test_database_c3_another_process_sees_a_change_when_its_cache_is_old(
    club: Database, make_booking: MakeBooking
) -> None:
    here, elsewhere, hall_id = HallNames(), HallNames(), make_booking().hall_id
    await elsewhere.get(club, MONDAY)

    await rename_hall(club, here, hall_id, "Great hall")

    assert await elsewhere.get(club, MONDAY + timedelta(seconds=30)) == {hall_id: "Dojo A"}
    assert await elsewhere.get(club, MONDAY + timedelta(seconds=61)) == {hall_id: "Great hall"}


@pytest.fixture
async def old_database(
    database_engine: str,
    worker_name: str,
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> DatabaseSettings:
    """A migrated database with one user, for which the revision of the page is new."""
    if database_engine == "sqlite":
        settings = DatabaseSettings(file=tmp_path / "kwai.db")
    else:
        server: DatabaseSettings = request.getfixturevalue("mysql_settings")
        settings = await create_mysql_database(server, f"kwai_docs_{worker_name}")
    upgrade(settings)
    async with opened(settings) as database:
        columns = ("uuid", "email", "email_normalized", "sort_name", "search_text", "locale")
        values = dict.fromkeys(columns, "x") | {"first_name": "Jigoro", "last_name": "Kano"}
        values |= {"remark": "", "password": "x"}
        row = database.create_query_factory().insert("users", {**values, "created_at": MONDAY})
        await database.execute(row)
    add_revision(tmp_path / "migrations", monkeypatch)
    return settings


def add_revision(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the revision of the page behind the newest one."""
    (shown,) = [each for each in fences(read_pages()[PAGE], "python") if each.title]
    head = revisions()[-1]
    number = f"{int(head) + 1:04}"
    shutil.copytree(find_migrations(), folder, ignore=shutil.ignore_patterns("__pycache__"))
    path = folder / "versions" / Path(shown.title).name.replace("NNNN", number)
    path.write_text(shown.text.replace("NNNN", number).replace("PPPP", head))
    monkeypatch.setattr("kwai.core.paths.find_migrations", lambda: folder)


async def test_a_migration_fills_what_it_adds_and_can_be_repeated(
    old_database: DatabaseSettings,
) -> None:
    upgrade(old_database)
    assert await read_initials(old_database) == ["JK"]

    async with opened(old_database) as database:
        # As if the run had died before its end was noted.
        await database.change(
            Sql("UPDATE `schema_version` SET `version_num` =", Value(revisions()[-2]))
        )
        await database.change(Sql("UPDATE `users` SET `initials` = ''"))
    upgrade(old_database)

    assert await read_initials(old_database) == ["JK"]
    downgrade(old_database, "-1")


async def read_initials(settings: DatabaseSettings) -> list[str]:
    async with opened(settings) as database:
        query = database.create_query_factory().select("initials").from_("users")
        return [str(record["initials"]) for record in await database.fetch_all(query)]
