"""Module that implements the use case: get a login session."""

from dataclasses import dataclass

from kwai.core.domain.clock import Clock, utc_now
from kwai.modules.identity.parse_unique_id import parse_unique_id
from kwai.modules.identity.sessions.login_session import LoginSession
from kwai.modules.identity.sessions.user_session import UserSessionEntity
from kwai.modules.identity.sessions.user_session_repository import (
    UserSessionNotFoundException,
    UserSessionRepository,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetSessionCommand:
    """Input for the use case."""

    uuid: str


class GetSession:
    """Gets an open session: an own one, or any for an administrator."""

    def __init__(
        self,
        login: LoginSession,
        session_repo: UserSessionRepository,
        *,
        clock: Clock = utc_now,
    ) -> None:
        self._login = login
        self._session_repo = session_repo
        self._clock = clock

    async def execute(self, command: GetSessionCommand) -> UserSessionEntity:
        """Execute the use case.

        Raises:
            UserSessionNotFoundException: there is no such session for this user.
        """
        uuid = parse_unique_id(command.uuid, UserSessionNotFoundException)
        session = await self._session_repo.get_by_uuid(uuid)
        is_visible = self._login.user.admin or session.user_id == self._login.session.user_id
        if not is_visible or not session.is_live_at(self._clock()):
            raise UserSessionNotFoundException
        return session
