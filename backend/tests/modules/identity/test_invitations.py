"""Inviting, mailing, resending, withdrawing and accepting."""

from datetime import timedelta

import pytest

from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.domain.resource_query import SortKey
from kwai.core.domain.value_objects.name import Name
from kwai.modules.identity.accept_user_invitation import (
    AcceptUserInvitationCommand,
    UserInvitationConfirmedException,
    UserInvitationExpiredException,
)
from kwai.modules.identity.delete_user_invitation import DeleteUserInvitationCommand
from kwai.modules.identity.get_invitations import GetInvitations, GetInvitationsCommand
from kwai.modules.identity.get_user_invitation import (
    GetUserInvitation,
    GetUserInvitationCommand,
)
from kwai.modules.identity.invite_user import InviteUserCommand
from kwai.modules.identity.resend_user_invitation import ResendUserInvitationCommand
from kwai.modules.identity.user_invitations.invitation_codes import InvitationCodes
from kwai.modules.identity.user_invitations.user_invitation import (
    InvitationState,
    UserInvitationEntity,
)
from kwai.modules.identity.user_invitations.user_invitation_events import (
    UserInvitationCreatedEvent,
)
from kwai.modules.identity.user_invitations.user_invitation_repository import (
    UserInvitationNotFoundException,
)
from kwai.modules.identity.users.user import UserEntity
from tests.factories.identity import (
    NOW,
    make_user,
    make_user_in_db,
    make_user_invitation,
    make_user_invitation_in_db,
)
from tests.factories.identity_parts import CODES, IdentityParts

NOT_THERE = [
    "",
    "1",
    "x" * 5000,
    "7B5B1C5A5B1C4C5A9B5B1C5A5B1C4C5A",
    "0b7f6f0e-3d6c-4a52-9c39-8d1f4f1c2a77",
]


def invite_command(email: str = "mifune@example.com", **changes: int | str) -> InviteUserCommand:
    values = {"first_name": "Kyuzo", "last_name": "Mifune", "email": email}
    return InviteUserCommand(**(values | changes))  # type: ignore[arg-type]  # names are checked


def accept_command(
    invitation: UserInvitationEntity, code: str = "", **changes: str
) -> AcceptUserInvitationCommand:
    values = {
        "uuid": str(invitation.uuid),
        "code": code or CODES.create(invitation),
        "first_name": "Kyuzo",
        "last_name": "Mifune",
        "password": "sumi gaeshi tama",
    }
    return AcceptUserInvitationCommand(**(values | changes))


async def test_an_invitation_is_stored_and_announced(parts: IdentityParts) -> None:
    admin = await make_user_in_db(parts.database)
    command = invite_command(remark="new coach", locale="fr")

    invitation = await parts.run(parts.invite_user_by(admin).execute(command))

    stored = await parts.invitations.get_invitation_by_uuid(invitation.uuid)
    assert stored == invitation
    assert (str(stored.email), stored.remark, stored.locale) == (
        "mifune@example.com",
        "new coach",
        "fr",
    )
    assert stored.user == admin
    assert stored.expired_at.timestamp == NOW + timedelta(days=7)
    (event,) = parts.bus.of(UserInvitationCreatedEvent)
    assert event.subject_uuid() == str(invitation.uuid)
    assert event.expires_at() == NOW + timedelta(days=7)


async def test_the_address_of_a_user_is_not_invited(parts: IdentityParts) -> None:
    admin = await make_user_in_db(parts.database, make_user(email="Kano@example.com"))

    with pytest.raises(UnprocessableException) as caught:
        await parts.run(parts.invite_user_by(admin).execute(invite_command("kano@example.com")))

    assert caught.value.member == "email"
    assert parts.bus.published == []


async def test_a_pending_invitation_blocks_a_second_one(parts: IdentityParts) -> None:
    admin = await make_user_in_db(parts.database)
    await parts.run(parts.invite_user_by(admin).execute(invite_command()))

    with pytest.raises(UnprocessableException, match="pending") as caught:
        await parts.run(parts.invite_user_by(admin).execute(invite_command("Mifune@EXAMPLE.com")))

    assert caught.value.member == "email"
    assert len(parts.bus.published) == 1


async def test_an_expired_invitation_blocks_nobody(parts: IdentityParts) -> None:
    admin = await make_user_in_db(parts.database)
    old = await parts.run(parts.invite_user_by(admin).execute(invite_command()))
    parts.clock.advance(days=7)

    new = await parts.run(parts.invite_user_by(admin).execute(invite_command()))

    assert new.uuid != old.uuid


async def test_an_invitation_is_found_by_uuid(parts: IdentityParts) -> None:
    invitation = await make_user_invitation_in_db(parts.database)
    command = GetUserInvitationCommand(uuid=str(invitation.uuid))

    assert await GetUserInvitation(parts.invitations).execute(command) == invitation


@pytest.mark.parametrize("uuid", NOT_THERE)
async def test_what_is_no_invitation_is_not_found(parts: IdentityParts, uuid: str) -> None:
    invitation = await make_user_invitation_in_db(parts.database)
    resend = ResendUserInvitationCommand(uuid=uuid)
    accept = accept_command(invitation, uuid=uuid)

    with pytest.raises(UserInvitationNotFoundException):
        await GetUserInvitation(parts.invitations).execute(GetUserInvitationCommand(uuid=uuid))
    with pytest.raises(UserInvitationNotFoundException):
        await parts.delete_user_invitation.execute(DeleteUserInvitationCommand(uuid=uuid))
    with pytest.raises(UserInvitationNotFoundException):
        await parts.run(parts.resend_user_invitation.execute(resend))
    with pytest.raises(UserInvitationNotFoundException):
        await parts.run(parts.accept_user_invitation.execute(accept))


async def one_of_each_state(parts: IdentityParts) -> dict[InvitationState, UserInvitationEntity]:
    user = await make_user_in_db(parts.database)
    mailed = make_user_invitation(user).mail_sent(NOW)
    invitations = {
        InvitationState.PENDING: make_user_invitation(user),
        InvitationState.MAILED: mailed,
        InvitationState.CONFIRMED: make_user_invitation(user).mail_sent(NOW).confirm(NOW),
        InvitationState.EXPIRED: make_user_invitation(user, expired_at=NOW),
    }
    for invitation in invitations.values():
        await parts.invitations.create(invitation)
    return invitations


@pytest.mark.parametrize("state", InvitationState)
async def test_invitations_are_filtered_by_state(
    parts: IdentityParts, state: InvitationState
) -> None:
    invitations = await one_of_each_state(parts)
    command = GetInvitationsCommand(limit=10, state=[state])

    result = await GetInvitations(parts.invitations, clock=parts.clock).execute(command)

    found = [invitation async for invitation in result.iterator]
    assert (result.count, [i.uuid for i in found]) == (1, [invitations[state].uuid])
    assert found[0].state_at(NOW) is state


async def test_several_states_are_joined(parts: IdentityParts) -> None:
    await one_of_each_state(parts)
    states = [InvitationState.PENDING, InvitationState.EXPIRED]
    command = GetInvitationsCommand(limit=1, state=states)

    result = await GetInvitations(parts.invitations, clock=parts.clock).execute(command)

    assert result.count == 2


async def test_invitations_are_sorted_and_paged(parts: IdentityParts) -> None:
    user = await make_user_in_db(parts.database)
    for email in ("b@example.com", "A@example.com", "c@example.com"):
        await parts.invitations.create(make_user_invitation(user, email=email))
    command = GetInvitationsCommand(limit=2, offset=1, sort=[SortKey(name="email")])

    count, page = await GetInvitations(parts.invitations).execute(command)

    assert count == 3
    assert [str(i.email) async for i in page] == ["b@example.com", "c@example.com"]


async def test_without_a_limit_all_invitations_are_read(parts: IdentityParts) -> None:
    await one_of_each_state(parts)

    count, invitations = await GetInvitations(parts.invitations).execute(GetInvitationsCommand())

    assert count == len([invitation async for invitation in invitations]) == 4


async def test_the_active_invitations_of_an_address_are_found(parts: IdentityParts) -> None:
    invitations = await one_of_each_state(parts)
    pending = invitations[InvitationState.PENDING]
    query = parts.invitations.create_query().filter_by_email(pending.email).filter_active(NOW)

    assert [i.id async for i in parts.invitations.get_all(query)] == [
        (await parts.invitations.get_invitation_by_uuid(pending.uuid)).id
    ]


async def test_a_withdrawn_invitation_takes_its_mail_along(parts: IdentityParts) -> None:
    invitation = await make_user_invitation_in_db(parts.database)
    command = DeleteUserInvitationCommand(uuid=str(invitation.uuid))

    await parts.run(parts.delete_user_invitation.execute(command))

    with pytest.raises(UserInvitationNotFoundException):
        await parts.invitations.get_invitation_by_id(invitation.id)
    assert parts.bus.cancelled == [str(invitation.uuid)]


async def test_security_s31_a_resend_makes_a_fresh_code_and_the_old_one_useless(
    parts: IdentityParts,
) -> None:
    invitation = await make_user_invitation_in_db(parts.database)
    assert await parts.invitations.mark_mailed(invitation.mail_sent(NOW))
    old_code = CODES.create(invitation)
    parts.clock.advance(days=1)

    renewed = await parts.run(
        parts.resend_user_invitation.execute(ResendUserInvitationCommand(uuid=str(invitation.uuid)))
    )

    assert renewed.state_at(parts.clock.now) is InvitationState.PENDING
    assert renewed.expired_at.timestamp == NOW + timedelta(days=8)
    assert not CODES.is_valid(old_code, renewed)
    assert parts.bus.cancelled == [str(invitation.uuid)]
    (event,) = parts.bus.of(UserInvitationCreatedEvent)
    assert event.expires_at() == NOW + timedelta(days=8)


async def test_an_expired_invitation_can_be_resent(parts: IdentityParts) -> None:
    invitation = await make_user_invitation_in_db(parts.database)
    parts.clock.advance(days=30)
    command = ResendUserInvitationCommand(uuid=str(invitation.uuid), expiration_in_days=2)

    renewed = await parts.run(parts.resend_user_invitation.execute(command))

    assert renewed.expired_at.timestamp == NOW + timedelta(days=32)
    again = invite_command(str(invitation.email))
    with pytest.raises(UnprocessableException, match="pending"):
        await parts.run(parts.invite_user_by(invitation.user).execute(again))


async def test_an_invitation_with_a_successor_is_not_resent(parts: IdentityParts) -> None:
    old = await make_user_invitation_in_db(parts.database)
    parts.clock.advance(days=8)
    again = invite_command(str(old.email))
    await parts.run(parts.invite_user_by(old.user).execute(again))
    command = ResendUserInvitationCommand(uuid=str(old.uuid))

    with pytest.raises(UnprocessableException, match="later"):
        await parts.run(parts.resend_user_invitation.execute(command))


async def test_an_accepted_invitation_is_not_resent(parts: IdentityParts) -> None:
    invitation = await make_user_invitation_in_db(parts.database)
    await parts.run(parts.accept_user_invitation.execute(accept_command(invitation)))
    command = ResendUserInvitationCommand(uuid=str(invitation.uuid))

    with pytest.raises(UnprocessableException, match="accepted"):
        await parts.run(parts.resend_user_invitation.execute(command))


async def test_an_accepted_invitation_makes_a_user(parts: IdentityParts) -> None:
    invitation = await make_user_invitation_in_db(parts.database)
    command = accept_command(invitation, first_name="Kyūzō", locale="en")

    account = await parts.run(parts.accept_user_invitation.execute(command))

    stored = await parts.accounts.get_by_id(account.id)
    assert stored.user.email == invitation.email
    assert stored.user.name == Name(first_name="Kyūzō", last_name="Mifune")
    assert stored.user.locale == "en"
    assert stored.roles == {"user"}
    token = await parts.login(stored, "sumi gaeshi tama")
    assert (await parts.verify(token)).user.id == stored.id
    accepted = await parts.invitations.get_invitation_by_uuid(invitation.uuid)
    assert accepted.state_at(NOW) is InvitationState.CONFIRMED


async def test_an_invitation_is_accepted_once(parts: IdentityParts) -> None:
    invitation = await make_user_invitation_in_db(parts.database)
    await parts.run(parts.accept_user_invitation.execute(accept_command(invitation)))

    with pytest.raises(UserInvitationConfirmedException):
        await parts.run(parts.accept_user_invitation.execute(accept_command(invitation)))


async def test_an_expired_invitation_is_not_accepted(parts: IdentityParts) -> None:
    invitation = await make_user_invitation_in_db(parts.database)
    parts.clock.advance(days=7)

    with pytest.raises(UserInvitationExpiredException):
        await parts.run(parts.accept_user_invitation.execute(accept_command(invitation)))


@pytest.mark.parametrize("code", ["wrong", "ümlaut", "\ud800", "A" * 26, "A" * 100_000])
async def test_a_wrong_code_is_an_unknown_invitation(parts: IdentityParts, code: str) -> None:
    invitation = await make_user_invitation_in_db(parts.database)

    with pytest.raises(UserInvitationNotFoundException) as caught:
        await parts.run(parts.accept_user_invitation.execute(accept_command(invitation, code)))

    assert str(caught.value) == "The invitation does not exist."

    assert not await parts.accounts.exists_with_email(invitation.email)


async def test_security_s31_the_code_of_another_invitation_is_wrong(parts: IdentityParts) -> None:
    invitation = await make_user_invitation_in_db(parts.database)
    other = await make_user_invitation_in_db(parts.database)
    command = accept_command(invitation, CODES.create(other))

    with pytest.raises(UserInvitationNotFoundException):
        await parts.run(parts.accept_user_invitation.execute(command))


async def test_a_weak_password_leaves_the_invitation_open(parts: IdentityParts) -> None:
    invitation = await make_user_invitation_in_db(parts.database)
    command = accept_command(invitation, password=str(invitation.email))

    with pytest.raises(UnprocessableException) as caught:
        await parts.run(parts.accept_user_invitation.execute(command))

    assert caught.value.member == "password"
    stored = await parts.invitations.get_invitation_by_uuid(invitation.uuid)
    assert stored.state_at(NOW) is InvitationState.PENDING


async def test_security_s17_account_and_acceptance_are_stored_together(
    parts: IdentityParts,
) -> None:
    invitation = await make_user_invitation_in_db(parts.database)
    await make_user_in_db(parts.database, make_user(email=str(invitation.email)))

    with pytest.raises(UnprocessableException):
        await parts.run(parts.accept_user_invitation.execute(accept_command(invitation)))

    stored = await parts.invitations.get_invitation_by_uuid(invitation.uuid)
    assert stored.state_at(NOW) is InvitationState.PENDING


def unstored_invitation() -> UserInvitationEntity:
    user: UserEntity = make_user()
    return make_user_invitation(user)


def test_security_s31_a_code_has_128_bits_and_is_typed_without_care() -> None:
    invitation = unstored_invitation()

    code = CODES.create(invitation)

    assert len(code) == 26
    assert CODES.is_valid(f" {code.lower()} ", invitation)


def test_a_code_made_with_the_previous_key_is_valid() -> None:
    invitation = unstored_invitation()
    old, new = b"o" * 32, b"n" * 32
    code = InvitationCodes([old]).create(invitation)

    assert InvitationCodes([new, old]).is_valid(code, invitation)
    assert InvitationCodes([new, old]).create(invitation) != code
    assert not InvitationCodes([new]).is_valid(code, invitation)
