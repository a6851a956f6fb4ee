"""Module that implements the use case: get the accounts that something else refers to."""

from collections.abc import Collection
from dataclasses import dataclass, field

from kwai.core.domain.resource_query import ResourceQuery
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.identity.users.user_account import UserAccountEntity
from kwai.modules.identity.users.user_account_repository import UserAccountRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class GetUsersByUuidCommand:
    """Input for the use case.

    Attributes:
        uuids: The unique ids of the users; at most a page of them.
        query: What of the accounts will be looked at.
    """

    uuids: Collection[str]
    query: ResourceQuery = field(default_factory=ResourceQuery)


class GetUsersByUuid:
    """Gets several accounts with one statement."""

    def __init__(self, user_account_repo: UserAccountRepository) -> None:
        self._user_account_repo = user_account_repo

    async def execute(self, command: GetUsersByUuidCommand) -> dict[str, UserAccountEntity]:
        """Execute the use case; who does not exist is missing in the result."""
        if not command.uuids:
            return {}
        uuids = [UniqueId.create_from_string(uuid) for uuid in command.uuids]
        query = self._user_account_repo.create_query().show(command.query).filter_by_uuids(uuids)
        accounts = self._user_account_repo.get_all(query)
        return {str(account.user.uuid): account async for account in accounts}
