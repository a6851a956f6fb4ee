"""Module that implements the use case: get the login sessions of a user."""

from dataclasses import dataclass

from kwai.core.domain.browse import browse
from kwai.core.domain.clock import Clock, utc_now
from kwai.core.domain.resource_query import Page
from kwai.core.domain.use_case import UseCaseBrowseResult
from kwai.modules.identity.parse_unique_id import parse_unique_id
from kwai.modules.identity.sessions.user_session import UserSessionEntity
from kwai.modules.identity.sessions.user_session_repository import UserSessionRepository
from kwai.modules.identity.users.user_repository import UserNotFoundException, UserRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class GetSessionsCommand:
    """Input for the use case.

    Attributes:
        user_uuid: The unique id of the user.
    """

    user_uuid: str
    offset: int | None = None
    limit: int | None = None
    page: Page | None = None


class GetSessions:
    """Gets the sessions that are still open, the one used last first."""

    def __init__(
        self,
        user_repo: UserRepository,
        session_repo: UserSessionRepository,
        *,
        clock: Clock = utc_now,
    ) -> None:
        self._user_repo = user_repo
        self._session_repo = session_repo
        self._clock = clock

    async def execute(self, command: GetSessionsCommand) -> UseCaseBrowseResult[UserSessionEntity]:
        """Execute the use case.

        Raises:
            UserNotFoundException: there is no such user.
        """
        uuid = parse_unique_id(command.user_uuid, UserNotFoundException)
        user = await self._user_repo.get_user_by_uuid(uuid)
        query = self._session_repo.create_query().filter_by_user(user.id)
        query.filter_live(self._clock()).order_by_last_use()
        return await browse(self._session_repo, query, command)
