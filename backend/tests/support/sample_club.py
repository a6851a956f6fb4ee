"""A small context of its own, so that the tests of the database base depend on no real one.

A member has a trainer (another table, optional), tags (child rows) and every type of column.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any, ClassVar, Self

from kwai.core.db.criteria import Sql
from kwai.core.db.database import Database
from kwai.core.db.database_query import DatabaseQuery
from kwai.core.db.engine import exists
from kwai.core.db.pool.base import Record
from kwai.core.db.repository import DbRepository
from kwai.core.db.row_changes import Children
from kwai.core.db.row_fields import column, secret
from kwai.core.db.table import Table
from kwai.core.domain.entity import Entity
from kwai.core.domain.exceptions import AlreadyExistsException, NotFoundException
from kwai.core.domain.value_objects.identifier import IntIdentifier

SUFFIX = {
    "sqlite": "",
    "mariadb": " ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin",
}
ID = {
    "sqlite": "`id` INTEGER PRIMARY KEY AUTOINCREMENT",
    "mariadb": "`id` INT AUTO_INCREMENT PRIMARY KEY",
}
TABLES = {
    "sample_trainers": "`name` VARCHAR(100) NOT NULL",
    "sample_members": """
        `uuid` CHAR(36) NOT NULL,
        `name` VARCHAR(100) NOT NULL,
        `search_text` VARCHAR(1000) NOT NULL,
        `trainer_id` INT NULL,
        `pin` VARCHAR(20) NOT NULL,
        `active` BOOLEAN NOT NULL,
        `grade` INT NULL,
        `weight` DOUBLE NULL,
        `born_on` DATE NULL,
        `trains_at` TIME NULL,
        `photo` BLOB NULL,
        `remark` TEXT NULL,
        `unknown_to_the_row` INT NULL,
        `version` INT NOT NULL,
        `created_at` DATETIME(6) NOT NULL,
        `updated_at` DATETIME(6) NULL,
        CONSTRAINT `fk_sample_members__trainer_id` FOREIGN KEY (`trainer_id`)
            REFERENCES `sample_trainers` (`id`) ON DELETE RESTRICT""",
    "sample_tags": """
        `member_id` INT NOT NULL,
        `name` VARCHAR(50) NOT NULL,
        `weight` INT NOT NULL,
        `unknown_to_the_row` INT NULL,
        CONSTRAINT `fk_sample_tags__member_id` FOREIGN KEY (`member_id`)
            REFERENCES `sample_members` (`id`) ON DELETE CASCADE""",
}
INDEXES = (
    "CREATE UNIQUE INDEX `uq_sample_members__uuid` ON `sample_members` (`uuid`)",
    "CREATE UNIQUE INDEX `uq_sample_members__name` ON `sample_members` (`name`)",
    "CREATE INDEX `ix_sample_members__grade` ON `sample_members` (`grade`, `id`)",
    "CREATE UNIQUE INDEX `uq_sample_tags__member_id__name` ON `sample_tags` (`member_id`, `name`)",
)


async def create_tables(database: Database, engine: str) -> None:
    for name, columns in TABLES.items():
        text = f"CREATE TABLE `{name}` ({ID[engine]}, {columns}){SUFFIX[engine]}"
        await database.change(Sql(text))
    for index in INDEXES:
        await database.change(Sql(index))


async def drop_tables(database: Database) -> None:
    for name in reversed(TABLES):
        await database.change(Sql(f"DROP TABLE IF EXISTS `{name}`"))


class MemberIdentifier(IntIdentifier):
    """The identity of a member."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberEntity(Entity[MemberIdentifier]):
    """A member."""

    id_: MemberIdentifier = field(default_factory=MemberIdentifier)
    uuid: str
    name: str
    trainer: str | None = None
    trainer_id: int | None = None
    pin: str = ""
    active: bool = True
    grade: int | None = None
    weight: float | None = None
    born_on: date | None = None
    trains_at: time | None = None
    photo: bytes | None = None
    remark: str | None = None
    tags: tuple[tuple[str, int], ...] = ()
    version: int = 1
    created_at: datetime = datetime(2024, 2, 29, 12, 0, 0, 123456, UTC)
    updated_at: datetime | None = None


class MemberNotFoundException(NotFoundException):
    """There is no such member."""


class MemberExistsException(AlreadyExistsException):
    """There is a member with this name."""


@dataclass(kw_only=True, frozen=True, slots=True)
class TrainerRow:
    id: int = 0
    name: str


@dataclass(kw_only=True, frozen=True, slots=True)
class TagRow:
    id: int = 0
    member_id: int
    name: str
    importance: int = column("weight")


@dataclass(kw_only=True, frozen=True, slots=True)
class MemberRow:
    id: int = 0
    uuid: str
    name: str
    search_text: str
    trainer_id: int | None
    pin: str = secret()
    active: bool
    grade: int | None
    weight: float | None
    born_on: date | None
    trains_at: time | None
    photo: bytes | None
    remark: str | None
    version: int
    created_at: datetime
    updated_at: datetime | None

    def create_entity(self, trainer: TrainerRow | None, tags: Sequence[TagRow]) -> MemberEntity:
        return MemberEntity(
            id_=MemberIdentifier(self.id),
            uuid=self.uuid,
            name=self.name,
            trainer=trainer.name if trainer else None,
            trainer_id=self.trainer_id,
            pin=self.pin,
            active=self.active,
            grade=self.grade,
            weight=self.weight,
            born_on=self.born_on,
            trains_at=self.trains_at,
            photo=self.photo,
            remark=self.remark,
            tags=tuple(sorted((tag.name, tag.importance) for tag in tags)),
            version=self.version,
            created_at=self.created_at,
            updated_at=self.updated_at,
        )

    @classmethod
    def persist(cls, member: MemberEntity) -> Self:
        return cls(
            id=member.id.value,
            uuid=member.uuid,
            name=member.name,
            search_text=member.name.casefold(),
            trainer_id=member.trainer_id,
            pin=member.pin,
            active=member.active,
            grade=member.grade,
            weight=member.weight,
            born_on=member.born_on,
            trains_at=member.trains_at,
            photo=member.photo,
            remark=member.remark,
            version=member.version,
            created_at=member.created_at,
            updated_at=member.updated_at,
        )


TrainersTable = Table("sample_trainers", TrainerRow)
MembersTable = Table("sample_members", MemberRow)
TagsTable = Table("sample_tags", TagRow)


class MemberDbQuery(DatabaseQuery):
    """Members, with the trainer each may have."""

    def init(self) -> None:
        self._query.from_("sample_members").left_join(
            "sample_trainers", TrainersTable.field("id").eq_field("sample_members.trainer_id")
        )

    @property
    def columns(self) -> list[Any]:
        return [MembersTable.columns, TrainersTable.columns]

    @property
    def count_column(self) -> str:
        return "sample_members.id"

    def filter_by_grade(self, minimum: int) -> Self:
        return self.and_where(MembersTable.field("grade").gte(minimum))

    def filter_by_active(self, active: bool) -> Self:
        return self.and_where(MembersTable.field("active").eq(active))

    def filter_by_born(self, start: date, end: date) -> Self:
        born = MembersTable.field("born_on")
        return self.and_where(born.gte(start)).and_where(born.lt(end))

    def filter_by_text(self, text: str) -> Self:
        return self.and_where(MembersTable.field("search_text").like_contains(text))

    def filter_by_tag(self, name: str) -> Self:
        tags = self._database.create_query_factory().select(Sql("1")).from_("sample_tags")
        tags.and_where(TagsTable.field("member_id").eq_field("sample_members.id"))
        tags.and_where(TagsTable.field("name").eq(name))
        return self.and_where(exists(tags))


class MemberDbRepository(DbRepository[MemberEntity, MemberIdentifier, MemberDbQuery]):
    """Stores members with their tags."""

    table: ClassVar[Table[Any]] = MembersTable
    not_found = MemberNotFoundException
    unique: ClassVar[dict[str, type[AlreadyExistsException]]] = {"name": MemberExistsException}
    members: ClassVar[dict[str, str]] = {"name": "full_name"}
    batch_key = "uuid"

    def create_query(self) -> MemberDbQuery:
        return MemberDbQuery(self._database)

    async def load(self, records: list[Record], query: MemberDbQuery) -> list[MemberEntity]:
        rows = [(MembersTable(record), TrainersTable.map_optional(record)) for record in records]
        tags = await self._tags([row.id for row, _ in rows])
        return [row.create_entity(trainer, tags.get(row.id, [])) for row, trainer in rows]

    def children(self, entity: MemberEntity) -> Sequence[Children]:
        rows = [
            TagRow(member_id=entity.id.value, name=name, importance=importance)
            for name, importance in entity.tags
        ]
        return (Children(table=TagsTable, owner="member_id", key=("name",), rows=rows),)

    async def _tags(self, member_ids: list[int]) -> dict[int, list[TagRow]]:
        found: dict[int, list[TagRow]] = {}
        query = self._database.create_query_factory().select(TagsTable.columns)
        query.from_("sample_tags").where(TagsTable.field("member_id").in_list(member_ids))
        for record in await self._database.fetch_all(query):
            row = TagsTable(record)
            found.setdefault(row.member_id, []).append(row)
        return found


def make_member(number: int = 1, **changes: Any) -> MemberEntity:
    """Make a member that is not stored."""
    values: dict[str, Any] = {"uuid": f"uuid-{number}", "name": f"Member {number}"}
    return MemberEntity(**(values | changes))


async def add(database: Database, name: str) -> int:
    """Store a trainer, the simplest row there is."""
    return await database.insert("sample_trainers", TrainerRow(name=name))


async def names(database: Database) -> list[str]:
    """Read the names of all trainers in the order in which they were stored."""
    query = database.create_query_factory().select("name").from_("sample_trainers").order_by("id")
    return [record["name"] for record in await database.fetch_all(query)]
