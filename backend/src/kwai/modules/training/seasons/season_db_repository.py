"""Module that implements a season repository for a database."""

from collections.abc import Mapping
from typing import ClassVar

from kwai.core.db.pool.base import Record
from kwai.core.db.repository import DbRepository
from kwai.core.domain.exceptions import AlreadyExistsException
from kwai.modules.training.seasons.season import SeasonEntity, SeasonIdentifier
from kwai.modules.training.seasons.season_db_query import SeasonDbQuery
from kwai.modules.training.seasons.season_repository import (
    SeasonExistsException,
    SeasonNotFoundException,
    SeasonRepository,
)
from kwai.modules.training.seasons.season_tables import SeasonsTable


class SeasonDbRepository(  # type: ignore[misc]  # a query is always one it created itself
    DbRepository[SeasonEntity, SeasonIdentifier, SeasonDbQuery], SeasonRepository
):
    """A season repository for a database."""

    table = SeasonsTable
    not_found = SeasonNotFoundException
    unique: ClassVar[Mapping[str, type[AlreadyExistsException]]] = {"name": SeasonExistsException}

    def create_query(self) -> SeasonDbQuery:
        return SeasonDbQuery(self._database)

    async def load(self, records: list[Record], query: SeasonDbQuery) -> list[SeasonEntity]:
        return [query.table(record).create_entity() for record in records]

    async def get_one(  # type: ignore[override]  # as above
        self, query: SeasonDbQuery, id_: SeasonIdentifier
    ) -> SeasonEntity:
        return await self._get_one(query.filter_by_id(id_), f"Season {id_} does not exist.")

    async def get_by_ids(self, *ids: SeasonIdentifier) -> list[SeasonEntity]:
        if not ids:
            return []
        query = self.create_query().filter_by_ids(*ids)
        return await self.load(await query.fetch_all(), query)
