"""S32: how often something may be tried, decided by counters that all processes share."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
from fastapi import FastAPI

from kwai.api.app import create_app
from kwai.api.client import RequestClient
from kwai.api.throttle import Throttle, get_throttle, normalise_username
from kwai.core.db.criteria import Sql
from kwai.core.domain.exceptions import TooManyRequestsException
from kwai.core.settings import ApiSettings, DatabaseSettings, Settings
from tests.factories.identity import OTHER_PASSWORD, PASSWORD
from tests.support.api import api_settings, open_client
from tests.support.identity_api import API, ClubKit, Person, code

LOGIN = f"{API}/auth/login"
WRONG = "not the right one"


class Clock:
    """Seconds since 1970 that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 1_900_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(app: FastAPI, settings: Settings) -> Clock:
    clock = Clock()
    app.dependency_overrides[get_throttle] = lambda: Throttle(settings.db, clock=clock)
    return clock


@asynccontextmanager
async def from_address(app: FastAPI, address: str) -> AsyncIterator[httpx.AsyncClient]:
    async with open_client(app, client=(address, 50_000)) as client:
        yield client


async def try_login(client: httpx.AsyncClient, email: str, password: str = WRONG) -> httpx.Response:
    return await client.post(LOGIN, data={"username": email, "password": password})


async def test_security_t2_the_sixth_attempt_is_refused_until_the_window_ends(
    client: httpx.AsyncClient, user: Person, clock: Clock
) -> None:
    answers = [await try_login(client, user.email) for _ in range(5)]
    clock.now += 100

    blocked = await try_login(client, user.email, PASSWORD)

    assert [answer.status_code for answer in answers] == [401] * 5
    assert (blocked.status_code, code(blocked)) == (429, "too_many_requests")
    assert int(blocked.headers["Retry-After"]) == 200
    clock.now += 201
    assert (await try_login(client, user.email, PASSWORD)).status_code == 200


async def test_security_s32_attempts_while_blocked_do_not_extend_the_window(
    client: httpx.AsyncClient, user: Person, clock: Clock, club: ClubKit
) -> None:
    for _ in range(5):
        await try_login(client, user.email)
    before = await club.rows("throttles")
    clock.now += 299

    blocked = [await try_login(client, user.email) for _ in range(3)]

    assert {answer.status_code for answer in blocked} == {429}
    assert await club.rows("throttles") == before, "a refused attempt only reads"
    clock.now += 2
    assert (await try_login(client, user.email, PASSWORD)).status_code == 200


async def test_a_login_that_succeeds_is_no_failure(client: httpx.AsyncClient, user: Person) -> None:
    answers = [await try_login(client, user.email, PASSWORD) for _ in range(8)]

    assert {answer.status_code for answer in answers} == {200}


async def test_security_t2_parallel_attempts_are_counted_exactly(
    app: FastAPI, user: Person, settings: Settings
) -> None:
    """Two applications on one database stand for two processes."""
    other = create_app(settings)
    async with from_address(app, "192.0.2.1") as one, from_address(other, "192.0.2.2") as two:
        answers = await asyncio.gather(
            *(try_login(client, user.email) for _ in range(6) for client in (one, two))
        )

    statuses = sorted(answer.status_code for answer in answers)
    assert statuses == [401] * 5 + [429] * 7


async def test_security_s32_counters_survive_a_restart(
    app: FastAPI, user: Person, settings: Settings
) -> None:
    async with from_address(app, "192.0.2.1") as client:
        for _ in range(5):
            await try_login(client, user.email)

    async with from_address(create_app(settings), "192.0.2.1") as client:
        assert (await try_login(client, user.email, PASSWORD)).status_code == 429


async def test_security_s32_one_address_fails_ten_times_a_minute(
    client: httpx.AsyncClient, clock: Clock
) -> None:
    answers = [await try_login(client, f"somebody{number}@x.example") for number in range(11)]

    assert [answer.status_code for answer in answers] == [401] * 10 + [429]
    clock.now += 61
    assert (await try_login(client, "somebody11@x.example")).status_code == 401


async def test_security_s32_one_address_logs_in_thirty_times_a_minute(
    client: httpx.AsyncClient, club: ClubKit, clock: Clock
) -> None:
    people = [await club.join() for _ in range(4)]

    answers = [await try_login(client, people[number % 4].email, PASSWORD) for number in range(31)]

    assert [answer.status_code for answer in answers] == [200] * 30 + [429]


async def test_security_t3_forwarded_addresses_are_believed_from_proxies_only(
    client: httpx.AsyncClient, user: Person
) -> None:
    forged = ["192.0.2.{}", "::ffff:198.51.100.{}", '"[2001:db8::{}]:443"', "::1, 10.0.0.{}"]
    statuses = []

    for number in range(12):
        address = forged[number % 4].format(number)
        answer = await client.post(
            LOGIN,
            data={"username": f"a{number}@x.example", "password": WRONG},
            headers={"X-Forwarded-For": address, "Forwarded": f"for={address}"},
        )
        statuses.append(answer.status_code)

    assert statuses == [401] * 10 + [429] * 2


@pytest.mark.parametrize("value", ["x" * 4000, ",,,,", '"', "::1, ::1", "unknown", "999.1.1.1"])
async def test_security_t3_odd_forwarded_addresses_break_nothing(
    database_settings: DatabaseSettings, value: str
) -> None:
    settings = api_settings(database_settings, api=ApiSettings(trusted_proxies=("127.0.0.1",)))
    async with open_client(create_app(settings)) as client:
        answer = await client.post(
            LOGIN,
            data={"username": "a@x.example", "password": WRONG},
            headers={"X-Forwarded-For": value},
        )

    assert answer.status_code == 401


async def test_security_t4_nobody_is_locked_out_by_somebody_elsewhere(
    app: FastAPI, user: Person, clock: Clock
) -> None:
    for number in range(20):
        async with from_address(app, f"198.51.{number}.9") as stranger:
            for _ in range(5):
                assert (await try_login(stranger, user.email)).status_code == 401

    async with (
        from_address(app, "203.0.113.5") as owner,
        from_address(app, "198.51.7.9") as blocked,
    ):
        assert (await try_login(owner, user.email, PASSWORD)).status_code == 200
        assert (await try_login(blocked, user.email, PASSWORD)).status_code == 429
        clock.now += 301
        assert (await try_login(blocked, user.email, PASSWORD)).status_code == 200


async def test_networks_share_the_limit_of_an_account(app: FastAPI, user: Person) -> None:
    for number in range(5):
        async with from_address(app, f"2001:db8:1:2::{number + 1}") as client:
            await try_login(client, user.email)

    async with from_address(app, "2001:db8:1:2:ffff::1") as client:
        assert (await try_login(client, user.email, PASSWORD)).status_code == 429
    async with from_address(app, "2001:db8:1:3::1") as client:
        assert (await try_login(client, user.email, PASSWORD)).status_code == 200


async def test_security_s32_a_password_is_tried_as_often_with_a_token_as_without(
    client: httpx.AsyncClient, user: Person
) -> None:
    for _ in range(3):
        form = {"current_password": WRONG, "password": OTHER_PASSWORD}
        await client.post(f"{API}/auth/password", data=form, headers=user.headers)
    for _ in range(2):
        await client.post(f"{API}/auth/confirm", data={"password": WRONG}, headers=user.headers)

    for path in ("confirm", "password"):
        form = {"current_password": PASSWORD, "password": OTHER_PASSWORD}
        answer = await client.post(f"{API}/auth/{path}", data=form, headers=user.headers)
        assert answer.status_code == 429
    assert (await try_login(client, user.email, PASSWORD)).status_code == 429


async def test_a_weak_new_password_is_no_failed_attempt(
    client: httpx.AsyncClient, user: Person
) -> None:
    form = {"current_password": PASSWORD, "password": "short"}

    answers = [
        await client.post(f"{API}/auth/password", data=form, headers=user.headers) for _ in range(6)
    ]

    assert {answer.status_code for answer in answers} == {422}


async def test_security_s32_mailed_secrets_are_tried_twenty_times_a_minute(
    client: httpx.AsyncClient, clock: Clock
) -> None:
    form = {"uuid": "2b4c7a52-8f2e-4b1e-8c56-0d6f0a6f1c11", "password": PASSWORD}

    answers = [await client.post(f"{API}/auth/reset", data=form) for _ in range(21)]

    assert [answer.status_code for answer in answers] == [404] * 20 + [429]


async def test_security_t23_an_address_asks_for_twenty_recoveries_a_minute(
    client: httpx.AsyncClient, club: ClubKit, clock: Clock
) -> None:
    answers = [
        await client.post(f"{API}/auth/recover", data={"email": f"a{number}@x.example"})
        for number in range(25)
    ]

    assert {answer.status_code for answer in answers} == {200}
    assert len(await club.rows("outbox_events")) == 20


async def test_security_s32_a_session_is_refreshed_120_times_a_minute(
    settings: Settings, app: FastAPI, clock: Clock
) -> None:
    throttle = Throttle(settings.db, clock=clock)
    for _ in range(120):
        await throttle.count_refresh("one")

    with pytest.raises(TooManyRequestsException):
        await throttle.count_refresh("one")
    await throttle.count_refresh("another")


async def test_ended_windows_do_not_pile_up(
    settings: Settings, app: FastAPI, club: ClubKit, clock: Clock
) -> None:
    throttle = Throttle(settings.db, clock=clock)
    for number in range(10):
        await throttle.count_refresh(f"session {number}")
    clock.now += 61

    await throttle.count_refresh("the last")

    assert len(await club.rows("throttles")) == 1


@pytest.mark.one_engine("mariadb", reason="the numbers of SQLite have 64 bits anyway")
async def test_counting_never_runs_out_of_numbers(
    settings: Settings, app: FastAPI, club: ClubKit
) -> None:
    # A number is used up by each time something is counted, also where a row is there already.
    await club.database.execute(Sql("ALTER TABLE `throttles` AUTO_INCREMENT = 2147483647"))
    throttle = Throttle(settings.db)

    for _ in range(3):
        await throttle.count_refresh("one")
    await throttle.count_refresh("another")

    assert sorted(row["hits"] for row in await club.rows("throttles")) == [1, 3]


async def test_a_throttle_that_is_off_counts_nothing(
    settings: Settings, app: FastAPI, club: ClubKit
) -> None:
    throttle = Throttle(settings.db, enabled=False)

    for _ in range(200):
        await throttle.count_secret(RequestClient(address="192.0.2.1"))

    assert await club.rows("throttles") == []


async def test_counters_hold_no_user_name(club: ClubKit, user: Person) -> None:
    await try_login(club.client, user.email)

    rows = await club.rows("throttles")

    assert rows
    assert all(len(row["throttle_key"]) == 64 for row in rows)
    assert "club.example" not in str(rows)


@pytest.mark.parametrize("text", ["Judoka@Club.Example", "judoka@CLUB.example"])
def test_user_names_are_counted_as_the_address_they_are(text: str) -> None:
    assert normalise_username(text) == "judoka@club.example"


@pytest.mark.parametrize("text", ["nobody", "", "\0", "\ud800", "x" * 100_000])
def test_any_text_is_counted(text: str) -> None:
    assert normalise_username(text) == text
