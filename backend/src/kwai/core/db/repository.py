"""The base of the repositories: rows in, entities out, never a commit."""

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, ClassVar, Generic, TypeVar

from kwai.core.db.change_log import Action, Change, ChangeLog
from kwai.core.db.child_rows import ChildRows
from kwai.core.db.criteria import MAX_IN_LIST, KwaiField
from kwai.core.db.database import Database
from kwai.core.db.database_query import BATCH, DatabaseQuery
from kwai.core.db.exceptions import ForeignKeyViolation, UniqueViolation
from kwai.core.db.pool.base import Record
from kwai.core.db.row_changes import Children, changed_columns, describe, describe_children
from kwai.core.db.table import Table
from kwai.core.domain.entity import Entity
from kwai.core.domain.exceptions import (
    AlreadyExistsException,
    InUseException,
    NotFoundException,
    RelatedNotFoundException,
    StaleVersionException,
)
from kwai.core.domain.resource_query import Page
from kwai.core.domain.use_case import CursorBrowseResult, PageVersions, UseCaseBrowseResult
from kwai.core.domain.value_objects.identifier import Identifier

E = TypeVar("E", bound=Entity[Any])
I = TypeVar("I", bound=Identifier[Any])  # noqa: E741 (as the design names it)
Q = TypeVar("Q", bound=DatabaseQuery)

_MAX_ID = 2**63 - 1
# How the name of a table becomes that of one row.
_ENDINGS = (("ies", "y"), ("ches", "ch"), ("s", ""))


class DbRepository(ABC, Generic[E, I, Q]):
    """Stores an aggregate: a root row, which `persist` makes, and child rows.

    Attributes:
        unique: Which exception a unique index raises, by its columns with `__` between them.
        members: Attributes of the columns in `unique` that are called otherwise outside.
        is_logged: Changes are written to the change log.
        batch_key: A unique column that is set before the entity is stored (its uuid): with it
            `create_all` reads the new ids back; without it entities are stored one by one.
    """

    table: ClassVar[Table[Any]]
    not_found: ClassVar[type[NotFoundException]]
    unique: ClassVar[Mapping[str, type[AlreadyExistsException]]] = {}
    members: ClassVar[Mapping[str, str]] = {}
    is_logged: ClassVar[bool] = True
    batch_key: ClassVar[str] = ""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._child_rows = ChildRows(database)
        self._change_log = ChangeLog(database)

    @abstractmethod
    def create_query(self) -> Q:
        """Create a query that selects all entities."""

    @abstractmethod
    async def load(self, records: list[Record], query: Q) -> list[E]:
        """Make entities of the records of a query, in their order.

        To-many parts are read here, one statement per relation for all records together.
        """

    def persist(self, entity: E) -> Any:
        """Make the row of an entity."""
        return self.table.row_type.persist(entity)

    def children(self, entity: E) -> Sequence[Children]:
        """Make the child rows of an entity, table by table; the entity has its id."""
        return ()

    # -- writing -------------------------------------------------------------------------------

    async def create(self, entity: E) -> E:
        """Store a new entity and return it with its id.

        Raises:
            AlreadyExistsException: a value that has to be unique is taken.
            RelatedNotFoundException: it refers to something that does not exist.
        """
        async with self._database.transaction():
            with self._domain_errors():
                row = self.persist(entity)
                id_ = await self._database.insert(self.table.table_name, row)
                stored = self._with_id(entity, id_)
                groups = self.children(stored)
                await self._child_rows.insert(groups)
                if self.is_logged:
                    await self._change_log.write(self._creation(id_, row, groups))
        return stored

    async def create_all(self, entities: Iterable[E]) -> int:
        """Store many new entities in few statements and return their number.

        Raises:
            AlreadyExistsException: a value that has to be unique is taken; none is stored then.
            RelatedNotFoundException: one refers to something that does not exist.
        """
        given = list(entities)
        async with self._database.transaction():
            if not self.batch_key:
                for entity in given:
                    await self.create(entity)
                return len(given)
            with self._domain_errors():
                await self._create_batch(given)
        return len(given)

    async def update(self, entity: E) -> None:
        """Write what changed.

        Raises:
            NotFoundException: the entity is not stored (any more).
            StaleVersionException: somebody else has changed it since it was read.
            AlreadyExistsException: a value that has to be unique is taken.
            RelatedNotFoundException: it refers to something that does not exist.
        """
        async with self._database.transaction():
            with self._domain_errors():
                old = await self._lock(entity.id)
                new = self.persist(entity)
                self._check_version(old, new)
                described = describe(old, new)
                for group in self.children(entity):
                    if changes := await self._child_rows.replace(group, entity.id):
                        described[group.table.table_name] = changes
                if described:
                    await self._update_row(entity.id, old, new)
                    await self._log("updated", entity.id, getattr(old, "version", 0) + 1, described)

    async def delete(self, entity: E) -> None:
        """Remove an entity with its child rows.

        Raises:
            NotFoundException: the entity is not stored (any more).
            InUseException: something refers to it.
        """
        async with self._database.transaction():
            with self._domain_errors():
                old = await self._lock(entity.id)
                described = describe(old, None)
                if self.is_logged:
                    for group in self.children(entity):
                        rows = await self._child_rows.read(group, entity.id)
                        if changes := describe_children([], list(rows.values()), []):
                            described[group.table.table_name] = changes
                await self._database.delete(entity.id, self.table.table_name)
                await self._log("deleted", entity.id, getattr(old, "version", 1), described)

    # -- reading -------------------------------------------------------------------------------

    async def get_by_id(self, id_: I, *, for_update: bool = False) -> E:
        """Read an entity; with `for_update` nobody else can change it until the unit ends.

        Raises:
            NotFoundException: there is none with this id.
        """
        if for_update:
            await self._lock(id_)
        self._check_id(id_)
        query = self.create_query()
        query.and_where(self.table.field("id").eq(id_))
        return await self._get_one(query, f"{self._noun} {id_} does not exist.")

    async def exists(self, query: Q) -> bool:
        """Tell whether the query selects anything."""
        return await query.exists()

    async def missing(self, ids: Collection[I]) -> set[I]:
        """Find those of the ids that nothing is stored under."""
        wanted = {id_.value: id_ for id_ in ids}
        values = sorted(value for value in wanted if 0 < value <= _MAX_ID)
        for start in range(0, len(values), MAX_IN_LIST):
            query = self._database.create_query_factory().select("id")
            query.from_(self.table.table_name)
            query.where(KwaiField("id").in_list(values[start : start + MAX_IN_LIST]))
            for record in await self._database.fetch_all(query):
                del wanted[record["id"]]
        return set(wanted.values())

    async def get_all(
        self, query: Q | None = None, limit: int | None = None, offset: int | None = None
    ) -> AsyncIterator[E]:
        """Yield the entities of a query, or of a page of it."""
        selected = query or self.create_query()
        async for records in self._read(selected, limit, offset):
            for entity in await self.load(records, selected):
                yield entity

    async def get_page(self, query: Q, limit: int, offset: int) -> UseCaseBrowseResult[E]:
        """Read a page, and count the whole selection."""
        page = await query.count_page(limit, offset)
        entities = await self.load(page.records, query)
        return UseCaseBrowseResult(page.total, _iterate(entities))

    async def get_versions(self, query: Q, limit: int, offset: int) -> PageVersions:
        """Tell what a page is known by, for a fraction of the cost of reading it."""
        return await query.fetch_versions(limit, offset)

    async def read_on(self, query: Q, page: Page) -> UseCaseBrowseResult[E]:
        """Read a page from a position on, in the order of the query."""
        found = await query.read_on(page)
        entities = await self.load(found.records, query)
        return CursorBrowseResult.create(
            _iterate(entities), positions=found.positions, more=found.more
        )

    # -- for subclasses ------------------------------------------------------------------------

    async def _get_one(self, query: Q, message: str) -> E:
        """Load the only entity of a query, or raise `not_found` with the message.

        The query asks for a unique key: neither an order nor a limit has to be found for it.
        """
        records = await query.fetch_all()
        entities = await self.load(records, query) if records else []
        if not entities:
            raise self.not_found(message)
        return entities[0]

    @contextmanager
    def _domain_errors(self) -> Iterator[None]:
        """Say what a violated constraint means in the domain."""
        try:
            yield
        except UniqueViolation as error:
            exception = self.unique.get("__".join(error.columns), AlreadyExistsException)
            member = self.members.get(error.columns[0], error.columns[0])
            raise exception(f"{self._noun}: {member} is taken.", member=member) from None
        except ForeignKeyViolation as error:
            if error.in_use:
                raise InUseException(f"{self._noun} is still referred to.") from None
            raise RelatedNotFoundException(
                f"{self._noun} refers to something that does not exist."
            ) from None

    # -- parts ---------------------------------------------------------------------------------

    @property
    def _noun(self) -> str:
        name = self.table.table_name.replace("_", " ")
        many, one = next((pair for pair in _ENDINGS if name.endswith(pair[0])), ("", ""))
        return (name.removesuffix(many) + one).capitalize()

    def _check_id(self, id_: Any) -> None:
        value = id_.value
        if isinstance(value, int) and not 0 < value <= _MAX_ID:
            raise self.not_found(f"{self._noun} {id_} does not exist.")

    async def _lock(self, id_: Any) -> Any:
        self._check_id(id_)
        query = self._database.create_query_factory().select(self.table.columns)
        query.from_(self.table.table_name).where(self.table.field("id").eq(id_)).for_update()
        if (record := await self._database.fetch_one(query)) is None:
            raise self.not_found(f"{self._noun} {id_} does not exist.")
        return self.table.map_row(record)

    def _check_version(self, old: Any, new: Any) -> None:
        if getattr(old, "version", None) != getattr(new, "version", None):
            raise StaleVersionException(f"{self._noun} was changed by somebody else.")

    async def _update_row(self, id_: Any, old: Any, new: Any) -> None:
        values = changed_columns(old, new)
        columns = {field.column for field in self.table.fields}
        if "version" in columns:
            values["version"] = old.version + 1
        if "updated_at" in columns:
            is_marked = new.updated_at is not None and new.updated_at != old.updated_at
            values["updated_at"] = new.updated_at if is_marked else datetime.now(UTC)
        if values:
            query = self._database.create_query_factory().update(self.table.table_name, values)
            await self._database.change(query.where(KwaiField("id").eq(id_)))

    async def _log(self, action: Action, id_: Any, version: int, changes: dict[str, Any]) -> None:
        if self.is_logged:
            await self._change_log.write(self._change(action, id_.value, version, changes))

    def _change(self, action: Action, id_: int, version: int, changes: dict[str, Any]) -> Change:
        return Change(
            entity=self.table.table_name,
            entity_id=id_,
            version=version,
            action=action,
            changes=changes,
        )

    def _creation(self, id_: int, row: Any, groups: Sequence[Children]) -> Change:
        described = describe(None, row)
        for group in groups:
            if changes := describe_children(group.rows, [], []):
                described[group.table.table_name] = changes
        return self._change("created", id_, getattr(row, "version", 1), described)

    async def _create_batch(self, entities: Sequence[E]) -> None:
        rows = [self.persist(entity) for entity in entities]
        await self._database.insert_many(self.table.table_name, rows)
        ids = await self._read_ids([getattr(row, self.batch_key) for row in rows])
        stored = [
            (ids[getattr(row, self.batch_key)], row, entity)
            for row, entity in zip(rows, entities, strict=True)
        ]
        groups = {id_: self.children(self._with_id(entity, id_)) for id_, _, entity in stored}
        await self._child_rows.insert(child for group in groups.values() for child in group)
        if self.is_logged:
            await self._change_log.write_all(
                self._creation(id_, row, groups[id_]) for id_, row, _ in stored
            )

    async def _read_ids(self, keys: Sequence[Any]) -> dict[Any, int]:
        ids: dict[Any, int] = {}
        for start in range(0, len(keys), MAX_IN_LIST):
            query = self._database.create_query_factory().select("id", self.batch_key)
            query.from_(self.table.table_name)
            query.where(KwaiField(self.batch_key).in_list(keys[start : start + MAX_IN_LIST]))
            for record in await self._database.fetch_all(query):
                ids[record[self.batch_key]] = record["id"]
        return ids

    @staticmethod
    def _with_id(entity: E, id_: int) -> E:
        return type(entity).replace(entity, id_=type(entity.id)(id_))

    async def _read(
        self, query: Q, limit: int | None, offset: int | None
    ) -> AsyncIterator[list[Record]]:
        if limit is None and not offset and not query.is_ordered:
            async for records in query.fetch_batches(size=BATCH):
                yield records
            return
        # A chosen order may stand on columns that are NULL, where no position can be resumed.
        records = await query.fetch_all(limit, offset)
        for start in range(0, len(records), BATCH):
            yield records[start : start + BATCH]


async def _iterate(entities: list[E]) -> AsyncIterator[E]:
    for entity in entities:
        yield entity
