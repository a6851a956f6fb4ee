"""Module that implements the use case: end one of the own login sessions."""

from dataclasses import dataclass

from kwai.core.domain.clock import Clock, utc_now
from kwai.modules.identity.parse_unique_id import parse_unique_id
from kwai.modules.identity.sessions.login_session import LoginSession
from kwai.modules.identity.sessions.user_session import RevokeReason
from kwai.modules.identity.sessions.user_session_repository import (
    UserSessionNotFoundException,
    UserSessionRepository,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EndSessionCommand:
    """Input for the use case."""

    uuid: str


class EndSession:
    """Ends a session of who is logged in; also the current one."""

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

    async def execute(self, command: EndSessionCommand) -> None:
        """Execute the use case.

        Raises:
            UserSessionNotFoundException: there is no such session, or it is another user's, or it
                has ended already.
        """
        uuid = parse_unique_id(command.uuid, UserSessionNotFoundException)
        session = await self._session_repo.get_by_uuid(uuid)
        ended = session.revoke(self._clock(), RevokeReason.ENDED)
        is_own = session.user_id == self._login.session.user_id
        if not is_own or not await self._session_repo.revoke(ended):
            raise UserSessionNotFoundException
