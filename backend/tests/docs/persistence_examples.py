"""The examples of docs/concepts/persistence.md: halls that groups book, with what they need there.

Sections between `--8<--` markers are shown on the page; `test_persistence.py` runs each of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar, Self

from kwai.core.db.criteria import Sql, exists
from kwai.core.db.database import Database
from kwai.core.db.database_query import DatabaseQuery
from kwai.core.db.pool.base import Record
from kwai.core.db.repository import DbRepository
from kwai.core.db.row_changes import Children
from kwai.core.db.statements import as_column
from kwai.core.db.table import Table
from kwai.core.domain.entity import Entity
from kwai.core.domain.exceptions import (
    AlreadyExistsException,
    NotFoundException,
    UnprocessableException,
)
from kwai.core.domain.normalise import normalise
from kwai.core.domain.use_case import UseCaseBrowseResult
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.core.settings import DatabaseSettings


class BookingIdentifier(IntIdentifier):
    """The id of a booking."""

    __slots__ = ()


class BookingNotFoundException(NotFoundException):
    """Raised when the booking could not be found."""


class BookingExistsException(AlreadyExistsException):
    """Raised when a group has booked the same moment already."""


class HallTakenException(UnprocessableException):
    """Raised when another group is in the hall at that time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something a group needs in the hall."""

    name: str
    quantity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingEntity(Entity[BookingIdentifier]):
    """A hall that a group has from one moment to another."""

    id_: BookingIdentifier = field(default_factory=BookingIdentifier)
    uuid: UniqueId = field(default_factory=UniqueId.generate)
    hall_id: int
    hall_name: str = ""
    group: str
    starts_at: datetime
    ends_at: datetime
    items: tuple[Item, ...] = ()
    cancelled: bool = False
    version: int = 1
    created_at: datetime
    updated_at: datetime | None = None


# --8<-- [start:rows]
@dataclass(frozen=True, slots=True, kw_only=True)
class BookingRow:
    """A row of the table of bookings."""

    id: int = 0
    uuid: str
    hall_id: int
    group_name: str
    search_text: str
    starts_at: datetime
    ends_at: datetime
    minutes: int
    cancelled: bool
    version: int
    created_at: datetime
    updated_at: datetime | None

    def create_entity(self, hall_name: str, items: Sequence[Item]) -> BookingEntity:
        """From the database to the domain."""
        return BookingEntity(
            id_=BookingIdentifier(self.id),
            uuid=UniqueId.create_from_string(self.uuid),
            hall_id=self.hall_id,
            hall_name=hall_name,
            group=self.group_name,
            starts_at=self.starts_at,
            ends_at=self.ends_at,
            items=tuple(items),
            cancelled=self.cancelled,
            version=self.version,
            created_at=self.created_at,
            updated_at=self.updated_at,
        )

    @classmethod
    def persist(cls, booking: BookingEntity) -> Self:
        """From the domain to the database."""
        return cls(
            id=booking.id.value,
            uuid=str(booking.uuid),
            hall_id=booking.hall_id,
            group_name=booking.group,
            search_text=normalise(booking.group),
            starts_at=booking.starts_at,
            ends_at=booking.ends_at,
            minutes=int((booking.ends_at - booking.starts_at).total_seconds() // 60),
            cancelled=booking.cancelled,
            version=booking.version,
            created_at=booking.created_at,
            updated_at=booking.updated_at,
        )


BookingsTable = Table("docs_bookings", BookingRow)
# --8<-- [end:rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class HallRow:
    """A row of the table of halls."""

    id: int = 0
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """A row of the table of what a booking needs."""

    id: int = 0
    booking_id: int
    name: str
    quantity: int


HallsTable = Table("docs_halls", HallRow)
ItemsTable = Table("docs_booking_items", ItemRow)


# --8<-- [start:query]
class BookingDbQuery(DatabaseQuery):
    """Bookings, each with its hall."""

    def init(self) -> None:
        hall = HallsTable.field("id").eq_field("docs_bookings.hall_id")
        self._query.from_("docs_bookings").inner_join("docs_halls", hall)

    @property
    def columns(self) -> list[Any]:
        return [BookingsTable.columns, HallsTable.columns]

    @property
    def count_column(self) -> str:
        return "docs_bookings.id"

    def filter_by_text(self, text: str) -> Self:
        return self.and_where(BookingsTable.field("search_text").like_contains(normalise(text)))

    def filter_by_item(self, name: str) -> Self:
        items = self._database.create_query_factory().select(Sql("1")).from_("docs_booking_items")
        items.and_where(ItemsTable.field("booking_id").eq_field("docs_bookings.id"))
        items.and_where(ItemsTable.field("name").eq(name))
        return self.and_where(exists(items))

    # --8<-- [end:query]
    # --8<-- [start:ranges]
    def filter_by_start(self, start: datetime, end: datetime) -> Self:
        """Bookings that begin in a period; its end does not belong to it."""
        starts_at = BookingsTable.field("starts_at")
        return self.and_where(starts_at.gte(start)).and_where(starts_at.lt(end))

    def filter_by_conflict(self, booking: BookingEntity) -> Self:
        """Bookings of others that share time with this one: they start before it ends, and
        end after it starts.
        """
        self.and_where(BookingsTable.field("hall_id").eq(booking.hall_id))
        self.and_where(BookingsTable.field("cancelled").eq(False))
        self.and_where(BookingsTable.field("uuid").not_eq(booking.uuid))
        self.and_where(BookingsTable.field("starts_at").lt(booking.ends_at))
        return self.and_where(BookingsTable.field("ends_at").gt(booking.starts_at))

    # --8<-- [end:ranges]
    # --8<-- [start:aggregation]
    async def minutes_per_hall(self) -> dict[str, int]:
        """Sum the minutes of the selection per hall, in one statement."""
        minutes = as_column(Sql("SUM(", BookingsTable.field("minutes"), ")"), "minutes")
        query = self._query.clone().columns(as_column("docs_halls.name", "hall"), minutes)
        records = await self._database.fetch_all(query.group_by("docs_halls.name"))
        return {record["hall"]: int(record["minutes"]) for record in records}

    # --8<-- [end:aggregation]


# --8<-- [start:repository]
class BookingDbRepository(DbRepository[BookingEntity, BookingIdentifier, BookingDbQuery]):
    """Stores bookings with what they need."""

    table = BookingsTable
    not_found = BookingNotFoundException
    unique: ClassVar[dict[str, type[AlreadyExistsException]]] = {
        "group_name__starts_at": BookingExistsException
    }
    members: ClassVar[dict[str, str]] = {"group_name": "group"}
    batch_key = "uuid"

    def create_query(self) -> BookingDbQuery:
        return BookingDbQuery(self._database)

    # --8<-- [end:repository]
    # --8<-- [start:eager]
    async def load(self, records: list[Record], query: BookingDbQuery) -> list[BookingEntity]:
        rows = [(BookingsTable(record), HallsTable(record)) for record in records]
        items = await self._items([row.id for row, _ in rows])
        return [row.create_entity(hall.name, items.get(row.id, [])) for row, hall in rows]

    async def _items(self, booking_ids: Sequence[int]) -> dict[int, list[Item]]:
        query = self._database.create_query_factory().select(ItemsTable.columns)
        query.from_("docs_booking_items").order_by("docs_booking_items.name")
        query.where(ItemsTable.field("booking_id").in_list(booking_ids))
        found: dict[int, list[Item]] = {}
        for row in map(ItemsTable, await self._database.fetch_all(query)):
            item = Item(name=row.name, quantity=row.quantity)
            found.setdefault(row.booking_id, []).append(item)
        return found

    # --8<-- [end:eager]
    # --8<-- [start:children]
    def children(self, entity: BookingEntity) -> Sequence[Children]:
        rows = [
            ItemRow(booking_id=entity.id.value, name=item.name, quantity=item.quantity)
            for item in entity.items
        ]
        return (Children(table=ItemsTable, owner="booking_id", key=("name",), rows=rows),)

    # --8<-- [end:children]
    # --8<-- [start:bulk]
    async def cancel_all(self, hall_id: int, start: datetime, end: datetime) -> int:
        """Cancel what begins in a hall in a period; tells how many bookings that were."""
        query = self._database.create_query_factory().update(
            "docs_bookings", {"cancelled": True, "version": Sql("`version` + 1")}
        )
        query.where(BookingsTable.field("hall_id").eq(hall_id))
        query.and_where(BookingsTable.field("cancelled").eq(False))
        query.and_where(BookingsTable.field("starts_at").gte(start))
        query.and_where(BookingsTable.field("starts_at").lt(end))
        return await self._database.change(query)

    # --8<-- [end:bulk]


# --8<-- [start:page]
async def find_bookings(
    bookings: BookingDbRepository, text: str, limit: int, offset: int
) -> tuple[int, list[str]]:
    """Search, read one page, and learn how many there are in all."""
    query = bookings.create_query().filter_by_text(text)
    query.order_by("docs_bookings.starts_at", "DESC")
    page: UseCaseBrowseResult[BookingEntity] = await bookings.get_page(query, limit, offset)
    return page.total, [booking.group async for booking in page.iterator]


# --8<-- [end:page]
# --8<-- [start:locked]
async def move(
    database: Database, id_: BookingIdentifier, starts_at: datetime, ends_at: datetime
) -> BookingEntity:
    """Read, decide, write: nobody else can change the booking in between."""
    bookings = BookingDbRepository(database)
    async with database.transaction():
        booking = await bookings.get_by_id(id_, for_update=True)
        if booking.cancelled:
            raise UnprocessableException("A cancelled booking cannot be moved.")
        await bookings.update(Entity.replace(booking, starts_at=starts_at, ends_at=ends_at))
        return await bookings.get_by_id(id_)


# --8<-- [end:locked]
# --8<-- [start:conflict]
async def book(database: Database, booking: BookingEntity) -> BookingEntity:
    """Store a booking unless the hall is taken.

    There is no row yet that two bookings of one time could both lock: they lock the hall.
    """
    bookings = BookingDbRepository(database)
    async with database.transaction():
        hall = database.create_query_factory().select("id").from_("docs_halls")
        hall.where(HallsTable.field("id").eq(booking.hall_id)).for_update()
        await database.fetch_one(hall)
        if await bookings.exists(bookings.create_query().filter_by_conflict(booking)):
            raise HallTakenException("Another group is in the hall at that time.")
        return await bookings.create(booking)


# --8<-- [end:conflict]
# --8<-- [start:alone]
async def rename_alone(settings: DatabaseSettings, id_: BookingIdentifier, group: str) -> None:
    """A script: the session opens itself; each repository method is a transaction of its own."""
    database = Database(settings)
    try:
        bookings = BookingDbRepository(database)
        await bookings.update(Entity.replace(await bookings.get_by_id(id_), group=group))
    finally:
        await database.close()


# --8<-- [end:alone]
# --8<-- [start:joined]
async def replace(
    database: Database, old: BookingIdentifier, booking: BookingEntity
) -> BookingEntity:
    """A use case of two writes: both are stored, or neither.

    `create` and `delete` open a transaction too, and join the one of the caller.
    """
    bookings = BookingDbRepository(database)
    async with database.transaction():
        await bookings.delete(await bookings.get_by_id(old))
        return await bookings.create(booking)


# --8<-- [end:joined]
# --8<-- [start:cache]
class HallNames:
    """The names of the halls: few, changed once a year, shown with everything.

    `on_commit` reaches this process only; the others see a new name after a minute.
    """

    MAX_AGE = timedelta(minutes=1)

    def __init__(self) -> None:
        self._names: dict[int, str] = {}
        self._read_at = datetime.min.replace(tzinfo=UTC)

    async def get(self, database: Database, now: datetime) -> dict[int, str]:
        if now - self._read_at > self.MAX_AGE:
            query = database.create_query_factory().select(HallsTable.columns).from_("docs_halls")
            rows = [HallsTable(record) for record in await database.fetch_all(query)]
            self._names, self._read_at = {row.id: row.name for row in rows}, now
        return self._names

    async def forget(self) -> None:
        self._read_at = datetime.min.replace(tzinfo=UTC)


async def rename_hall(database: Database, names: HallNames, hall_id: int, name: str) -> None:
    """Forgotten before the commit, the old name would be read again by somebody else."""
    async with database.transaction():
        await database.update(hall_id, "docs_halls", HallRow(id=hall_id, name=name))
        database.on_commit(names.forget)


# --8<-- [end:cache]
