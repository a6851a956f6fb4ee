"""Module that implements a user invitation repository for a database."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from kwai.core.db.criteria import KwaiField, Sql
from kwai.core.db.pool.base import Record
from kwai.core.db.repository import DbRepository
from kwai.core.db.rows import known_moment
from kwai.core.domain.exceptions import AlreadyExistsException
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.identity.delete_db_rows import delete_db_rows
from kwai.modules.identity.user_invitations.user_invitation import (
    UserInvitationEntity,
    UserInvitationIdentifier,
)
from kwai.modules.identity.user_invitations.user_invitation_db_query import UserInvitationDbQuery
from kwai.modules.identity.user_invitations.user_invitation_repository import (
    InvitationPendingException,
    UserInvitationNotFoundException,
    UserInvitationRepository,
)
from kwai.modules.identity.user_invitations.user_invitation_tables import UserInvitationsTable


class UserInvitationDbRepository(  # type: ignore[misc]  # a query is always one it created itself
    DbRepository[UserInvitationEntity, UserInvitationIdentifier, UserInvitationDbQuery],
    UserInvitationRepository,
):
    """A user invitation repository for a database."""

    table = UserInvitationsTable
    not_found = UserInvitationNotFoundException
    unique: ClassVar[Mapping[str, type[AlreadyExistsException]]] = {
        "open_email": InvitationPendingException
    }
    members: ClassVar[Mapping[str, str]] = {"open_email": "email"}
    batch_key = "uuid"

    def create_query(self) -> UserInvitationDbQuery:
        return UserInvitationDbQuery(self._database)

    async def load(
        self, records: list[Record], query: UserInvitationDbQuery
    ) -> list[UserInvitationEntity]:
        return [
            query.table(record).create_entity(query.inviters(record).create_entity())
            for record in records
        ]

    async def get_invitation_by_id(self, id_: UserInvitationIdentifier) -> UserInvitationEntity:
        return await self.get_by_id(id_)

    async def get_invitation_by_uuid(
        self, uuid: UniqueId, *, for_update: bool = False
    ) -> UserInvitationEntity:
        invitation = await self.get_one(self.create_query(), uuid)
        return await self.get_by_id(invitation.id, for_update=True) if for_update else invitation

    async def get_one(  # type: ignore[override]  # as above
        self, query: UserInvitationDbQuery, uuid: UniqueId
    ) -> UserInvitationEntity:
        return await self._get_one(query.filter_by_uuid(uuid), "The invitation does not exist.")

    async def release_expired(self, email: EmailAddress, now: datetime) -> None:
        # One UPDATE with both conditions would wait for the invitations that others insert at this
        # moment: MariaDB reads the index of `expired_at` for it, and locks what lies behind.
        factory = self._database.create_query_factory()
        keeping = factory.select("id", "version").from_(self.table.table_name)
        keeping.where(KwaiField("open_email").eq(email.normalized))
        keeping.and_where(KwaiField("expired_at").lte(now))
        async for expired in self._database.fetch(keeping):
            update = factory.update(self.table.table_name, {"open_email": None})
            update.where(KwaiField("id").eq(expired["id"]))
            # Somebody may have sent it again since it was read.
            update.and_where(KwaiField("version").eq(expired["version"]))
            await self._database.change(update)

    async def mark_mailed(self, invitation: UserInvitationEntity) -> bool:
        return await self._set_once(invitation, "mailed_at", known_moment(invitation.mailed_at))

    async def confirm(self, invitation: UserInvitationEntity) -> bool:
        closed = {"open_email": None}
        confirmed_at = known_moment(invitation.confirmed_at)
        return await self._set_once(invitation, "confirmed_at", confirmed_at, closed)

    async def delete_old(self, moment: datetime, limit: int) -> int:
        query = self._database.create_query_factory().select("id").from_(self.table.table_name)
        query.where(KwaiField("expired_at").lte(moment)).and_where(
            KwaiField("confirmed_at").is_null()
        )
        query.order_by("expired_at").order_by("id")
        return await delete_db_rows(self._database, self.table.table_name, query, limit)

    async def _set_once(
        self,
        invitation: UserInvitationEntity,
        column: str,
        moment: datetime,
        further: Mapping[str, Any] | None = None,
    ) -> bool:
        """Set a moment that was not set yet; a resend in between makes it another invitation."""
        values = {column: moment, "updated_at": moment, "version": Sql("`version` + 1")}
        query = self._database.create_query_factory().update(
            self.table.table_name, {**values, **(further or {})}
        )
        query.where(KwaiField("id").eq(invitation.id)).and_where(KwaiField(column).is_null())
        query.and_where(KwaiField("revoked").eq(False))
        query.and_where(KwaiField("expired_at").eq(known_moment(invitation.expired_at)))
        async with self._database.transaction():
            if not await self._database.change(query):
                return False
            changes = {column: [None, moment.isoformat()]}
            await self._log("updated", invitation.id, invitation.version + 1, changes)
        return True
