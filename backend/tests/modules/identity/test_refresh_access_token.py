"""Rotation of refresh tokens: each is used once, with a moment of grace for its direct parent."""

from datetime import timedelta

import pytest

from kwai.core.domain.entity import Entity
from kwai.modules.identity.exceptions import AuthenticationException, RefreshReuseException
from kwai.modules.identity.refresh_access_token import RefreshAccessTokenCommand
from kwai.modules.identity.security_events.security_event import SecurityEventKind
from kwai.modules.identity.sessions.user_session import RevokeReason
from kwai.modules.identity.sessions.user_session_events import SessionReuseDetectedEvent
from kwai.modules.identity.tokens.refresh_token_repository import RefreshTokenNotFoundException
from tests.factories.identity import NOW, make_user_account_in_db
from tests.factories.identity_parts import IdentityParts


async def test_a_refresh_answers_with_a_new_pair_of_the_same_session(
    parts: IdentityParts,
) -> None:
    token = await parts.login(await make_user_account_in_db(parts.database))
    parts.clock.advance(minutes=9)

    child = await parts.refresh(token)

    assert child.identifier != token.identifier
    assert child.session.uuid == token.session.uuid
    assert child.counter == token.counter + 1
    session = (await parts.verify(child)).session
    assert session.last_used_at == NOW + timedelta(minutes=9)
    assert session.idle_expires_at == NOW + timedelta(days=30, minutes=9)


async def test_security_s25_the_access_token_before_a_refresh_lives_on(
    parts: IdentityParts,
) -> None:
    token = await parts.login(await make_user_account_in_db(parts.database))

    await parts.refresh(token)

    assert (await parts.verify(token)).session.uuid == token.session.uuid


async def test_a_session_never_outlives_its_absolute_end(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database, admin=True)
    token = await parts.login(account)
    parts.clock.advance(hours=11)

    child = await parts.refresh(token)

    assert child.expiration == NOW + timedelta(hours=12)
    parts.clock.advance(hours=1)
    with pytest.raises(AuthenticationException):
        await parts.refresh(child)


async def test_security_s25_a_parent_that_comes_again_at_once_gets_a_sibling(
    parts: IdentityParts,
) -> None:
    token = await parts.login(await make_user_account_in_db(parts.database))
    child = await parts.refresh(token)
    parts.clock.advance(seconds=10)

    sibling = await parts.refresh(token)

    assert sibling.counter == child.counter
    assert (await parts.verify(sibling)).session.uuid == (await parts.verify(child)).session.uuid


async def test_security_s25_t7_a_parent_that_comes_late_ends_the_family(
    parts: IdentityParts,
) -> None:
    token = await parts.login(await make_user_account_in_db(parts.database))
    child = await parts.refresh(token)
    parts.clock.advance(seconds=10.001)

    with pytest.raises(RefreshReuseException):
        await parts.refresh(token)

    with pytest.raises(AuthenticationException):
        await parts.refresh(child)
    with pytest.raises(AuthenticationException):
        await parts.verify(child)
    session = await parts.sessions.get_by_uuid(token.session.uuid)
    assert session.revoke_reason is RevokeReason.REUSE


async def test_security_t7_a_grandparent_has_no_grace(parts: IdentityParts) -> None:
    token = await parts.login(await make_user_account_in_db(parts.database))
    await parts.refresh(await parts.refresh(token))

    with pytest.raises(RefreshReuseException):
        await parts.refresh(token)


async def test_security_t7_reuse_is_told_once(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database)
    token = await parts.login(account)
    await parts.refresh(token)
    parts.clock.advance(minutes=1)

    with pytest.raises(RefreshReuseException):
        await parts.refresh(token)
    with pytest.raises(AuthenticationException):
        await parts.refresh(token)

    (event,) = parts.bus.of(SessionReuseDetectedEvent)
    assert event.user_uuid == str(account.user.uuid)
    kinds = [event.kind for event in await parts.events()]
    assert kinds == [SecurityEventKind.LOGIN, SecurityEventKind.REFRESH_REUSE]


async def test_security_s24_t7_once_a_sibling_has_rotated_the_other_counts_as_a_parent(
    parts: IdentityParts,
) -> None:
    token = await parts.login(await make_user_account_in_db(parts.database))
    child = await parts.refresh(token)
    sibling = await parts.refresh(token)
    await parts.refresh(child)
    parts.clock.advance(seconds=11)

    with pytest.raises(RefreshReuseException):
        await parts.refresh(sibling)


async def test_a_token_that_is_signed_but_unknown_ends_the_session(parts: IdentityParts) -> None:
    token = await parts.login(await make_user_account_in_db(parts.database))
    command = RefreshAccessTokenCommand(
        identifier="made behind our back", session_uuid=str(token.session.uuid)
    )

    with pytest.raises(RefreshReuseException):
        await parts.run(parts.refresh_access_token.execute(command))

    with pytest.raises(AuthenticationException):
        await parts.verify(token)


@pytest.mark.parametrize("session_uuid", ["7b5b1c5a-5b1c-4c5a-9b5b-1c5a5b1c4c5a", "nonsense"])
async def test_an_unknown_token_of_an_unknown_session_is_refused(
    parts: IdentityParts, session_uuid: str
) -> None:
    command = RefreshAccessTokenCommand(identifier="x", session_uuid=session_uuid)

    with pytest.raises(AuthenticationException):
        await parts.run(parts.refresh_access_token.execute(command))


async def test_an_unknown_token_without_a_session_is_not_found(parts: IdentityParts) -> None:
    command = RefreshAccessTokenCommand(identifier="x")

    with pytest.raises(RefreshTokenNotFoundException):
        await parts.run(parts.refresh_access_token.execute(command))


async def test_security_t11_a_revoked_user_cannot_refresh(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database)
    token = await parts.login(account)
    await parts.accounts.update((await parts.accounts.get_by_id(account.id)).revoke())

    with pytest.raises(AuthenticationException) as caught:
        await parts.refresh(token)

    assert not caught.value.commits


async def test_a_token_past_the_idle_end_is_refused(parts: IdentityParts) -> None:
    token = await parts.login(await make_user_account_in_db(parts.database))
    parts.clock.advance(days=30)

    with pytest.raises(AuthenticationException):
        await parts.refresh(token)


async def test_a_revoked_token_is_refused(parts: IdentityParts) -> None:
    token = await parts.login(await make_user_account_in_db(parts.database))
    await parts.refresh_tokens.update(Entity.replace(token, revoked=True))

    with pytest.raises(AuthenticationException):
        await parts.refresh(token)


async def test_security_s9_only_two_refusals_commit() -> None:
    from kwai.core.domain.exceptions import DomainException
    from kwai.modules.identity.exceptions import LoginFailedException

    def all_below(class_: type[DomainException]) -> set[type[DomainException]]:
        below = class_.__subclasses__()
        return {*below, *(deeper for b in below for deeper in all_below(b))}

    # Tests of the database have such classes of their own.
    ours = {each for each in all_below(DomainException) if each.__module__.startswith("kwai.")}
    committing = {class_ for class_ in ours if class_.commits}

    assert committing == {LoginFailedException, RefreshReuseException}


async def test_security_s24_a_rotation_that_comes_late_does_not_turn_the_counter_back(
    parts: IdentityParts,
) -> None:
    token = await parts.login(await make_user_account_in_db(parts.database))
    late = token.session.rotate(NOW, timedelta(days=30))
    await parts.refresh(await parts.refresh(token))

    assert not await parts.sessions.rotate(late)

    assert (await parts.sessions.get_by_id(late.id)).counter == 2
