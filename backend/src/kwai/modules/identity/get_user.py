"""Module that implements the use case: get a user account."""

from dataclasses import dataclass, field

from kwai.core.domain.resource_query import ResourceQuery
from kwai.modules.identity.parse_unique_id import parse_unique_id
from kwai.modules.identity.users.user_account import UserAccountEntity
from kwai.modules.identity.users.user_account_repository import (
    UserAccountNotFoundException,
    UserAccountRepository,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetUserCommand:
    """Input for the use case.

    Attributes:
        query: What of the account will be looked at.
    """

    uuid: str
    query: ResourceQuery = field(default_factory=ResourceQuery)


class GetUser:
    """Gets the account of a user."""

    def __init__(self, user_account_repo: UserAccountRepository) -> None:
        self._user_account_repo = user_account_repo

    async def execute(self, command: GetUserCommand) -> UserAccountEntity:
        """Execute the use case.

        Raises:
            UserAccountNotFoundException: there is no such user.
        """
        uuid = parse_unique_id(command.uuid, UserAccountNotFoundException)
        query = self._user_account_repo.create_query().show(command.query)
        return await self._user_account_repo.get_one(query, uuid)
