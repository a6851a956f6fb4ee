"""T39: of many who want the same thing at once, one gets it."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable

import httpx
import pytest

from kwai.core.settings import DatabaseSettings, Settings
from tests.factories.identity import OTHER_PASSWORD
from tests.support.api import api_settings
from tests.support.identity_api import API, ClubKit, Person, document, json_api_headers

TASKS = 50
ROUNDS = 1
Attempt = Callable[[], Awaitable[httpx.Response]]


@pytest.fixture
def settings(database_settings: DatabaseSettings) -> Settings:
    """Without throttles, because one address asks all of this."""
    given = api_settings(database_settings)
    security = given.security.model_copy(update={"throttle": False})
    return given.model_copy(update={"security": security})


async def race(attempt: Attempt, tasks: int = TASKS) -> Counter[int]:
    answers = await asyncio.gather(*(attempt() for _ in range(tasks)))
    return Counter(answer.status_code for answer in answers)


@pytest.mark.parametrize("number", range(ROUNDS))
async def test_security_t39_an_invitation_is_accepted_once(
    club: ClubKit, client: httpx.AsyncClient, admin: Person, number: int
) -> None:
    invitation = await club.invite(admin)
    body = document(
        "user_accounts",
        {"first_name": "Kyuzo", "last_name": "Mifune", "password": OTHER_PASSWORD},
        relationships={"invitation": ("user_invitations", str(invitation.uuid))},
        meta={"code": club.code_of(invitation)},
    )

    statuses = await race(
        lambda: client.post(f"{API}/auth/users", json=body, headers=json_api_headers())
    )

    # Who finds more than 50 before them at the hashing places is sent away.
    assert statuses[201] == 1
    assert statuses.keys() <= {201, 422, 503}
    assert len(await club.rows("users")) == 2


@pytest.mark.parametrize("number", range(ROUNDS))
async def test_security_t39_a_recovery_is_used_once(
    club: ClubKit, client: httpx.AsyncClient, user: Person, number: int
) -> None:
    """F8: two used to win."""
    recovery = await club.recover(user)
    form = {"uuid": str(recovery.uuid), "password": OTHER_PASSWORD}

    statuses = await race(lambda: client.post(f"{API}/auth/reset", data=form))

    assert statuses[200] == 1
    assert statuses.keys() <= {200, 422, 503}
    assert len(await club.rows("outbox_events")) == 1


@pytest.mark.parametrize("number", range(ROUNDS))
async def test_security_t39_an_address_is_invited_once(
    club: ClubKit, client: httpx.AsyncClient, admin: Person, number: int
) -> None:
    body = document(
        "user_invitations",
        {"email": "new@club.example", "first_name": "Kyuzo", "last_name": "Mifune"},
    )

    statuses = await race(
        lambda: client.post(
            f"{API}/auth/users/invitations", json=body, headers=json_api_headers(admin)
        )
    )

    assert statuses == {201: 1, 422: TASKS - 1}
    assert len(await club.rows("outbox_events")) == 1


@pytest.mark.parametrize("number", range(ROUNDS))
async def test_security_t39_of_edits_of_one_version_one_is_stored(
    club: ClubKit, client: httpx.AsyncClient, user: Person, number: int
) -> None:
    tag = (await client.get(f"{API}/auth/user", headers=user.headers)).headers["ETag"]
    names = iter(range(TASKS))

    async def edit() -> httpx.Response:
        return await client.patch(
            f"{API}/auth/user",
            json=document("user_accounts", {"first_name": f"N{next(names)}"}, id=user.uuid),
            headers=json_api_headers(user) | {"If-Match": tag},
        )

    statuses = await race(edit)

    assert statuses == {200: 1, 412: TASKS - 1}


async def test_jsonapi_u11_edits_of_different_attributes_both_survive(
    club: ClubKit, client: httpx.AsyncClient, user: Person
) -> None:
    """jsonapi.md U11."""
    attributes = [{"first_name": "Ryoko"}, {"last_name": "Tani"}, {"locale": "fr"}]

    await asyncio.gather(
        *(
            client.patch(
                f"{API}/auth/user",
                json=document("user_accounts", each, id=user.uuid),
                headers=json_api_headers(user),
            )
            for each in attributes
        )
    )

    shown = (await client.get(f"{API}/auth/user", headers=user.headers)).json()["data"]
    assert {name: shown["attributes"][name] for each in attributes for name in each} == {
        "first_name": "Ryoko",
        "last_name": "Tani",
        "locale": "fr",
    }


async def test_security_s1_two_administrators_who_demote_each_other_leave_one(
    club: ClubKit, client: httpx.AsyncClient
) -> None:
    people = [await club.join("admin"), await club.join("admin")]
    for person in people:
        await club.confirm(person)

    answers = await asyncio.gather(
        *(
            client.patch(
                f"{API}/auth/users/{victim.uuid}",
                json=document("user_accounts", {"admin": False}, id=victim.uuid),
                headers=json_api_headers(person),
            )
            for person, victim in (people, people[::-1])
        )
    )

    assert sum(answer.status_code == 200 for answer in answers) == 1
    assert sum(row["admin"] for row in await club.rows("users")) == 1
