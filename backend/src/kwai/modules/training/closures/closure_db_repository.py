"""Module that implements a closure repository for a database."""

from kwai.core.db.pool.base import Record
from kwai.core.db.repository import DbRepository
from kwai.modules.training.closures.closure import ClosureEntity, ClosureIdentifier
from kwai.modules.training.closures.closure_db_query import ClosureDbQuery
from kwai.modules.training.closures.closure_repository import (
    ClosureNotFoundException,
    ClosureRepository,
)
from kwai.modules.training.closures.closure_tables import ClosuresTable


class ClosureDbRepository(  # type: ignore[misc]  # a query is always one it created itself
    DbRepository[ClosureEntity, ClosureIdentifier, ClosureDbQuery], ClosureRepository
):
    """A closure repository for a database."""

    table = ClosuresTable
    not_found = ClosureNotFoundException

    def create_query(self) -> ClosureDbQuery:
        return ClosureDbQuery(self._database)

    async def load(self, records: list[Record], query: ClosureDbQuery) -> list[ClosureEntity]:
        return [query.table(record).create_entity() for record in records]

    async def get_one(  # type: ignore[override]  # as above
        self, query: ClosureDbQuery, id_: ClosureIdentifier
    ) -> ClosureEntity:
        return await self._get_one(query.filter_by_id(id_), f"Closure {id_} does not exist.")

    async def get_by_ids(self, *ids: ClosureIdentifier) -> list[ClosureEntity]:
        if not ids:
            return []
        query = self.create_query().filter_by_ids(*ids)
        return await self.load(await query.fetch_all(), query)
