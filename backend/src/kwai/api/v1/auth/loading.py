"""Reads what accounts and invitations are linked with: one statement per relationship and level."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from kwai.api.schemas.user_account import UserAccountResource
from kwai.api.schemas.user_invitation import UserInvitationResource
from kwai.core.db.database import Database
from kwai.core.domain.clock import utc_now
from kwai.core.domain.resource_query import ResourceQuery
from kwai.core.json_api import NOT_LOADED, Linked
from kwai.modules.identity.get_accepted_invitations import (
    GetAcceptedInvitations,
    GetAcceptedInvitationsCommand,
)
from kwai.modules.identity.get_users_by_uuid import GetUsersByUuid, GetUsersByUuidCommand
from kwai.modules.identity.user_invitations.user_invitation import UserInvitationEntity
from kwai.modules.identity.user_invitations.user_invitation_db_repository import (
    UserInvitationDbRepository,
)
from kwai.modules.identity.users.user_account import UserAccountEntity
from kwai.modules.identity.users.user_account_db_repository import UserAccountDbRepository

Accounts = Mapping[str, Linked[UserAccountResource]]


class IdentityLoader:
    """Makes resources of entities, with what the query wants to see of their relationships.

    `path` is where in the include tree they stand, with a dot at its end.
    """

    def __init__(self, database: Database, query: ResourceQuery) -> None:
        self._database = database
        self._query = query

    async def current(self, entity: UserAccountEntity) -> UserAccountResource:
        """Make the resource of who is asking: the account came with the token.

        The invitation is read only when it is asked for, because this is asked all the time.
        """
        if self._query.needs("invitation"):
            return await self.account(entity)
        return UserAccountResource.create(entity, NOT_LOADED)

    async def account(self, entity: UserAccountEntity) -> UserAccountResource:
        """Make the resource of one account."""
        return (await self.accounts([entity]))[0]

    async def accounts(
        self, entities: Sequence[UserAccountEntity], path: str = ""
    ) -> list[UserAccountResource]:
        """Make the resources of accounts."""
        if not self._shows_invitations(path):
            return [UserAccountResource.create(each, NOT_LOADED) for each in entities]
        accepted = await GetAcceptedInvitations(UserInvitationDbRepository(self._database)).execute(
            GetAcceptedInvitationsCommand(emails=[each.user.email for each in entities])
        )
        links = await self._link_invitations(accepted, f"{path}invitation")
        return [
            UserAccountResource.create(each, links.get(each.user.email.normalized))
            for each in entities
        ]

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
            command = GetUsersByUuidCommand(uuids=wanted)
            entities = await GetUsersByUuid(repository).execute(command)
            for account in await self.accounts(list(entities.values()), f"{path}."):
                links[account.id] = Linked(account)
        return links

    def _shows_invitations(self, path: str) -> bool:
        shown = self._query.fields.get("user_accounts")
        return shown is None or "invitation" in shown or self._query.needs(f"{path}invitation")

    async def _link_invitations(
        self, accepted: Mapping[str, UserInvitationEntity], path: str
    ) -> Mapping[str, Linked[UserInvitationResource]]:
        if not self._query.needs(path):
            return {key: Linked.ref(each.uuid) for key, each in accepted.items()}
        loaded = await self.invitations(list(accepted.values()), f"{path}.")
        return {key: Linked(each) for key, each in zip(accepted, loaded, strict=True)}
