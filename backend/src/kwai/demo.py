"""The demo club: somebody of every role, and invitations in every state, to look around with."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from kwai.core.db.database import Database
from kwai.core.db.pool import close_pools
from kwai.core.dependencies import create_database, create_event_bus
from kwai.core.domain.actor import Actor
from kwai.core.domain.clock import utc_now
from kwai.core.domain.entity import Entity
from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.name import Name
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.domain.value_objects.password import Password
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.core.security.password_policy import PasswordPolicy
from kwai.core.settings import Settings, SettingsException
from kwai.demo_news import DemoSite
from kwai.demo_training import seed_trainings
from kwai.demo_words import DemoWords, words_of
from kwai.modules.identity.create_user import CreateUser, CreateUserCommand
from kwai.modules.identity.invite_user import InviteUser, InviteUserCommand
from kwai.modules.identity.user_invitations.user_invitation import UserInvitationEntity
from kwai.modules.identity.user_invitations.user_invitation_db_repository import (
    UserInvitationDbRepository,
)
from kwai.modules.identity.users.user_account import UserAccountEntity
from kwai.modules.identity.users.user_account_db_repository import UserAccountDbRepository
from kwai.modules.identity.users.user_account_repository import UserAccountNotFoundException
from kwai.modules.identity.users.user_db_repository import UserDbRepository
from kwai.subscriptions import register_subscriptions

DOMAIN: Final = "kwai.example"


@dataclass(frozen=True, slots=True)
class DemoUser:
    """Somebody of the demo club."""

    role: str
    first_name: str
    last_name: str

    @property
    def email(self) -> str:
        """The address to log in with."""
        return f"{self.role}@{DOMAIN}"


USERS: Final = (
    DemoUser("admin", "Anna", "Adriaens"),
    DemoUser("author", "Arthur", "Aerts"),
    DemoUser("coach", "Carla", "Claes"),
    DemoUser("user", "Ugo", "Umans"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorRow:
    """What makes an author of a user."""

    id: int = 0
    uuid: UniqueId
    user_id: int
    name: str
    active: bool = True
    remark: str = ""
    version: int = 1
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachRow:
    """What makes a coach of a user."""

    id: int = 0
    user_id: int
    first_name: str
    last_name: str
    active: bool = True
    version: int = 1
    created_at: datetime


def seed_demo(settings: Settings, password: str) -> list[str]:
    """Make the demo club where it is missing, and give the lines that tell the logins.

    Their password becomes the given one, so that what a later start prints is true as well.

    Raises:
        SettingsException: the password is too weak for anybody.
    """
    register_subscriptions()
    try:
        asyncio.run(_seed(settings, password))
    except UnprocessableException as error:
        raise SettingsException(f"KWAI_DEMO_PASSWORD: {error}") from None
    return [f"{user.email:<22} {user.role}" for user in USERS]


async def _seed(settings: Settings, password: str) -> None:
    database = create_database(settings.db)
    database.actor = Actor(kind="system")
    try:
        await database.run(lambda: DemoClub(settings, database).seed(password))
    finally:
        await database.close()
        await close_pools(settings.db)


def _owner_of(account: UserAccountEntity) -> Owner:
    user = account.user
    return Owner(id=IntIdentifier(account.user_id.value), uuid=user.uuid, name=user.name)


class DemoClub:
    """Seeds the club in one transaction; what is there already stays as it is."""

    def __init__(self, settings: Settings, database: Database) -> None:
        self._settings = settings
        self._database = database
        self._accounts = UserAccountDbRepository(database)
        self._invitations = UserInvitationDbRepository(database)
        self._words = words_of(settings.website.default_locale)

    async def seed(self, password: str) -> None:
        """Make the users with their roles, then invitations, the site and a season."""
        PasswordPolicy.create(self._settings.security).check(password)
        accounts = [await self._find_or_create(user, password) for user in USERS]
        if not await self._invitations.create_query().count():
            await self._invite(accounts[0], accounts[-1])
        admin, author, *_ = (_owner_of(account) for account in accounts)
        site = DemoSite(settings=self._settings, database=self._database, author=author)
        await site.seed()
        await seed_trainings(self._settings, self._database, admin)

    async def _find_or_create(self, user: DemoUser, password: str) -> UserAccountEntity:
        try:
            account = await self._accounts.get_user_by_email(EmailAddress(user.email))
        except UserAccountNotFoundException:
            return await self._create(user, password)
        if not account.password.verify(password):
            changed = account.reset_password(Password.create_from_string(password))
            await self._accounts.update(changed)
        return account

    async def _create(self, user: DemoUser, password: str) -> UserAccountEntity:
        policy = PasswordPolicy.create(self._settings.security)
        account = await CreateUser(self._accounts, password_policy=policy).execute(
            CreateUserCommand(
                email=user.email,
                first_name=user.first_name,
                last_name=user.last_name,
                password=password,
                admin=user.role == "admin",
            )
        )
        await self._give_role(user, account.user_id.value)
        # The stored user, which has its id.
        return await self._accounts.get_by_id(account.id)

    async def _give_role(self, user: DemoUser, user_id: int) -> None:
        name, now = f"{user.first_name} {user.last_name}", utc_now()
        if user.role == "author":
            author = AuthorRow(uuid=UniqueId.generate(), user_id=user_id, name=name, created_at=now)
            await self._database.insert("authors", author)
        if user.role == "coach":
            coach = CoachRow(
                user_id=user_id,
                first_name=user.first_name,
                last_name=user.last_name,
                created_at=now,
            )
            await self._database.insert("coaches", coach)

    async def _invite(self, admin: UserAccountEntity, user: UserAccountEntity) -> None:
        for invitation in _past_invitations(admin, user, utc_now(), self._words):
            await self._invitations.create(invitation)
        bus = create_event_bus(self._database, self._settings)
        users = UserDbRepository(self._database)
        await InviteUser(admin.user, users, self._invitations, bus).execute(
            InviteUserCommand(
                first_name="Nele",
                last_name="Nieuw",
                email=f"newcomer@{DOMAIN}",
                remark=self._words.asked,
            )
        )


def _past_invitations(
    admin: UserAccountEntity, user: UserAccountEntity, now: datetime, words: DemoWords
) -> Sequence[UserInvitationEntity]:
    accepted = UserInvitationEntity(
        email=user.user.email,
        name=user.user.name,
        remark=words.accepted,
        user=admin.user,
        mailed_at=LocalTimestamp(now - timedelta(days=20)),
        confirmed_at=LocalTimestamp(now - timedelta(days=19)),
        expired_at=LocalTimestamp(now - timedelta(days=13)),
        traceable_time=TraceableTime(created_at=LocalTimestamp(now - timedelta(days=20))),
    )
    expired = Entity.replace(
        accepted,
        email=EmailAddress(f"late@{DOMAIN}"),
        name=Name(first_name="Lars", last_name="Laat"),
        uuid=UniqueId.generate(),
        remark=words.forgotten,
        confirmed_at=LocalTimestamp(),
    )
    return (accepted, expired)
