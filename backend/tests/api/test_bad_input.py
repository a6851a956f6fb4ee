"""What no client should send: every layer refuses it with a status of its own, never with 500."""

import json
from typing import Any

import httpx
import pytest

from kwai.core.json_api import MEDIA_TYPE
from tests.support.identity_api import ClubKit, Person

INVITATIONS = "/api/v1/auth/users/invitations"
USERS = "/api/v1/auth/users"


@pytest.fixture
def club(app: Any, database: Any, client: httpx.AsyncClient) -> ClubKit:
    return ClubKit(app, database, client)


@pytest.fixture
async def admin(club: ClubKit) -> Person:
    return await club.join("admin")


async def invite(client: httpx.AsyncClient, person: Person, body: bytes) -> httpx.Response:
    headers = person.headers | {"Content-Type": MEDIA_TYPE}
    return await client.post(INVITATIONS, content=body, headers=headers)


def invitation(first_name: str) -> bytes:
    """Write a body around a first name that is JSON text already."""
    attributes = f'"email": "x@club.example", "first_name": {first_name}, "last_name": "B"'
    data = f'{{"type": "user_invitations", "attributes": {{{attributes}}}}}'
    return f'{{"data": {data}}}'.encode()


@pytest.mark.parametrize(
    ("first_name", "status"),
    [
        (r'"\ud800"', 400),
        (r'"\udc00\ud800"', 400),
        ("NaN", 400),
        ("Infinity", 400),
        ("-Infinity", 400),
        ("1e999", 400),
        ("9223372036854775808", 422),
        ('"\\u0000"', 422),
        ('"a\\u0007b"', 422),
        ("null", 422),
        ("[]", 422),
        ("true", 422),
        ('"' + "x" * 5000 + '"', 422),
        ("[" * 600 + "]" * 600, 400),
        ("[" * 100_000 + "]" * 100_000, 400),
    ],
)
async def test_a_value_that_cannot_be_is_refused(
    client: httpx.AsyncClient, admin: Person, first_name: str, status: int
) -> None:
    answer = await invite(client, admin, invitation(first_name))

    assert answer.status_code == status, answer.text
    assert "500" not in {each["status"] for each in answer.json()["errors"]}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b" ",
        b"{",
        b"\xff\xfe{}",
        b"\xef\xbb\xbf{}",
        b'{"data": 1, "data": 2}',
        invitation('"A", "first_name": "B"'),
        '{"data": {}}'.encode("utf-16"),
        b"\x00",
        b"{'data': 1}",
        b'{"data": 01}',
    ],
)
async def test_what_is_no_json_is_400(
    client: httpx.AsyncClient, admin: Person, body: bytes
) -> None:
    answer = await invite(client, admin, body)

    assert answer.status_code == 400, answer.text
    assert answer.json()["errors"][0]["code"] == "malformed_json"


@pytest.mark.parametrize("text", ["👩‍👧", "مرحبا", "漢字𠮷", "N\u00e9e", "O\u2019Neill"])
async def test_t30_every_other_text_survives(
    client: httpx.AsyncClient, admin: Person, text: str
) -> None:
    created = await invite(client, admin, invitation(json.dumps(text)))

    assert created.status_code == 201, created.text
    read = await client.get(created.headers["Location"][20:], headers=admin.headers)
    assert read.json()["data"]["attributes"]["first_name"] == text


@pytest.mark.parametrize(
    "type_",
    [
        "application/json",
        "text/plain",
        "multipart/form-data; boundary=x",
        f"{MEDIA_TYPE}; charset=utf-8",
        f"{MEDIA_TYPE}; version=1.1",
        f'{MEDIA_TYPE}; ext="https://other.example/ext"',
        "application/vnd.api",
        "nonsense",
        ";",
    ],
)
async def test_another_media_type_is_415(
    client: httpx.AsyncClient, admin: Person, type_: str
) -> None:
    answer = await client.post(
        INVITATIONS, content=b"{}", headers=admin.headers | {"Content-Type": type_}
    )

    assert answer.status_code == 415


@pytest.mark.parametrize(
    "query",
    [
        "sort=email&sort=-email",
        "page[limit]=1&page[limit]=2",
        "page%5Blimit%5D=1&page[limit]=1",
        "filter[revoked]=true&filter[revoked]=true",
        "include=invitation&include=",
        "fields[user_accounts]=email&fields[user_accounts]=",
        "page[size]=1&page[size]=1",
    ],
)
async def test_a_parameter_that_is_given_twice_is_400(
    client: httpx.AsyncClient, admin: Person, query: str
) -> None:
    answer = await client.get(f"{USERS}?{query}", headers=admin.headers)

    assert answer.status_code == 400
    assert "repeated_parameter" in {each["code"] for each in answer.json()["errors"]}


@pytest.mark.parametrize(
    "query",
    [
        "page[offset]=9223372036854775808",
        "page[limit]=1e3",
        "page[limit]=٣",  # a digit, but not one of ours
        "page[after]=%00",
        "page[size]=NaN",
        "filter[search]=%00",
        "filter[search]=" + "x" * 201,
        "filter[revoked]=maybe",
        "sort=" + ",".join(["email"] * 6),
        "include=" + ".".join(["invitation", "user"] * 4),
        "%F0%28%8C%28=1",
        "filter[user][id]=1",
        "%3Cscript%3E=1",
    ],
)
async def test_a_query_that_cannot_be_is_400(
    client: httpx.AsyncClient, admin: Person, query: str
) -> None:
    answer = await client.get(f"{USERS}?{query}", headers=admin.headers)

    assert answer.status_code == 400, answer.text


@pytest.mark.parametrize(
    "id_",
    [
        "0",
        "-1",
        "1e3",
        "2147483648",
        "9223372036854775807",
        "9223372036854775808",
        "18446744073709551616",
        "%00",
        "%ff",
        "..%2f..",
        "1;drop",
        "01",
        "%E2%80%8B1",
        "x" * 300,
    ],
)
@pytest.mark.parametrize("path", ["/api/v1/auth/security_events", "/api/v1/bus/deliveries", USERS])
async def test_f4_an_id_that_cannot_exist_is_404(
    client: httpx.AsyncClient, admin: Person, path: str, id_: str
) -> None:
    answer = await client.get(f"{path}/{id_}", headers=admin.headers)

    assert answer.status_code == 404


@pytest.mark.parametrize(
    "accept", ["text/html", "application/vnd.api+json;q=0", "x", ",;,;=", "application/json"]
)
async def test_an_answer_that_nobody_can_give_is_406(
    client: httpx.AsyncClient, admin: Person, accept: str
) -> None:
    answer = await client.get(USERS, headers=admin.headers | {"Accept": accept})

    assert answer.status_code == 406


@pytest.mark.parametrize("tag", ["", "x", "W/", '"', "*, *", '"1', "1", '"\\"'])
async def test_a_tag_of_nobody_matches_nothing(
    client: httpx.AsyncClient, admin: Person, tag: str
) -> None:
    path = f"{USERS}/{admin.uuid}"

    read = await client.get(path, headers=admin.headers | {"If-None-Match": tag})

    assert read.status_code == 200


async def test_too_long_an_address_is_414_and_too_large_a_body_413(
    client: httpx.AsyncClient, admin: Person
) -> None:
    long = await client.get(f"{USERS}?filter[search]={'x' * 5000}", headers=admin.headers)
    large = await invite(client, admin, b" " * (1024 * 1024 + 1))

    assert (long.status_code, large.status_code) == (414, 413)
