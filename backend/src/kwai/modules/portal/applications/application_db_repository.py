"""Module that implements an application repository for a database."""

from collections.abc import Mapping
from typing import ClassVar

from kwai.core.db.pool.base import Record
from kwai.core.db.repository import DbRepository
from kwai.core.domain.exceptions import AlreadyExistsException
from kwai.modules.portal.applications.application import (
    ApplicationEntity,
    ApplicationIdentifier,
)
from kwai.modules.portal.applications.application_db_query import ApplicationDbQuery
from kwai.modules.portal.applications.application_repository import (
    ApplicationExistsException,
    ApplicationNotFoundException,
    ApplicationRepository,
)
from kwai.modules.portal.applications.application_tables import ApplicationsTable


class ApplicationDbRepository(  # type: ignore[misc]  # a query is always one it created itself
    DbRepository[ApplicationEntity, ApplicationIdentifier, ApplicationDbQuery],
    ApplicationRepository,
):
    """An application database repository."""

    table = ApplicationsTable
    not_found = ApplicationNotFoundException
    unique: ClassVar[Mapping[str, type[AlreadyExistsException]]] = {
        "name": ApplicationExistsException
    }

    def create_query(self) -> ApplicationDbQuery:
        return ApplicationDbQuery(self._database)

    async def load(
        self, records: list[Record], query: ApplicationDbQuery
    ) -> list[ApplicationEntity]:
        return [query.table(record).create_entity() for record in records]

    async def get_one(  # type: ignore[override]  # as above
        self, query: ApplicationDbQuery, id_: ApplicationIdentifier
    ) -> ApplicationEntity:
        return await self._get_one(query.filter_by_id(id_), f"Application {id_} does not exist.")

    async def get_by_name(self, name: str) -> ApplicationEntity:
        query = self.create_query().filter_by_name(name)
        return await self._get_one(query, f"Application {name} does not exist.")
