"""The view of a logged in user that every request starts with."""

from dataclasses import dataclass

from kwai.modules.identity.sessions.user_session import UserSessionEntity
from kwai.modules.identity.users.user_account import UserAccountEntity


@dataclass(frozen=True, slots=True, kw_only=True)
class LoginSession:
    """Who is asking, and through which session; read anew for every request."""

    user: UserAccountEntity
    session: UserSessionEntity

    @property
    def roles(self) -> frozenset[str]:
        """The roles of the user, out of user, author, coach and admin."""
        return self.user.roles
