"""Many at once: one wins, the others get an error of the domain."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import pytest

from kwai.core.db.database import Database
from kwai.core.domain.exceptions import DomainException, UnprocessableException
from kwai.modules.identity.accept_user_invitation import (
    AcceptUserInvitationCommand,
    UserInvitationConfirmedException,
)
from kwai.modules.identity.create_user import CreateUserCommand
from kwai.modules.identity.exceptions import AuthenticationException, RefreshReuseException
from kwai.modules.identity.invite_user import InviteUserCommand
from kwai.modules.identity.reset_password import (
    ResetPasswordCommand,
    UserRecoveryConfirmedException,
)
from kwai.modules.identity.sessions.user_session_events import SessionReuseDetectedEvent
from kwai.modules.identity.update_user import UpdateUserCommand
from tests.factories.identity import (
    hashed,
    make_user_account_in_db,
    make_user_in_db,
    make_user_invitation_in_db,
    make_user_recovery_in_db,
)
from tests.factories.identity_parts import CODES, IdentityParts
from tests.support.database import DatabaseFactory

R = TypeVar("R")

TASKS = 50
ROUNDS = 20


async def hash_at_once(function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
    """Hashing 2,000 passwords is not what these tests are about."""
    return hashed()


class Racers:
    """As many sessions as there are tasks, all on the data of one test."""

    def __init__(self, parts: IdentityParts, create_database: Callable[[], Database]) -> None:
        self.parts = parts
        self._parts = [
            IdentityParts(
                create_database(), clock=parts.clock, bus=parts.bus, run_in_thread=hash_at_once
            )
            for _ in range(TASKS)
        ]

    async def race(
        self, work: Callable[[IdentityParts, int], Awaitable[R]]
    ) -> tuple[list[R], Counter[type[DomainException]]]:
        """Let all do the same at once; return the results of the winners and what others got."""
        results = await asyncio.gather(
            *(self._run(parts, work, number) for number, parts in enumerate(self._parts)),
            return_exceptions=True,
        )
        errors = [result for result in results if isinstance(result, BaseException)]
        for error in errors:
            if not isinstance(error, DomainException):
                raise error
        winners = [result for result in results if not isinstance(result, BaseException)]
        return winners, Counter(
            type(error) for error in errors if isinstance(error, DomainException)
        )

    @staticmethod
    async def _run(
        parts: IdentityParts, work: Callable[[IdentityParts, int], Awaitable[R]], number: int
    ) -> R:
        async def unit() -> R:
            return await work(parts, number)

        return await parts.database.run(unit)


@pytest.fixture
def racers(parts: IdentityParts, database_factory: DatabaseFactory) -> Racers:
    return Racers(parts, database_factory)


async def test_security_t39_an_invitation_is_accepted_by_one(racers: Racers) -> None:
    for _ in range(ROUNDS):
        invitation = await make_user_invitation_in_db(racers.parts.database)
        command = AcceptUserInvitationCommand(
            uuid=str(invitation.uuid),
            code=CODES.create(invitation),
            first_name="Kyuzo",
            last_name="Mifune",
            password="sumi gaeshi tama",
        )

        winners, losers = await racers.race(
            lambda parts, _: parts.accept_user_invitation.execute(command)  # noqa: B023
        )

        assert len(winners) == 1
        assert losers == {UserInvitationConfirmedException: TASKS - 1}


async def test_security_t39_a_recovery_is_used_by_one(racers: Racers) -> None:
    for _ in range(ROUNDS):
        recovery = await make_user_recovery_in_db(racers.parts.database)
        command = ResetPasswordCommand(uuid=str(recovery.uuid), password="harai goshi gaeshi")

        winners, losers = await racers.race(
            lambda parts, _: parts.reset_password.execute(command)  # noqa: B023
        )

        assert len(winners) == 1
        assert losers == {UserRecoveryConfirmedException: TASKS - 1}


async def test_security_t39_an_address_is_taken_by_one(racers: Racers) -> None:
    for number in range(ROUNDS):
        command = CreateUserCommand(
            email=f"kano{number}@example.com",
            first_name="Jigoro",
            last_name="Kano",
            password="uchi mata sukashi",
        )

        winners, losers = await racers.race(
            lambda parts, _: parts.create_user.execute(command)  # noqa: B023
        )

        assert len(winners) == 1
        assert losers == {UnprocessableException: TASKS - 1}


async def test_security_t39_an_address_is_invited_once(racers: Racers) -> None:
    admin = await make_user_in_db(racers.parts.database)
    for number in range(ROUNDS):
        command = InviteUserCommand(
            email=f"mifune{number}@example.com", first_name="Kyuzo", last_name="Mifune"
        )

        winners, losers = await racers.race(
            lambda parts, _: parts.invite_user_by(admin).execute(command)  # noqa: B023
        )

        assert len(winners) == 1
        assert losers == {UnprocessableException: TASKS - 1}


@pytest.mark.one_engine("mariadb", reason="SQLite has one writer at a time")
async def test_an_invitation_waits_for_no_other(
    parts: IdentityParts, database_factory: DatabaseFactory
) -> None:
    """Whoever had to wait would wait for a unit that does not end before it."""
    admin = await make_user_in_db(parts.database)
    others = IdentityParts(database_factory(), clock=parts.clock, bus=parts.bus)

    async with parts.database.transaction():
        await parts.invite_user_by(admin).execute(invitation_of("kano@example.com"))
        await others.invite_user_by(admin).execute(invitation_of("mifune@example.com"))

    assert len(parts.bus.published) == 2


async def test_security_t7_parallel_refreshes_log_nobody_out(racers: Racers) -> None:
    for _ in range(ROUNDS):
        parts = racers.parts
        token = await parts.login(await make_user_account_in_db(parts.database))

        pairs, losers = await racers.race(lambda parts, _: refresh(parts, token))  # noqa: B023

        assert losers == {}
        assert {pair.counter for pair in pairs} == {1}
        assert (await parts.sessions.get_by_uuid(token.session.uuid)).counter == 1
        for pair in pairs[:3]:
            assert (await parts.verify(pair)).session.uuid == token.session.uuid


async def test_security_t7_parallel_replays_tell_once(racers: Racers) -> None:
    for number in range(ROUNDS):
        parts = racers.parts
        token = await parts.login(await make_user_account_in_db(parts.database))
        await parts.refresh(token)
        parts.clock.advance(seconds=11)

        pairs, losers = await racers.race(lambda parts, _: refresh(parts, token))  # noqa: B023

        assert pairs == []
        assert losers == {RefreshReuseException: 1, AuthenticationException: TASKS - 1}
        assert len(parts.bus.of(SessionReuseDetectedEvent)) == number + 1


async def refresh(parts: IdentityParts, token: Any) -> Any:
    from kwai.modules.identity.refresh_access_token import RefreshAccessTokenCommand

    command = RefreshAccessTokenCommand(
        identifier=str(token.identifier), session_uuid=str(token.session.uuid)
    )
    return await parts.refresh_access_token.execute(command)


async def test_security_s1_an_administrator_is_left_when_all_demote_each_other(
    racers: Racers,
) -> None:
    for _ in range(ROUNDS):
        parts = racers.parts
        admins = [
            await make_user_account_in_db(parts.database, admin=True) for _ in range(TASKS // 10)
        ]

        def demote(parts: IdentityParts, number: int) -> Awaitable[Any]:
            uuid = admins[number % len(admins)].user.uuid  # noqa: B023
            return parts.update_user.execute(UpdateUserCommand(uuid=str(uuid), admin=False))

        await racers.race(demote)

        left = [
            account
            async for account in parts.accounts.get_all()
            if account.admin and not account.revoked
        ]
        assert len(left) == 1
        await parts.accounts.delete(left[0])


async def test_a_session_of_a_login_never_outlives_a_revocation(racers: Racers) -> None:
    for _ in range(ROUNDS):
        parts = racers.parts
        account = await make_user_account_in_db(parts.database)

        def login_or_revoke(
            parts: IdentityParts, number: int, account: Any = account
        ) -> Awaitable[Any]:
            if number == TASKS // 2:
                command = UpdateUserCommand(uuid=str(account.user.uuid), revoked=True)
                return parts.update_user.execute(command)
            return login(parts, account)

        await racers.race(login_or_revoke)

        query = parts.sessions.create_query().filter_by_user(account.user_id)
        assert await query.filter_live(parts.clock.now).count() == 0


def invitation_of(email: str) -> InviteUserCommand:
    return InviteUserCommand(email=email, first_name="Kyuzo", last_name="Mifune")


async def login(parts: IdentityParts, account: Any) -> Any:
    from kwai.modules.identity.authenticate_user import AuthenticateUserCommand

    async def verify_at_once(function: Callable[..., Any], *args: Any) -> Any:
        return True, account

    command = AuthenticateUserCommand(username=str(account.user.email), password="x")
    return await parts.authenticate_user_with(verify_at_once).execute(command)  # type: ignore[arg-type]
