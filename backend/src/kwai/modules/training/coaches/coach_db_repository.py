"""Module that implements a coach repository for a database."""

from collections.abc import Mapping
from typing import ClassVar

from kwai.core.db.pool.base import Record
from kwai.core.db.repository import DbRepository
from kwai.core.domain.exceptions import AlreadyExistsException
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.training.coaches.coach import CoachEntity, CoachIdentifier
from kwai.modules.training.coaches.coach_db_query import CoachDbQuery
from kwai.modules.training.coaches.coach_repository import (
    CoachNotFoundException,
    CoachRepository,
    CoachUserNotFoundException,
    CoachUserTakenException,
)
from kwai.modules.training.coaches.coach_tables import CoachesTable, CoachUsersTable, find_user


class CoachDbRepository(  # type: ignore[misc]  # a query is always one it created itself
    DbRepository[CoachEntity, CoachIdentifier, CoachDbQuery], CoachRepository
):
    """A coach repository for a database."""

    table = CoachesTable
    not_found = CoachNotFoundException
    unique: ClassVar[Mapping[str, type[AlreadyExistsException]]] = {
        "user_id": CoachUserTakenException
    }
    members: ClassVar[Mapping[str, str]] = {"user_id": "user"}

    def create_query(self) -> CoachDbQuery:
        return CoachDbQuery(self._database)

    async def load(self, records: list[Record], query: CoachDbQuery) -> list[CoachEntity]:
        return [
            query.table(record).create_entity(find_user(record, query.users)) for record in records
        ]

    async def get_one(  # type: ignore[override]  # as above
        self, query: CoachDbQuery, id_: CoachIdentifier
    ) -> CoachEntity:
        return await self._get_one(query.filter_by_id(id_), f"Coach {id_} does not exist.")

    async def get_by_ids(self, *ids: CoachIdentifier) -> list[CoachEntity]:
        if not ids:
            return []
        query = self.create_query().filter_by_ids(*ids)
        return await self.load(await query.fetch_all(), query)

    async def get_user(self, uuid: UniqueId) -> Owner:
        query = self._database.create_query_factory().select(CoachUsersTable.columns)
        query.from_(CoachUsersTable.table_name).where(CoachUsersTable.field("uuid").eq(uuid))
        if (record := await self._database.fetch_one(query)) is None:
            raise CoachUserNotFoundException(f"User {uuid} does not exist.", member="user")
        return CoachUsersTable(record).create_owner()
