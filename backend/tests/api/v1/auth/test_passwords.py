"""Recovery, reset, change and confirmation of passwords (security.md S13-S16, T6, F8)."""

import unicodedata
from datetime import timedelta

import httpx
import pytest

from kwai.core.domain.clock import utc_now
from kwai.modules.identity.users.user_account_db_repository import UserAccountDbRepository
from tests.factories.identity import OTHER_PASSWORD, PASSWORD
from tests.support.identity_api import (
    API,
    ClubKit,
    Person,
    code,
    document,
    json_api_headers,
    pointers,
)

AUTH = f"{API}/auth"


async def can_log_in(client: httpx.AsyncClient, person: Person, password: str) -> bool:
    answer = await client.post(
        f"{AUTH}/login", data={"username": person.email, "password": password}
    )
    return answer.status_code == 200


async def is_logged_in(client: httpx.AsyncClient, person: Person) -> bool:
    return (await client.get(f"{AUTH}/user", headers=person.headers)).status_code == 200


async def reset(client: httpx.AsyncClient, uuid: object, password: str) -> httpx.Response:
    return await client.post(f"{AUTH}/reset", data={"uuid": str(uuid), "password": password})


async def test_security_s14_a_reset_changes_the_password_and_ends_every_session(
    client: httpx.AsyncClient, club: ClubKit, user: Person
) -> None:
    other = await club.log_in(user.account)
    recovery = await club.recover(user)

    answer = await reset(client, recovery.uuid, OTHER_PASSWORD)

    assert (answer.status_code, answer.content) == (200, b"")
    assert not await is_logged_in(client, user)
    assert not await is_logged_in(client, other)
    assert not await can_log_in(client, user, PASSWORD)
    assert await can_log_in(client, user, OTHER_PASSWORD)
    events = [row["name"] for row in await club.rows("outbox_events")]
    assert events == ["identity.user.password_changed"]


async def test_a_recovery_is_good_for_one_reset(
    client: httpx.AsyncClient, club: ClubKit, user: Person
) -> None:
    """F8: this used to be a 500."""
    recovery = await club.recover(user)
    await reset(client, recovery.uuid, OTHER_PASSWORD)

    again = await reset(client, recovery.uuid, PASSWORD)

    assert (again.status_code, pointers(again)) == (422, ["/uuid"])
    assert await can_log_in(client, user, OTHER_PASSWORD)


async def test_security_s14_a_reset_closes_the_other_open_recoveries(
    client: httpx.AsyncClient, club: ClubKit, user: Person
) -> None:
    first, second = await club.recover(user), await club.recover(user)
    await reset(client, second.uuid, OTHER_PASSWORD)

    answer = await reset(client, first.uuid, PASSWORD)

    assert answer.status_code == 422


async def test_security_s14_an_expired_recovery_resets_nothing(
    client: httpx.AsyncClient, club: ClubKit, user: Person
) -> None:
    recovery = await club.recover(user, seconds=-1)

    answer = await reset(client, recovery.uuid, OTHER_PASSWORD)

    assert answer.status_code == 422
    assert await can_log_in(client, user, PASSWORD)


@pytest.mark.parametrize(
    "uuid", ["0b7f6f0e-3d6c-4a52-9c39-8d1f4f1c2a77", "nonsense", "{2b4c7a52}", "\0", "x" * 5000]
)
async def test_security_s14_an_unknown_or_malformed_recovery_is_not_found(
    client: httpx.AsyncClient, uuid: str
) -> None:
    answer = await reset(client, uuid, OTHER_PASSWORD)

    assert (answer.status_code, code(answer)) == (404, "not_found")


async def test_security_s14_a_revoked_user_resets_nothing(
    client: httpx.AsyncClient, club: ClubKit, user: Person
) -> None:
    recovery = await club.recover(user)
    await UserAccountDbRepository(club.database).update(user.account.revoke())

    answer = await reset(client, recovery.uuid, OTHER_PASSWORD)

    assert (answer.status_code, code(answer)) == (403, "forbidden")


async def test_security_s15_a_change_needs_the_current_password(
    client: httpx.AsyncClient, user: Person
) -> None:
    form = {"current_password": "not the right one", "password": OTHER_PASSWORD}

    answer = await client.post(f"{AUTH}/password", data=form, headers=user.headers)

    assert (answer.status_code, pointers(answer)) == (422, ["/current_password"])
    assert await can_log_in(client, user, PASSWORD)


async def test_security_s15_a_change_ends_all_other_sessions_and_is_mailed(
    client: httpx.AsyncClient, club: ClubKit, user: Person
) -> None:
    other = await club.log_in(user.account)
    form = {"current_password": PASSWORD, "password": OTHER_PASSWORD}

    answer = await client.post(f"{AUTH}/password", data=form, headers=user.headers)

    assert (answer.status_code, answer.content) == (200, b"")
    assert await is_logged_in(client, user)
    assert not await is_logged_in(client, other)
    assert await can_log_in(client, user, OTHER_PASSWORD)
    events = [row["name"] for row in await club.rows("outbox_events")]
    assert events == ["identity.user.password_changed"]


@pytest.mark.parametrize("path", ["password", "confirm"])
async def test_changing_and_confirming_need_a_login(client: httpx.AsyncClient, path: str) -> None:
    form = {"current_password": PASSWORD, "password": OTHER_PASSWORD}

    answer = await client.post(f"{AUTH}/{path}", data=form)

    assert answer.status_code == 401


async def test_a_confirmed_password_opens_what_needs_one(
    client: httpx.AsyncClient, club: ClubKit, admin: Person, user: Person
) -> None:
    grant = document("user_accounts", {"admin": True}, id=user.uuid)
    path, headers = f"{AUTH}/users/{user.uuid}", json_api_headers(admin)
    before = await client.patch(path, json=grant, headers=headers)

    answer = await client.post(
        f"{AUTH}/confirm", data={"password": PASSWORD}, headers=admin.headers
    )
    after = await client.patch(path, json=grant, headers=headers)

    assert (before.status_code, code(before)) == (403, "step_up_required")
    assert (answer.status_code, answer.content) == (200, b"")
    assert after.status_code == 200
    assert after.json()["data"]["attributes"]["admin"] is True


async def test_security_s16_a_confirmation_is_good_for_five_minutes_in_its_session_only(
    client: httpx.AsyncClient, club: ClubKit, admin: Person, user: Person
) -> None:
    await club.confirm(admin, utc_now() - timedelta(minutes=5, seconds=5))
    other = await club.log_in(admin.account)
    await club.confirm(other)
    grant = document("user_accounts", {"admin": True}, id=user.uuid)

    stale = await client.patch(
        f"{AUTH}/users/{user.uuid}", json=grant, headers=json_api_headers(admin)
    )

    assert (stale.status_code, code(stale)) == (403, "step_up_required")


async def test_a_wrong_password_confirms_nothing(client: httpx.AsyncClient, admin: Person) -> None:
    answer = await client.post(
        f"{AUTH}/confirm", data={"password": "not the right one"}, headers=admin.headers
    )

    assert (answer.status_code, pointers(answer)) == (422, ["/password"])


async def set_everywhere(
    club: ClubKit, user: Person, admin: Person, password: str
) -> dict[str, httpx.Response]:
    """Try a new password on each of the three ways there are to set one."""
    recovery = await club.recover(await club.join())
    invitation = await club.invite(admin)
    form = {"current_password": PASSWORD, "password": password}
    accept = document(
        "user_accounts",
        {"first_name": "Kyuzo", "last_name": "Mifune", "password": password},
        relationships={"invitation": ("user_invitations", str(invitation.uuid))},
        meta={"code": club.code_of(invitation)},
    )
    client, users = club.client, f"{AUTH}/users"
    return {
        "reset": await reset(client, recovery.uuid, password),
        "change": await client.post(f"{AUTH}/password", data=form, headers=user.headers),
        "accept": await client.post(users, json=accept, headers=json_api_headers()),
    }


@pytest.mark.parametrize("password", ["judojudojud", "x" * 1025, "password1234", "é" * 600])
async def test_security_t6_a_weak_password_is_refused_everywhere(
    club: ClubKit, user: Person, admin: Person, password: str
) -> None:
    answers = await set_everywhere(club, user, admin, password)

    assert {answer.status_code for answer in answers.values()} == {422}
    assert pointers(answers["reset"]) == pointers(answers["change"]) == ["/password"]
    assert pointers(answers["accept"]) == ["/data/attributes/password"]


async def test_security_t6_the_own_address_is_no_password(
    client: httpx.AsyncClient, user: Person
) -> None:
    form = {"current_password": PASSWORD, "password": user.email.upper()}

    answer = await client.post(f"{AUTH}/password", data=form, headers=user.headers)

    assert (answer.status_code, pointers(answer)) == (422, ["/password"])


@pytest.mark.parametrize(
    "password", ["uchi mata\0sukashi", "\ufffd" * 12, "\u2028" * 12, "🥋" * 12]
)
async def test_security_t6_an_odd_password_breaks_nothing(
    club: ClubKit, user: Person, admin: Person, password: str
) -> None:
    answers = await set_everywhere(club, user, admin, password)

    assert {answer.status_code for answer in answers.values()} <= {200, 201, 422}


@pytest.mark.parametrize("password", ["x" * 1024, "x" * 1025, "\0", "\ufffd", "é" * 600])
async def test_security_t6_an_odd_password_logs_nobody_in(
    client: httpx.AsyncClient, user: Person, password: str
) -> None:
    answer = await client.post(f"{AUTH}/login", data={"username": user.email, "password": password})

    assert answer.status_code == 401


async def test_security_t6_a_password_of_ten_megabytes_is_too_large(
    client: httpx.AsyncClient, user: Person
) -> None:
    form = {"username": user.email, "password": "x" * 10_000_000}

    answer = await client.post(f"{AUTH}/login", data=form)

    assert (answer.status_code, code(answer)) == (413, "too_large")


async def test_security_t6_two_spellings_of_one_password_are_the_same(
    client: httpx.AsyncClient, club: ClubKit, user: Person
) -> None:
    composed = "Jūdō für Anfänger"
    decomposed = unicodedata.normalize("NFD", composed)
    recovery = await club.recover(user)
    await reset(client, recovery.uuid, decomposed)

    assert await can_log_in(client, user, composed)
    assert await can_log_in(client, user, decomposed)
