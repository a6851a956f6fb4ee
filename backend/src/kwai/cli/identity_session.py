"""The use cases of identity as the commands call them, in the transaction of a command."""

from kwai.core.db.database import Database
from kwai.core.dependencies import create_event_bus
from kwai.core.domain.actor import Actor
from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.domain.plain_text import single_line
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.events.bus import Bus
from kwai.core.security.password_policy import PasswordPolicy
from kwai.core.settings import Settings
from kwai.modules.identity.create_user import CreateUser, CreateUserCommand
from kwai.modules.identity.end_sessions import EndSessions, EndSessionsCommand
from kwai.modules.identity.get_sessions import GetSessions, GetSessionsCommand
from kwai.modules.identity.get_users import GetUsers, GetUsersCommand
from kwai.modules.identity.invite_user import InviteUser, InviteUserCommand
from kwai.modules.identity.security_events.origin import Origin
from kwai.modules.identity.security_events.security_event_db_repository import (
    SecurityEventDbRepository,
)
from kwai.modules.identity.security_events.security_log import SecurityLog
from kwai.modules.identity.sessions.user_session import UserSessionEntity
from kwai.modules.identity.sessions.user_session_db_repository import UserSessionDbRepository
from kwai.modules.identity.update_user import UpdateUser, UpdateUserCommand
from kwai.modules.identity.user_invitations.user_invitation import UserInvitationEntity
from kwai.modules.identity.user_invitations.user_invitation_db_repository import (
    UserInvitationDbRepository,
)
from kwai.modules.identity.users.user_account import UserAccountEntity
from kwai.modules.identity.users.user_account_db_repository import UserAccountDbRepository
from kwai.modules.identity.users.user_account_repository import UserAccountNotFoundException
from kwai.modules.identity.users.user_db_repository import UserDbRepository

LONGEST_NAME = 100
LONGEST_REMARK = 2000


class IdentitySession:
    """Users are named by their address, and texts are checked as in a request."""

    def __init__(self, settings: Settings, database: Database) -> None:
        self._settings = settings
        self._database = database
        database.actor = Actor(kind="cli")
        self._accounts = UserAccountDbRepository(database)
        self._users = UserDbRepository(database)
        self._sessions = UserSessionDbRepository(database)

    async def create_user(
        self,
        *,
        email: str,
        first_name: str,
        last_name: str,
        password: str,
        admin: bool = False,
        locale: str = "",
    ) -> UserAccountEntity:
        """Create a user; the rules for the password are those of the API."""
        policy = PasswordPolicy.create(self._settings.security)
        return await CreateUser(self._accounts, password_policy=policy).execute(
            CreateUserCommand(
                email=email,
                first_name=_name(first_name),
                last_name=_name(last_name),
                password=password,
                admin=admin,
                locale=self._locale(locale),
            )
        )

    async def get_users(
        self, search: str, revoked: bool | None, limit: int
    ) -> tuple[int, list[UserAccountEntity]]:
        """Give the number of users that match, and the first of them."""
        command = GetUsersCommand(offset=0, limit=limit, search=search or None, revoked=revoked)
        found = await GetUsers(self._accounts).execute(command)
        return found.total, [user async for user in found.iterator]

    async def update_user(
        self, email: str, *, revoked: bool | None = None, admin: bool | None = None
    ) -> UserAccountEntity:
        """Revoke or restore a user, or make an administrator of one or not."""
        account = await self._find(email)
        security_log = SecurityLog(
            SecurityEventDbRepository(self._database), Origin(user_agent="kwai_cli")
        )
        return await UpdateUser(
            self._accounts,
            session_repo=self._sessions,
            bus=self._bus,
            security_log=security_log,
        ).execute(UpdateUserCommand(uuid=str(account.user.uuid), revoked=revoked, admin=admin))

    async def invite_user(
        self,
        *,
        inviter: str,
        email: str,
        first_name: str,
        last_name: str,
        remark: str = "",
        locale: str = "",
    ) -> UserInvitationEntity:
        """Invite somebody in the name of a user.

        Raises:
            UnprocessableException: the account of that user was taken away.
        """
        account = await self._find(inviter)
        if account.revoked:
            raise UnprocessableException(f"{inviter} is revoked, and invites nobody.")
        invitations = UserInvitationDbRepository(self._database)
        return await InviteUser(account.user, self._users, invitations, self._bus).execute(
            InviteUserCommand(
                email=email,
                first_name=_name(first_name),
                last_name=_name(last_name),
                remark=remark[:LONGEST_REMARK],
                locale=self._locale(locale),
            )
        )

    async def get_sessions(self, email: str) -> list[UserSessionEntity]:
        """Give the open sessions of a user."""
        command = GetSessionsCommand(user_uuid=await self._uuid(email))
        _, sessions = await GetSessions(self._users, self._sessions).execute(command)
        return [session async for session in sessions]

    async def end_sessions(self, email: str) -> int:
        """End all sessions of a user, and tell how many."""
        command = EndSessionsCommand(user_uuid=await self._uuid(email))
        return await EndSessions(self._users, self._sessions).execute(command)

    @property
    def _bus(self) -> Bus:
        from kwai.subscriptions import register_subscriptions

        register_subscriptions()
        return create_event_bus(self._database, self._settings)

    async def _uuid(self, email: str) -> str:
        return str((await self._find(email)).user.uuid)

    async def _find(self, email: str) -> UserAccountEntity:
        try:
            return await self._accounts.get_user_by_email(EmailAddress(email))
        except UserAccountNotFoundException:
            raise UserAccountNotFoundException(f"Nobody has the address {email}.") from None

    def _locale(self, locale: str) -> str:
        offered = self._settings.website.locales
        if locale and locale not in offered:
            raise UnprocessableException(f"The languages are: {', '.join(offered)}.")
        return locale


def _name(text: str) -> str:
    name = single_line(text)
    if not 0 < len(name) <= LONGEST_NAME:
        raise UnprocessableException(f"A name has 1 to {LONGEST_NAME} characters.")
    return name
