"""Creating, listing and changing users."""

from dataclasses import replace

import pytest

from kwai.core.domain.exceptions import StaleVersionException, UnprocessableException
from kwai.core.domain.resource_query import Page, SortKey
from kwai.core.domain.use_case import CursorBrowseResult
from kwai.core.domain.value_objects.email_address import InvalidEmailException
from kwai.core.domain.value_objects.name import Name
from kwai.modules.identity.change_password import ChangePasswordCommand
from kwai.modules.identity.create_user import CreateUserCommand
from kwai.modules.identity.exceptions import AuthenticationException
from kwai.modules.identity.get_user import GetUser, GetUserCommand
from kwai.modules.identity.get_users import GetUsers, GetUsersCommand
from kwai.modules.identity.get_users_by_uuid import GetUsersByUuid, GetUsersByUuidCommand
from kwai.modules.identity.security_events.security_event import SecurityEventKind
from kwai.modules.identity.update_profile import UpdateProfileCommand
from kwai.modules.identity.update_user import UpdateUserCommand
from kwai.modules.identity.users.user_account_repository import UserAccountNotFoundException
from kwai.modules.identity.users.user_events import PasswordChangedEvent
from tests.factories.identity import (
    NOW,
    make_user,
    make_user_account_in_db,
    make_user_in_db,
)
from tests.factories.identity_parts import POLICY, IdentityParts
from tests.support.database import Statements


def create_command(**changes: str | bool) -> CreateUserCommand:
    values: dict[str, str | bool] = {
        "email": "kano@example.com",
        "first_name": "Jigoro",
        "last_name": "Kano",
        "password": "uchi mata sukashi",
    }
    return CreateUserCommand(**(values | changes))  # type: ignore[arg-type]  # names are checked


async def test_a_user_is_created(parts: IdentityParts) -> None:
    command = create_command(remark="founder", admin=True, locale="fr")

    created = await parts.run(parts.create_user.execute(command))

    stored = await parts.accounts.get_by_id(created.id)
    assert stored.user.name == Name(first_name="Jigoro", last_name="Kano")
    assert (stored.user.remark, stored.user.locale, stored.admin) == ("founder", "fr", True)
    assert stored.password.verify("uchi mata sukashi")


async def test_an_address_belongs_to_one_user(parts: IdentityParts) -> None:
    await make_user_in_db(parts.database, make_user(email="Kano@example.com"))

    with pytest.raises(UnprocessableException) as caught:
        await parts.run(parts.create_user.execute(create_command(email="kano@EXAMPLE.com")))

    assert caught.value.member == "email"


async def test_what_is_no_address_makes_no_user(parts: IdentityParts) -> None:
    with pytest.raises(InvalidEmailException):
        await parts.run(parts.create_user.execute(create_command(email="kano")))


@pytest.mark.parametrize(
    "password",
    ["", "short", "judojudojudo", "Jigoro Kano!"[:11], "kano@example.com", "\ud800" * 12],
)
async def test_a_weak_password_makes_no_user(parts: IdentityParts, password: str) -> None:
    with pytest.raises(UnprocessableException) as caught:
        await parts.run(parts.create_user.execute(create_command(password=password)))

    assert caught.value.member == "password"


async def test_users_are_searched_sorted_and_counted(parts: IdentityParts) -> None:
    for first, last in (("Ryoko", "Tani"), ("Érika", "Šmíd"), ("Ed", "tani")):
        await make_user_in_db(parts.database, make_user(first_name=first, last_name=last))
    command = GetUsersCommand(limit=1, offset=1, search="TANI", sort=())

    count, users = await GetUsers(parts.accounts).execute(command)

    assert count == 2
    assert [str(account.user.name) async for account in users] == ["Ryoko Tani"]


async def test_accents_make_no_difference_to_a_search(parts: IdentityParts) -> None:
    await make_user_in_db(parts.database, make_user(first_name="Érika", last_name="Šmíd"))

    count, _ = await GetUsers(parts.accounts).execute(GetUsersCommand(search="smid eri"))

    assert count == 1


@pytest.mark.parametrize("text", ["100%", "a_b", "!", "'; DROP TABLE users", "\\", "?", "{}"])
async def test_database_n14_security_t14_a_search_text_is_never_syntax(
    parts: IdentityParts, text: str
) -> None:
    await make_user_in_db(parts.database)

    count, _ = await GetUsers(parts.accounts).execute(GetUsersCommand(search=text, limit=10))

    assert count == 0


async def test_revoked_users_are_filtered(parts: IdentityParts) -> None:
    await make_user_account_in_db(parts.database)
    revoked = await make_user_account_in_db(parts.database, revoked=True)

    count, users = await GetUsers(parts.accounts).execute(GetUsersCommand(revoked=True))

    assert (count, [account.id async for account in users]) == (1, [revoked.id])


@pytest.mark.parametrize("descending", [True, False])
async def test_who_never_logged_in_comes_before_all_logins(
    parts: IdentityParts, *, descending: bool
) -> None:
    never = [await make_user_account_in_db(parts.database) for _ in range(3)]
    ever = []
    for _ in range(3):
        parts.clock.advance(days=1)
        ever.append(await make_user_account_in_db(parts.database))
        await parts.login(ever[-1])
    sort = (SortKey(name="last_login", descending=descending),)

    listed: list[object] = []
    page: Page | None = Page(limit=2, is_cursor=True)
    while page is not None:
        found = await GetUsers(parts.accounts).execute(GetUsersCommand(sort=sort, page=page))
        assert isinstance(found, CursorBrowseResult)
        listed += [account.id async for account in found.iterator]
        page = replace(page, after=found.positions[-1]) if found.more else None

    expected = [each.id for each in (*never, *ever)]
    assert listed == (expected[::-1] if descending else expected)


async def test_a_user_is_found_by_uuid(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database)

    found = await GetUser(parts.accounts).execute(GetUserCommand(uuid=str(account.user.uuid)))

    assert found == account


@pytest.mark.parametrize("uuid", ["", "1", "x" * 5000, "7b5b1c5a-5b1c-4c5a-9b5b-1c5a5b1c4c5a"])
async def test_an_unknown_uuid_is_not_found(parts: IdentityParts, uuid: str) -> None:
    with pytest.raises(UserAccountNotFoundException):
        await GetUser(parts.accounts).execute(GetUserCommand(uuid=uuid))
    with pytest.raises(UserAccountNotFoundException):
        await parts.update_user.execute(UpdateUserCommand(uuid=uuid))


async def test_a_remark_changes_nothing_else(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database)
    token = await parts.login(account)
    command = UpdateUserCommand(uuid=str(account.user.uuid), remark="treasurer", version=1)

    changed = await parts.run(parts.update_user.execute(command))

    assert changed.user.remark == "treasurer"
    assert changed.user.version == 2
    assert (await parts.verify(token)).user.user.remark == "treasurer"
    assert parts.bus.cancelled == []


async def test_a_change_for_an_older_version_is_refused(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database)
    command = UpdateUserCommand(uuid=str(account.user.uuid), remark="treasurer", version=1)
    await parts.run(parts.update_user.execute(command))

    with pytest.raises(StaleVersionException):
        await parts.run(parts.update_user.execute(command))


async def test_events_r24_revoking_ends_sessions_and_withdraws_mail(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database)
    token = await parts.login(account)
    command = UpdateUserCommand(uuid=str(account.user.uuid), revoked=True)

    await parts.run(parts.update_user.execute(command))

    with pytest.raises(AuthenticationException):
        await parts.verify(token)
    assert parts.bus.cancelled == [str(account.user.uuid)]
    assert SecurityEventKind.USER_REVOKED in [event.kind for event in await parts.events()]


async def test_sessions_do_not_come_back_with_a_restored_user(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database)
    token = await parts.login(account)
    uuid = str(account.user.uuid)

    await parts.run(parts.update_user.execute(UpdateUserCommand(uuid=uuid, revoked=True)))
    await parts.run(parts.update_user.execute(UpdateUserCommand(uuid=uuid, revoked=False)))

    with pytest.raises(AuthenticationException):
        await parts.verify(token)
    assert (await parts.verify(await parts.login(account))).user.id == account.id


async def test_a_changed_role_ends_the_sessions(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database)
    token = await parts.login(account)
    command = UpdateUserCommand(uuid=str(account.user.uuid), admin=True)

    changed = await parts.run(parts.update_user.execute(command))

    assert changed.roles == {"user", "admin"}
    with pytest.raises(AuthenticationException):
        await parts.verify(token)


@pytest.mark.parametrize(
    ("member", "change"),
    [
        ("revoked", UpdateUserCommand(uuid="", revoked=True)),
        ("admin", UpdateUserCommand(uuid="", admin=False)),
    ],
)
async def test_the_last_administrator_stays(
    parts: IdentityParts, member: str, change: UpdateUserCommand
) -> None:
    admin = await make_user_account_in_db(parts.database, admin=True)
    await make_user_account_in_db(parts.database, admin=True, revoked=True)
    await make_user_account_in_db(parts.database)
    command = replace(change, uuid=str(admin.user.uuid))

    with pytest.raises(UnprocessableException, match="last administrator") as caught:
        await parts.run(parts.update_user.execute(command))

    assert caught.value.member == member
    assert await parts.accounts.get_by_id(admin.id) == admin


async def test_one_of_two_administrators_may_go(parts: IdentityParts) -> None:
    admin = await make_user_account_in_db(parts.database, admin=True)
    await make_user_account_in_db(parts.database, admin=True)

    changed = await parts.run(
        parts.update_user.execute(UpdateUserCommand(uuid=str(admin.user.uuid), admin=False))
    )

    assert not changed.admin


async def test_users_change_their_own_profile(parts: IdentityParts) -> None:
    token = await parts.login(await make_user_account_in_db(parts.database))
    login = await parts.verify(token)
    command = UpdateProfileCommand(last_name="Kanō 🥋", locale="en")

    changed = await parts.run(parts.update_profile_of(login).execute(command))

    assert changed.user.name == Name(first_name="Jigoro", last_name="Kanō 🥋")
    assert changed == await parts.accounts.get_by_id(login.user.id)
    assert (await GetUsers(parts.accounts).execute(GetUsersCommand(search="kano 🥋"))).count == 1


async def test_a_profile_for_an_older_version_is_refused(parts: IdentityParts) -> None:
    login = await parts.verify(await parts.login(await make_user_account_in_db(parts.database)))
    command = UpdateProfileCommand(first_name="Yamashita", version=7)

    with pytest.raises(StaleVersionException):
        await parts.run(parts.update_profile_of(login).execute(command))


async def test_a_changed_password_ends_the_other_sessions(parts: IdentityParts) -> None:
    account = await make_user_account_in_db(parts.database)
    other, current = await parts.login(account), await parts.login(account)
    command = ChangePasswordCommand(
        current_password="uchi mata sukashi", password="harai goshi gaeshi"
    )

    await parts.run(parts.change_password_of(await parts.verify(current)).execute(command))

    assert (await parts.verify(current)).user.password.verify("harai goshi gaeshi")
    with pytest.raises(AuthenticationException):
        await parts.verify(other)
    (event,) = parts.bus.of(PasswordChangedEvent)
    assert (event.uuid, event.changed_at) == (str(account.user.uuid), NOW)
    assert SecurityEventKind.PASSWORD_CHANGED in [event.kind for event in await parts.events()]


@pytest.mark.parametrize(
    ("current", "new", "member"),
    [
        ("uchi mata", "harai goshi gaeshi", "current_password"),
        ("", "harai goshi gaeshi", "current_password"),
        ("uchi mata sukashi", "harai", "password"),
        ("uchi mata sukashi", "Jigoro Kano", "password"),
    ],
)
async def test_a_wrong_or_weak_password_changes_nothing(
    parts: IdentityParts, current: str, new: str, member: str
) -> None:
    account = await make_user_account_in_db(parts.database)
    login = await parts.verify(await parts.login(account))
    command = ChangePasswordCommand(current_password=current, password=new)

    with pytest.raises(UnprocessableException) as caught:
        await parts.run(parts.change_password_of(login).execute(command))

    assert caught.value.member == member
    assert (await parts.accounts.get_by_id(account.id)).password == account.password


async def test_of_two_changes_with_the_same_current_password_one_counts(
    parts: IdentityParts,
) -> None:
    login = await parts.verify(await parts.login(await make_user_account_in_db(parts.database)))
    first = ChangePasswordCommand(
        current_password="uchi mata sukashi", password="harai goshi gaeshi"
    )
    second = ChangePasswordCommand(
        current_password="uchi mata sukashi", password="o soto gari gaeshi"
    )
    await parts.run(parts.change_password_of(login).execute(first))

    with pytest.raises(UnprocessableException):
        await parts.run(parts.change_password_of(login).execute(second))


def test_the_policy_of_the_tests_refuses_what_it_blocks() -> None:
    with pytest.raises(UnprocessableException):
        POLICY.check("Judo judo judo")


async def test_several_users_are_read_with_one_statement(
    parts: IdentityParts, statements: Statements
) -> None:
    users = [await make_user_account_in_db(parts.database) for _ in range(3)]
    uuids = [str(account.user.uuid) for account in users[:2]]
    statements.clear()

    found = await GetUsersByUuid(parts.accounts).execute(
        GetUsersByUuidCommand(uuids=[*uuids, str(make_user().uuid)])
    )

    assert found == {str(account.user.uuid): account for account in users[:2]}
    assert statements.count == 1
