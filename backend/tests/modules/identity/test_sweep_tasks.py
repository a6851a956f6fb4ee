"""What is kept no longer than it has to be."""

from datetime import timedelta
from functools import partial

from kwai.core.dependencies import create_database
from kwai.core.domain.entity import Entity
from kwai.core.events.sweeper import Sweeper
from kwai.core.settings import DatabaseSettings
from kwai.modules.identity.sweep_tasks import sweep
from kwai.modules.identity.tokens.access_token import AccessTokenEntity
from kwai.subscriptions import gather_subscriptions
from tests.factories.identity import (
    NOW,
    make_session_in_db,
    make_user_account_in_db,
    make_user_invitation,
    make_user_recovery,
)
from tests.factories.identity_parts import IdentityParts

TABLES = (
    "oauth_refresh_tokens",
    "oauth_access_tokens",
    "user_sessions",
    "user_recoveries",
    "user_invitations",
    "security_events",
)


async def count_rows(parts: IdentityParts) -> dict[str, int]:
    factory = parts.database.create_query_factory
    queries = {table: factory().select("id").from_(table) for table in TABLES}
    return {table: len(await parts.database.fetch_all(query)) for table, query in queries.items()}


async def test_security_s43_what_is_young_stays(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database)
    await parts.login(account)
    await parts.invitations.create(make_user_invitation(account.user))
    await parts.recoveries.create(make_user_recovery(account.user))
    parts.clock.advance(days=30)

    assert await sweep(parts.database, parts.clock) == 0

    assert set((await count_rows(parts)).values()) == {1}


async def test_security_s43_what_is_old_goes(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database)
    await parts.login(account)
    await parts.invitations.create(make_user_invitation(account.user))
    await parts.recoveries.create(make_user_recovery(account.user))
    parts.clock.advance(days=180)

    assert await sweep(parts.database, parts.clock) == 6

    assert set((await count_rows(parts)).values()) == {0}


async def test_the_worker_sweeps_what_the_modules_name(
    parts: IdentityParts, database_settings: DatabaseSettings
) -> None:
    parts.clock.advance(days=-2000)
    await parts.login(await make_user_account_in_db(parts.database))
    sweeps = gather_subscriptions().create_sweeps()

    await Sweeper(partial(create_database, database_settings), sweeps=sweeps).sweep()

    assert set((await count_rows(parts)).values()) == {0}


async def test_an_access_token_stays_as_long_as_its_refresh_token(parts: IdentityParts) -> None:
    token = await parts.login(await make_user_account_in_db(parts.database))
    parts.clock.advance(days=29)

    assert await sweep(parts.database, parts.clock) == 0

    assert (await parts.refresh(token)).session.uuid == token.session.uuid


async def test_a_session_goes_ninety_days_after_it_was_revoked(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database)
    end = NOW + timedelta(days=3650)
    await make_session_in_db(
        parts.database,
        account,
        revoked_at=NOW,
        idle_expires_at=end,
        absolute_expires_at=end,
    )
    parts.clock.advance(days=90)

    assert await sweep(parts.database, parts.clock) == 1


async def test_an_accepted_invitation_is_kept(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database)
    await parts.invitations.create(make_user_invitation(account.user).confirm(NOW))
    parts.clock.advance(days=3650)

    assert await sweep(parts.database, parts.clock) == 0


async def test_more_rows_than_a_batch_go_in_several(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database)
    session = await make_session_in_db(parts.database, account)
    token = AccessTokenEntity(expiration=NOW, user_account=account, session=session)
    for _ in range(501):
        await parts.access_tokens.create(Entity.replace(token, identifier=None))
    parts.clock.advance(days=1)

    assert await sweep(parts.database, parts.clock) == 501
