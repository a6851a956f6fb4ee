"""The use cases of identity on a real database."""

import asyncio
from collections.abc import Awaitable
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from kwai.core.db.database import Database
from kwai.core.domain.clock import Clock
from kwai.core.events.bus import Bus
from kwai.core.security.password_policy import PasswordPolicy
from kwai.modules.identity.accept_user_invitation import AcceptUserInvitation
from kwai.modules.identity.authenticate_user import AuthenticateUser, AuthenticateUserCommand
from kwai.modules.identity.change_password import ChangePassword
from kwai.modules.identity.confirm_password import ConfirmPassword
from kwai.modules.identity.create_user import CreateUser
from kwai.modules.identity.delete_user_invitation import DeleteUserInvitation
from kwai.modules.identity.end_session import EndSession
from kwai.modules.identity.end_sessions import EndSessions
from kwai.modules.identity.get_session import GetSession
from kwai.modules.identity.get_sessions import GetSessions
from kwai.modules.identity.invite_user import InviteUser
from kwai.modules.identity.logout import Logout, LogoutCommand
from kwai.modules.identity.recover_user import RecoverUser
from kwai.modules.identity.refresh_access_token import (
    RefreshAccessToken,
    RefreshAccessTokenCommand,
)
from kwai.modules.identity.resend_user_invitation import ResendUserInvitation
from kwai.modules.identity.reset_password import ResetPassword
from kwai.modules.identity.run_in_thread import RunInThread
from kwai.modules.identity.security_events.origin import Origin
from kwai.modules.identity.security_events.security_event import SecurityEventEntity
from kwai.modules.identity.security_events.security_event_db_repository import (
    SecurityEventDbRepository,
)
from kwai.modules.identity.security_events.security_log import SecurityLog
from kwai.modules.identity.sessions.login_session import LoginSession
from kwai.modules.identity.sessions.user_session_db_repository import UserSessionDbRepository
from kwai.modules.identity.tokens.access_token_db_repository import AccessTokenDbRepository
from kwai.modules.identity.tokens.refresh_token import RefreshTokenEntity
from kwai.modules.identity.tokens.refresh_token_db_repository import RefreshTokenDbRepository
from kwai.modules.identity.update_profile import UpdateProfile
from kwai.modules.identity.update_user import UpdateUser
from kwai.modules.identity.user_invitations.invitation_codes import InvitationCodes
from kwai.modules.identity.user_invitations.user_invitation_db_repository import (
    UserInvitationDbRepository,
)
from kwai.modules.identity.user_recoveries.user_recovery_db_repository import (
    UserRecoveryDbRepository,
)
from kwai.modules.identity.users.user import UserEntity
from kwai.modules.identity.users.user_account import UserAccountEntity
from kwai.modules.identity.users.user_account_db_repository import UserAccountDbRepository
from kwai.modules.identity.users.user_db_repository import UserDbRepository
from kwai.modules.identity.verify_access_token import (
    VerifyAccessToken,
    VerifyAccessTokenCommand,
)
from tests.factories.identity import NOW, PASSWORD
from tests.support.fake_bus import FakeBus

R = TypeVar("R")
C = TypeVar("C", bound=Clock)
B = TypeVar("B", bound=Bus)

ORIGIN = Origin(ip_prefix="192.0.2.0/24", user_agent="Tatami/1.0", request_id="r-1")
POLICY = PasswordPolicy(minimum=12, blocked=frozenset({"judojudojudo"}))
CODES = InvitationCodes([b"k" * 32])


class SetClock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **delta: float) -> None:
        self.now += timedelta(**delta)


class IdentityUseCases(Generic[C, B]):
    """Repositories and use cases around one session."""

    def __init__(
        self,
        database: Database,
        *,
        clock: C,
        bus: B,
        run_in_thread: RunInThread = asyncio.to_thread,
    ) -> None:
        self.database = database
        self.clock = clock
        self.bus = bus
        self.run_in_thread = run_in_thread
        self.users = UserDbRepository(database)
        self.accounts = UserAccountDbRepository(database)
        self.invitations = UserInvitationDbRepository(database)
        self.recoveries = UserRecoveryDbRepository(database)
        self.sessions = UserSessionDbRepository(database)
        self.access_tokens = AccessTokenDbRepository(database)
        self.refresh_tokens = RefreshTokenDbRepository(database)
        self.security_events = SecurityEventDbRepository(database)
        self.log = SecurityLog(self.security_events, ORIGIN)

    async def run(self, work: Awaitable[R]) -> R:
        """Run one execution of a use case as an edge does: in a unit of its own."""
        async with self.database.transaction():
            return await work

    async def events(self) -> list[SecurityEventEntity]:
        return [event async for event in self.security_events.get_all()]

    # -- what most tests start with ------------------------------------------------------------

    async def login(
        self, account: UserAccountEntity, password: str = PASSWORD
    ) -> RefreshTokenEntity:
        command = AuthenticateUserCommand(username=str(account.user.email), password=password)
        return await self.run(self.authenticate_user.execute(command))

    async def refresh(self, token: RefreshTokenEntity) -> RefreshTokenEntity:
        command = RefreshAccessTokenCommand(
            identifier=str(token.identifier), session_uuid=str(token.session.uuid)
        )
        return await self.run(self.refresh_access_token.execute(command))

    async def logout(self, token: RefreshTokenEntity) -> None:
        command = LogoutCommand(identifier=str(token.identifier))
        await self.run(self.logout_by(None).execute(command))

    async def verify(self, token: RefreshTokenEntity) -> LoginSession:
        command = VerifyAccessTokenCommand(identifier=str(token.access_token.identifier))
        return await VerifyAccessToken(self.sessions, clock=self.clock).execute(command)

    # -- the use cases -------------------------------------------------------------------------

    @property
    def authenticate_user(self) -> AuthenticateUser:
        return self.authenticate_user_with(self.run_in_thread)

    def authenticate_user_with(self, run_in_thread: RunInThread) -> AuthenticateUser:
        return AuthenticateUser(
            self.accounts,
            self.access_tokens,
            self.refresh_tokens,
            session_repo=self.sessions,
            security_log=self.log,
            run_in_thread=run_in_thread,
            clock=self.clock,
        )

    @property
    def refresh_access_token(self) -> RefreshAccessToken:
        return RefreshAccessToken(
            self.refresh_tokens,
            self.access_tokens,
            session_repo=self.sessions,
            bus=self.bus,
            security_log=self.log,
            clock=self.clock,
        )

    def logout_by(self, user: UserEntity | None) -> Logout:
        return Logout(
            self.refresh_tokens,
            self.access_tokens,
            session_repo=self.sessions,
            user=user,
            clock=self.clock,
        )

    @property
    def create_user(self) -> CreateUser:
        return CreateUser(self.accounts, password_policy=POLICY, run_in_thread=self.run_in_thread)

    def invite_user_by(self, user: UserEntity) -> InviteUser:
        return InviteUser(user, self.users, self.invitations, self.bus, clock=self.clock)

    @property
    def resend_user_invitation(self) -> ResendUserInvitation:
        return ResendUserInvitation(self.users, self.invitations, self.bus, clock=self.clock)

    @property
    def delete_user_invitation(self) -> DeleteUserInvitation:
        return DeleteUserInvitation(self.invitations, bus=self.bus)

    @property
    def accept_user_invitation(self) -> AcceptUserInvitation:
        return AcceptUserInvitation(
            self.invitations,
            self.accounts,
            codes=CODES,
            password_policy=POLICY,
            run_in_thread=self.run_in_thread,
            clock=self.clock,
        )

    @property
    def recover_user(self) -> RecoverUser:
        return RecoverUser(self.accounts, self.recoveries, self.bus, clock=self.clock)

    @property
    def reset_password(self) -> ResetPassword:
        return ResetPassword(
            self.accounts,
            self.recoveries,
            session_repo=self.sessions,
            bus=self.bus,
            password_policy=POLICY,
            security_log=self.log,
            run_in_thread=self.run_in_thread,
            clock=self.clock,
        )

    def change_password_of(self, login: LoginSession) -> ChangePassword:
        return ChangePassword(
            login,
            self.accounts,
            session_repo=self.sessions,
            bus=self.bus,
            password_policy=POLICY,
            security_log=self.log,
            run_in_thread=self.run_in_thread,
            clock=self.clock,
        )

    def confirm_password_of(self, login: LoginSession) -> ConfirmPassword:
        return ConfirmPassword(login, self.sessions, security_log=self.log, clock=self.clock)

    @property
    def get_sessions(self) -> GetSessions:
        return GetSessions(self.users, self.sessions, clock=self.clock)

    def get_session_of(self, login: LoginSession) -> GetSession:
        return GetSession(login, self.sessions, clock=self.clock)

    def end_session_of(self, login: LoginSession) -> EndSession:
        return EndSession(login, self.sessions, clock=self.clock)

    @property
    def end_sessions(self) -> EndSessions:
        return EndSessions(self.users, self.sessions, clock=self.clock)

    @property
    def update_user(self) -> UpdateUser:
        return UpdateUser(
            self.accounts,
            session_repo=self.sessions,
            bus=self.bus,
            security_log=self.log,
            clock=self.clock,
        )

    def update_profile_of(self, login: LoginSession) -> UpdateProfile:
        return UpdateProfile(login, self.accounts)


class IdentityParts(IdentityUseCases[SetClock, FakeBus]):
    """The use cases with a clock that tests move and a bus that they look into."""

    def __init__(
        self,
        database: Database,
        *,
        clock: SetClock | None = None,
        bus: FakeBus | None = None,
        run_in_thread: RunInThread = asyncio.to_thread,
    ) -> None:
        super().__init__(
            database,
            clock=clock or SetClock(),
            bus=bus or FakeBus(),
            run_in_thread=run_in_thread,
        )
