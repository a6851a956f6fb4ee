"""Module that implements the use case: get user accounts."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kwai.core.domain.browse import browse
from kwai.core.domain.resource_query import Page, ResourceQuery, SortKey
from kwai.core.domain.use_case import UseCaseBrowseResult
from kwai.modules.identity.users.user_account import UserAccountEntity
from kwai.modules.identity.users.user_account_repository import UserAccountRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class GetUsersCommand:
    """Input for the use case.

    Attributes:
        revoked: Only those that are, or are not, revoked; None for all.
        search: Only those with all words of this text in name or address.
        sort: Keys last_name, email, last_login; by last name when it is empty.
        query: What of the accounts will be looked at.
    """

    offset: int | None = None
    limit: int | None = None
    page: Page | None = None
    revoked: bool | None = None
    search: str | None = None
    sort: Sequence[SortKey] = ()
    query: ResourceQuery = field(default_factory=ResourceQuery)


class GetUsers:
    """Gets a page of user accounts."""

    def __init__(self, user_account_repo: UserAccountRepository) -> None:
        self._user_account_repo = user_account_repo

    async def execute(self, command: GetUsersCommand) -> UseCaseBrowseResult[UserAccountEntity]:
        """Execute the use case."""
        query = self._user_account_repo.create_query().sort_by(command.sort).show(command.query)
        if command.revoked is not None:
            query.filter_by_revoked(revoked=command.revoked)
        if command.search:
            query.filter_by_search(command.search)
        return await browse(self._user_account_repo, query, command)
