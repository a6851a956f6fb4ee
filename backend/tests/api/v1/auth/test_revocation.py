"""T11, F6: who is revoked is out with the next request."""

import asyncio

import httpx
import pytest

from tests.factories.identity import PASSWORD
from tests.support.identity_api import API, ClubKit, Person, document, json_api_headers

AUTH = f"{API}/auth"


async def revoke(client: httpx.AsyncClient, admin: Person, user: Person) -> httpx.Response:
    return await client.patch(
        f"{AUTH}/users/{user.uuid}",
        json=document("user_accounts", {"revoked": True}, id=user.uuid),
        headers=json_api_headers(admin),
    )


async def test_security_t11_the_first_request_after_the_answer_is_refused(
    client: httpx.AsyncClient, admin: Person, user: Person
) -> None:
    statuses: list[int] = []
    is_revoked = asyncio.Event()

    async def ask_on() -> None:
        while not is_revoked.is_set():
            answer = await client.get(f"{AUTH}/user", headers=user.headers)
            statuses.append(answer.status_code)

    asking = asyncio.create_task(ask_on())
    answer = await revoke(client, admin, user)
    first_after = await client.get(f"{AUTH}/user", headers=user.headers)
    is_revoked.set()
    await asking

    assert answer.status_code == 200
    assert first_after.status_code == 401
    assert sorted(statuses) == statuses, "once refused, always refused"


async def test_a_revoked_user_gets_in_on_no_way(
    client: httpx.AsyncClient, club: ClubKit, admin: Person, user: Person
) -> None:
    form = {"username": user.email, "password": PASSWORD}
    tokens = (await client.post(f"{AUTH}/login", data=form)).json()
    recovery = await club.recover(user)

    await revoke(client, admin, user)

    answers = {
        "login": await client.post(f"{AUTH}/login", data=form),
        "refresh": await client.post(
            f"{AUTH}/access_token", data={"refresh_token": tokens["refresh_token"]}
        ),
        "reset": await client.post(
            f"{AUTH}/reset", data={"uuid": str(recovery.uuid), "password": "a new long one"}
        ),
    }
    assert {name: answer.status_code for name, answer in answers.items()} == {
        "login": 401,
        "refresh": 401,
        "reset": 403,
    }


async def test_the_mail_that_waits_for_a_revoked_user_is_withdrawn(
    client: httpx.AsyncClient, club: ClubKit, admin: Person, user: Person
) -> None:
    form = {"current_password": PASSWORD, "password": "a new long one"}
    await client.post(f"{AUTH}/password", data=form, headers=user.headers)

    await revoke(client, admin, user)

    statuses = [row["status"] for row in await club.rows("outbox_deliveries")]
    assert statuses == ["cancelled"]


async def test_a_restored_user_logs_in_again_with_a_new_session(
    client: httpx.AsyncClient, admin: Person, user: Person
) -> None:
    await revoke(client, admin, user)
    restore = document("user_accounts", {"revoked": False}, id=user.uuid)
    await client.patch(f"{AUTH}/users/{user.uuid}", json=restore, headers=json_api_headers(admin))

    old = await client.get(f"{AUTH}/user", headers=user.headers)
    form = {"username": user.email, "password": PASSWORD}
    new = await client.post(f"{AUTH}/login", data=form)

    assert (old.status_code, new.status_code) == (401, 200)


@pytest.mark.parametrize("member", ["revoked", "admin"])
async def test_security_s1_the_last_administrator_stays(
    client: httpx.AsyncClient, club: ClubKit, admin: Person, member: str
) -> None:
    await club.confirm(admin)

    answer = await client.patch(
        f"{AUTH}/users/{admin.uuid}",
        json=document("user_accounts", {member: member == "revoked"}, id=admin.uuid),
        headers=json_api_headers(admin),
    )

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["source"]["pointer"] == f"/data/attributes/{member}"
    assert (await client.get(f"{AUTH}/user", headers=admin.headers)).status_code == 200


async def test_a_changed_role_ends_every_session(
    client: httpx.AsyncClient, club: ClubKit, admin: Person, user: Person
) -> None:
    await club.confirm(admin)

    answer = await client.patch(
        f"{AUTH}/users/{user.uuid}",
        json=document("user_accounts", {"admin": True}, id=user.uuid),
        headers=json_api_headers(admin),
    )

    assert answer.status_code == 200
    assert (await client.get(f"{AUTH}/user", headers=user.headers)).status_code == 401


async def test_security_s39_revoking_is_on_record(
    client: httpx.AsyncClient, club: ClubKit, admin: Person, user: Person
) -> None:
    answer = await revoke(client, admin, user)

    (event,) = await club.rows("security_events")
    assert (event["kind"], event["user_id"]) == ("user_revoked", user.account.user_id.value)
    assert event["request_id"] == answer.headers["X-Request-ID"]
