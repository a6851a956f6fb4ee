"""Module that implements a user recovery repository interface for a database."""

from datetime import datetime

from kwai.core.db.criteria import KwaiField, Sql
from kwai.core.db.exceptions import DatabaseException
from kwai.core.db.pool.base import Record
from kwai.core.db.repository import DbRepository
from kwai.core.db.rows import known_moment
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.identity.delete_db_rows import delete_db_rows
from kwai.modules.identity.user_recoveries.user_recovery import (
    UserRecoveryEntity,
    UserRecoveryIdentifier,
)
from kwai.modules.identity.user_recoveries.user_recovery_db_query import UserRecoveryDbQuery
from kwai.modules.identity.user_recoveries.user_recovery_repository import (
    UserRecoveryNotFoundException,
    UserRecoveryRepository,
)
from kwai.modules.identity.user_recoveries.user_recovery_tables import UserRecoveriesTable
from kwai.modules.identity.users.user import UserIdentifier
from kwai.modules.identity.users.user_tables import UsersTable


class UserRecoveryDbRepository(
    DbRepository[UserRecoveryEntity, UserRecoveryIdentifier, UserRecoveryDbQuery],
    UserRecoveryRepository,
):
    """A user recovery repository for a database."""

    table = UserRecoveriesTable
    not_found = UserRecoveryNotFoundException

    def create_query(self) -> UserRecoveryDbQuery:
        return UserRecoveryDbQuery(self._database)

    async def load(
        self, records: list[Record], query: UserRecoveryDbQuery
    ) -> list[UserRecoveryEntity]:
        if query.uuid is None:
            raise DatabaseException("A recovery is read by its unique id: rows do not know it.")
        return [
            UserRecoveriesTable(record).create_entity(
                UsersTable(record).create_entity(), query.uuid
            )
            for record in records
        ]

    async def get_by_uuid(self, uuid: UniqueId) -> UserRecoveryEntity:
        query = self.create_query().filter_by_uuid(uuid)
        return await self._get_one(query, "The user recovery does not exist.")

    async def count_since(self, user_id: UserIdentifier, moment: datetime) -> int:
        query = self._database.create_query_factory().select(Sql("COUNT(*) AS `total`"))
        query.from_(self.table.table_name).where(KwaiField("user_id").eq(user_id))
        record = await self._database.fetch_one(
            query.and_where(KwaiField("created_at").gte(moment))
        )
        return int(record["total"]) if record else 0

    async def close_open(self, user_id: UserIdentifier, now: datetime) -> int:
        query = self._database.create_query_factory().update(
            self.table.table_name, {"expired_at": now, "updated_at": now}
        )
        query.where(KwaiField("user_id").eq(user_id))
        query.and_where(KwaiField("expired_at").gt(now))
        return await self._database.change(query.and_where(KwaiField("confirmed_at").is_null()))

    async def mark_mailed(self, user_recovery: UserRecoveryEntity) -> bool:
        return await self._set_once(
            user_recovery, "mailed_at", known_moment(user_recovery.mailed_at)
        )

    async def confirm(self, user_recovery: UserRecoveryEntity) -> bool:
        return await self._set_once(
            user_recovery, "confirmed_at", known_moment(user_recovery.confirmed_at)
        )

    async def delete_old(self, moment: datetime, limit: int) -> int:
        query = self._database.create_query_factory().select("id").from_(self.table.table_name)
        query.where(KwaiField("expired_at").lte(moment))
        query.order_by("expired_at").order_by("id")
        return await delete_db_rows(self._database, self.table.table_name, query, limit)

    async def _set_once(
        self, user_recovery: UserRecoveryEntity, column: str, moment: datetime
    ) -> bool:
        """Set a moment that was not set yet, unless a newer recovery has closed this one."""
        query = self._database.create_query_factory().update(
            self.table.table_name, {column: moment, "updated_at": moment}
        )
        query.where(KwaiField("id").eq(user_recovery.id)).and_where(KwaiField(column).is_null())
        query.and_where(KwaiField("expired_at").gt(moment))
        return await self._database.change(query) == 1
