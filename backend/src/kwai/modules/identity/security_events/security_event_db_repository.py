"""Module that implements a repository of security events for a database."""

from datetime import datetime

from kwai.core.db.criteria import KwaiField
from kwai.core.db.pool.base import Record
from kwai.core.db.repository import DbRepository
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.identity.delete_db_rows import delete_db_rows
from kwai.modules.identity.security_events.security_event import (
    SecurityEventEntity,
    SecurityEventIdentifier,
)
from kwai.modules.identity.security_events.security_event_db_query import (
    USER_UUID,
    SecurityEventDbQuery,
)
from kwai.modules.identity.security_events.security_event_repository import (
    SecurityEventNotFoundException,
    SecurityEventRepository,
)
from kwai.modules.identity.security_events.security_event_tables import SecurityEventsTable


class SecurityEventDbRepository(  # type: ignore[misc]  # a query is always one it created itself
    DbRepository[SecurityEventEntity, SecurityEventIdentifier, SecurityEventDbQuery],
    SecurityEventRepository,
):
    """A repository of security events for a database."""

    table = SecurityEventsTable
    not_found = SecurityEventNotFoundException
    is_logged = False

    def create_query(self) -> SecurityEventDbQuery:
        return SecurityEventDbQuery(self._database)

    async def load(
        self, records: list[Record], query: SecurityEventDbQuery
    ) -> list[SecurityEventEntity]:
        return [query.table(each).create_entity(_find_user(each)) for each in records]

    async def get_one(  # type: ignore[override]  # as above
        self, query: SecurityEventDbQuery, id_: SecurityEventIdentifier
    ) -> SecurityEventEntity:
        return await self._get_one(query.filter_by_id(id_), f"Security event {id_} does not exist.")

    async def delete_old(self, moment: datetime, limit: int) -> int:
        query = self._database.create_query_factory().select("id").from_(self.table.table_name)
        query.where(KwaiField("at").lte(moment))
        query.order_by("at").order_by("id")
        return await delete_db_rows(self._database, self.table.table_name, query, limit)


def _find_user(record: Record) -> UniqueId | None:
    uuid = record[USER_UUID]
    return None if uuid is None else UniqueId.create_from_string(uuid)
