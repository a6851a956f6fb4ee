"""Reads what accounts and invitations are linked with: one statement per relationship and level."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from kwai.api.schemas.user_account import UserAccountResource
from kwai.api.schemas.user_invitation import UserInvitationResource
from kwai.core.db.database import Database
from kwai.core.domain.clock import utc_now
from kwai.core.domain.resource_query import ResourceQuery
from kwai.core.json_api import Linked
from kwai.modules.identity.get_users_by_uuid import GetUsersByUuid, GetUsersByUuidCommand
from kwai.modules.identity.user_invitations.user_invitation import UserInvitationEntity
from kwai.modules.identity.users.user_account_db_repository import UserAccountDbRepository

Accounts = Mapping[str, Linked[UserAccountResource]]


class IdentityLoader:
    """Makes resources of entities, with what the query wants to see of their relationships.

    `path` is where in the include tree they stand, with a dot at its end.
    """

    def __init__(self, database: Database, query: ResourceQuery) -> None:
        self._database = database
        self._query = query

    async def invitation(self, entity: UserInvitationEntity) -> UserInvitationResource:
        """Make the resource of one invitation."""
        return (await self.invitations([entity]))[0]

    async def invitations(
        self, entities: Sequence[UserInvitationEntity], path: str = ""
    ) -> list[UserInvitationResource]:
        """Make the resources of invitations."""
        now = utc_now()
        inviters = await self.users((str(each.user.uuid) for each in entities), f"{path}user")
        return [
            UserInvitationResource.create(each, now, inviters[str(each.user.uuid)])
            for each in entities
        ]

    async def users(self, uuids: Iterable[str], path: str = "user") -> Accounts:
        """Link accounts by their ids; with the accounts themselves where they are wanted."""
        wanted: Collection[str] = set(uuids)
        links: dict[str, Linked[UserAccountResource]] = {uuid: Linked.ref(uuid) for uuid in wanted}
        if wanted and self._query.needs(path):
            repository = UserAccountDbRepository(self._database)
            command = GetUsersByUuidCommand(uuids=wanted, query=self._query.below(path))
            entities = await GetUsersByUuid(repository).execute(command)
            for uuid, account in entities.items():
                links[uuid] = Linked(UserAccountResource.create(account))
        return links
