"""Users, invitations, recoveries and sessions for tests; what a test leaves out is made up."""

from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count

from pwdlib.hashers.argon2 import Argon2Hasher

from kwai.core.db.database import Database
from kwai.core.domain.entity import Entity
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.name import Name
from kwai.core.domain.value_objects.password import Password, prepare_password
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.modules.identity.sessions.user_session import UserSessionEntity
from kwai.modules.identity.sessions.user_session_db_repository import UserSessionDbRepository
from kwai.modules.identity.user_invitations.user_invitation import UserInvitationEntity
from kwai.modules.identity.user_invitations.user_invitation_db_repository import (
    UserInvitationDbRepository,
)
from kwai.modules.identity.user_recoveries.user_recovery import UserRecoveryEntity
from kwai.modules.identity.user_recoveries.user_recovery_db_repository import (
    UserRecoveryDbRepository,
)
from kwai.modules.identity.users.user import UserEntity
from kwai.modules.identity.users.user_account import UserAccountEntity
from kwai.modules.identity.users.user_account_db_repository import UserAccountDbRepository

NOW = datetime(2030, 5, 17, 18, 30, 15, 123456, tzinfo=UTC)
PASSWORD = "uchi mata sukashi"
OTHER_PASSWORD = "harai goshi gaeshi"

_numbers = count(1)


@cache
def hashed(password: str = PASSWORD) -> Password:
    """Hash a password so cheaply that tests can log in thousands of times."""
    hasher = Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1)
    return Password(hasher.hash(prepare_password(password)))


def make_user(
    *,
    email: str = "",
    first_name: str = "Jigoro",
    last_name: str = "Kano",
    remark: str = "",
    locale: str = "",
    created_at: datetime = NOW,
) -> UserEntity:
    return UserEntity(
        email=EmailAddress(email or f"judoka{next(_numbers)}@example.com"),
        name=Name(first_name=first_name, last_name=last_name),
        remark=remark,
        locale=locale,
        traceable_time=TraceableTime(created_at=LocalTimestamp(created_at)),
    )


def make_user_account(
    user: UserEntity | None = None,
    *,
    password: str = PASSWORD,
    admin: bool = False,
    revoked: bool = False,
) -> UserAccountEntity:
    return UserAccountEntity(
        user=user or make_user(), password=hashed(password), admin=admin, revoked=revoked
    )


async def make_user_account_in_db(
    database: Database,
    user: UserEntity | None = None,
    *,
    password: str = PASSWORD,
    admin: bool = False,
    revoked: bool = False,
) -> UserAccountEntity:
    repo = UserAccountDbRepository(database)
    stored = await repo.create(
        make_user_account(user, password=password, admin=admin, revoked=revoked)
    )
    return await repo.get_by_id(stored.id)


async def make_user_in_db(database: Database, user: UserEntity | None = None) -> UserEntity:
    return (await make_user_account_in_db(database, user)).user


def make_user_invitation(
    user: UserEntity, *, email: str = "", expired_at: datetime = NOW + timedelta(days=7)
) -> UserInvitationEntity:
    return UserInvitationEntity(
        email=EmailAddress(email or f"invited{next(_numbers)}@example.com"),
        name=Name(first_name="Kyuzo", last_name="Mifune"),
        expired_at=LocalTimestamp(expired_at),
        user=user,
        traceable_time=TraceableTime(created_at=LocalTimestamp(NOW)),
    )


async def make_user_invitation_in_db(
    database: Database, invitation: UserInvitationEntity | None = None
) -> UserInvitationEntity:
    if invitation is None:
        invitation = make_user_invitation(await make_user_in_db(database))
    return await UserInvitationDbRepository(database).create(invitation)


def make_user_recovery(
    user: UserEntity, *, created_at: datetime = NOW, expiration: datetime | None = None
) -> UserRecoveryEntity:
    return UserRecoveryEntity(
        user=user,
        expiration=LocalTimestamp(expiration or created_at + timedelta(hours=2)),
        traceable_time=TraceableTime(created_at=LocalTimestamp(created_at)),
    )


async def make_user_recovery_in_db(
    database: Database, recovery: UserRecoveryEntity | None = None
) -> UserRecoveryEntity:
    if recovery is None:
        recovery = make_user_recovery(await make_user_in_db(database))
    return await UserRecoveryDbRepository(database).create(recovery)


def make_session(account: UserAccountEntity, **changes: object) -> UserSessionEntity:
    session = UserSessionEntity(
        user_id=account.user_id,
        user_uuid=account.user.uuid,
        created_at=NOW,
        last_used_at=NOW,
        idle_expires_at=NOW + timedelta(days=30),
        absolute_expires_at=NOW + timedelta(days=90),
    )
    return Entity.replace(session, **changes)


async def make_session_in_db(
    database: Database, account: UserAccountEntity, **changes: object
) -> UserSessionEntity:
    return await UserSessionDbRepository(database).create(make_session(account, **changes))
