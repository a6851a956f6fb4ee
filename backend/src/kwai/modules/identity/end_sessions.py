"""Module that implements the use case: end the login sessions of a user."""

from dataclasses import dataclass

from kwai.core.domain.clock import Clock, utc_now
from kwai.modules.identity.parse_unique_id import parse_unique_id
from kwai.modules.identity.sessions.user_session import RevokeReason, UserSessionIdentifier
from kwai.modules.identity.sessions.user_session_repository import (
    UserSessionNotFoundException,
    UserSessionRepository,
)
from kwai.modules.identity.users.user_repository import UserNotFoundException, UserRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class EndSessionsCommand:
    """Input for the use case.

    Attributes:
        user_uuid: The unique id of the user.
        keep: The unique id of the one session that goes on.
    """

    user_uuid: str
    keep: str | None = None


class EndSessions:
    """Ends all sessions of a user, or all but one."""

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

    async def execute(self, command: EndSessionsCommand) -> int:
        """Execute the use case; tells how many sessions ended.

        Raises:
            UserNotFoundException: there is no such user.
            UserSessionNotFoundException: there is no such session to keep.
        """
        uuid = parse_unique_id(command.user_uuid, UserNotFoundException)
        user = await self._user_repo.get_user_by_uuid(uuid)
        return await self._session_repo.revoke_all(
            user.id, self._clock(), RevokeReason.ENDED, keep=await self._find(command.keep)
        )

    async def _find(self, uuid: str | None) -> UserSessionIdentifier | None:
        if uuid is None:
            return None
        unique_id = parse_unique_id(uuid, UserSessionNotFoundException)
        return (await self._session_repo.get_by_uuid(unique_id)).id
