"""T14, T26, T27, T29, T30: what a client may send, and no server should choke on."""

import json
import unicodedata
from urllib.parse import quote

import httpx
import pytest

from tests.support.database import Statements
from tests.support.identity_api import (
    API,
    ClubKit,
    Person,
    code,
    document,
    json_api_headers,
)

INVITATIONS = f"{API}/auth/users/invitations"
NELE = {"email": "nele@club.example", "first_name": "Nele", "last_name": "Nieuw", "remark": ""}

INJECTIONS = [
    "' OR '1'='1",
    '" OR 1=1 --',
    "1; DROP TABLE users",
    "x' UNION SELECT email FROM users -- ",
    "\\' OR 1=1 #",
    "\\",
    "%' OR 'a' LIKE '%",
    "') OR SLEEP(9) -- ",
    "/*!50000 UNION*/ SELECT 1",
    "`users` -- ",
    "%s %(email)s ? :email",
    "é' -- ",
]
PARAMETERS = [
    "auth/users?filter[search]={}",
    "auth/users?filter[revoked]={}",
    "auth/users?sort={}",
    "auth/users?include={}",
    "auth/users?fields[user_accounts]={}",
    "auth/users?page[limit]={}",
    "auth/users?page[after]={}&page[size]=5",
    "auth/users/invitations?filter[state]={}",
    "auth/security_events?filter[user]={}",
    "auth/security_events?filter[kind]={}",
    "auth/users/{}",
    "auth/users/invitations/{}",
    "auth/sessions/{}",
    "bus/deliveries?filter[name]={}",
    "bus/deliveries?filter[subject]={}",
]
ODD_IDS = ["0", "-1", "1e3", "1.0", "+1", str(2**31), str(2**63), str(2**64), "9" * 400, "%00"]
NO_TEXTS = ["NaN", "1e999", '"\\ud800"', "-Infinity", '"\\u0000"']
ODD_NUMBERS = ["-1", "1e3", str(2**31), str(2**64), "", "٣", "1.0"]
TEXTS = {
    "emoji": "Jigorō 🥋",
    "joined": "👩‍👩‍👧 Nele",
    "right to left": "نيله",
    "four bytes": "𠮷野家",
    "combining": unicodedata.normalize("NFC", "Zoe\u0323\u0308"),
}


async def test_security_t14_no_parameter_becomes_a_part_of_a_statement(
    client: httpx.AsyncClient, admin: Person, user: Person, statements: Statements, club: ClubKit
) -> None:
    shapes: dict[str, set[str]] = {}
    statements.clear()

    for parameter in PARAMETERS:
        for injection in INJECTIONS:
            url = f"{API}/{parameter.format(quote(injection, safe=''))}"
            answer = await client.get(url, headers=admin.headers)

            assert answer.status_code in {200, 400, 404}, (url, answer.text)
            assert not any(injection in text for text in statements.texts if len(injection) > 1)
            shapes.setdefault(parameter, set()).update(statements.texts)
            statements.clear()

    found = await client.get(
        f"{API}/auth/users", params={"filter[search]": "' OR '1'='1"}, headers=admin.headers
    )
    assert found.json()["data"] == []
    # A value that got into the text would make a shape of its own.
    assert max(len(texts) for texts in shapes.values()) < len(INJECTIONS)
    assert len(await club.rows("users")) == 2


@pytest.mark.parametrize("field", ["email", "first_name", "last_name", "remark"])
async def test_security_t26_what_is_no_text_is_refused_in_our_words(
    client: httpx.AsyncClient, admin: Person, field: str
) -> None:
    text = json.dumps(document("user_invitations", NELE | {field: "<here>"}))

    for value in NO_TEXTS:
        body = text.replace('"<here>"', value)
        answer = await client.post(INVITATIONS, content=body, headers=json_api_headers(admin))

        assert answer.status_code in {400, 422}, value
        assert not {"input", "ctx", "loc"} & set(answer.json()["errors"][0])


@pytest.mark.parametrize("path", ["login", "reset", "access_token"])
async def test_security_t26_a_form_is_refused_without_its_values(
    client: httpx.AsyncClient, path: str
) -> None:
    answer = await client.post(
        f"{API}/auth/{path}",
        content=b"canary=4711&canary=4711&%ff=%ed%a0%80",
        headers={"Content-Type": "application/x-www-form-urlencoded"},
    )

    assert answer.status_code == 422
    assert "4711" not in answer.text


@pytest.mark.parametrize(
    "path", ["bus/deliveries", "auth/security_events", "auth/users", "auth/sessions"]
)
async def test_security_t27_an_impossible_id_does_not_exist(
    client: httpx.AsyncClient, admin: Person, path: str
) -> None:
    for id_ in ODD_IDS:
        answer = await client.get(f"{API}/{path}/{id_}", headers=admin.headers)

        assert (answer.status_code, code(answer)) == (404, "not_found"), id_


@pytest.mark.parametrize("name", ["page[limit]", "page[offset]", "page[size]"])
async def test_database_n5_security_t27_a_page_has_bounds(
    client: httpx.AsyncClient, admin: Person, name: str
) -> None:
    for number in ODD_NUMBERS:
        answer = await client.get(f"{API}/auth/users", params={name: number}, headers=admin.headers)

        assert answer.status_code == 400, number
        assert answer.json()["errors"][0]["source"] == {"parameter": name}


@pytest.mark.parametrize(
    "body",
    [
        b'{"a":' * 200_000,
        b"[" * 200_000 + b"]" * 200_000,
        b'{"data": {"type": "user_invitations", "type": "user_accounts"}}',
        '{"data": {"type": "user_invitations"}}'.encode("utf-16"),
        b'\xef\xbb\xbf{"data": {"type": "user_invitations"}}',
    ],
    ids=["deep", "deep and closed", "twice", "utf-16", "mark"],
)
async def test_security_t29_a_document_that_is_none_is_400(
    client: httpx.AsyncClient, admin: Person, body: bytes
) -> None:
    answer = await client.post(INVITATIONS, content=body, headers=json_api_headers(admin))

    assert answer.status_code == 400
    assert answer.json()["errors"][0]["status"] == "400"


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
async def test_security_t30_every_script_survives_the_database(
    client: httpx.AsyncClient, admin: Person, text: str
) -> None:
    given = NELE | {"first_name": text, "remark": f"{text}\n{text}"}

    made = await client.post(
        INVITATIONS, json=document("user_invitations", given), headers=json_api_headers(admin)
    )
    found = await client.get(made.headers["Location"], headers=admin.headers)

    attributes = found.json()["data"]["attributes"]
    assert (attributes["first_name"], attributes["remark"]) == (text, given["remark"])
