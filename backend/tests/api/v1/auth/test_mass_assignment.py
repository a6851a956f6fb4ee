"""T13: a request sets what its operation is for, and nothing else."""

from typing import Any

import httpx
import pytest

from kwai.core.db.criteria import Sql
from tests.factories.identity import OTHER_PASSWORD
from tests.support.identity_api import API, ClubKit, Person, document, json_api_headers

VALUES: dict[str, Any] = {
    "id": 4711,
    "uuid": "2b4c7a52-8f2e-4b1e-8c56-0d6f0a6f1c11",
    "admin": True,
    "revoked": True,
    "owner": 1,
    "created_at": "2001-01-01T00:00:00Z",
    "updated_at": "2001-01-01T00:00:00Z",
    "version": 99,
    "meta": {"version": 99},
    "email": "other@club.example",
    "email_normalized": "other@club.example",
    "password": OTHER_PASSWORD,
    "last_login": "2001-01-01T00:00:00Z",
    "roles": ["admin"],
    "confirmed_at": "2001-01-01T00:00:00Z",
    "mailed_at": "2001-01-01T00:00:00Z",
    "expired_at": "2099-01-01T00:00:00Z",
    "open_email": "other@club.example",
    "state": "confirmed",
    "user": 1,
    "user_id": 1,
    "author": True,
    "coach": True,
    "counter": 5,
    "client": "web",
}
TABLES = ("users", "user_invitations", "user_sessions", "authors", "coaches")


async def columns(club: ClubKit) -> set[str]:
    """Every column of the tables of identity, as the database itself names them."""
    names: set[str] = set()
    for table in TABLES:
        if club.settings.db.engine == "sqlite":
            found = await club.database.fetch_all(Sql(f"PRAGMA table_info(`{table}`)"))
            names |= {record["name"] for record in found}
        else:
            found = await club.database.fetch_all(Sql(f"SHOW COLUMNS FROM `{table}`"))
            names |= {record["Field"] for record in found}
    return names


async def users(club: ClubKit) -> list[dict[str, Any]]:
    ignored = {"version", "updated_at"}
    rows = await club.rows("users")
    return [{key: row[key] for key in row.keys() - ignored} for row in rows]


async def test_security_t13_a_profile_takes_names_and_language_only(
    club: ClubKit, client: httpx.AsyncClient, user: Person
) -> None:
    before = await users(club)
    names = ({*VALUES} | await columns(club)) - {"first_name", "last_name", "locale"}

    for name in sorted(names):
        answer = await client.patch(
            f"{API}/auth/user",
            json=document("user_accounts", {name: VALUES.get(name, "x")}, id=user.uuid),
            headers=json_api_headers(user),
        )
        assert answer.status_code in {200, 403, 422}, (name, answer.text)

    assert await users(club) == before


async def test_security_t13_an_administrator_sets_no_column_by_its_name(
    club: ClubKit, client: httpx.AsyncClient, admin: Person, user: Person
) -> None:
    await club.confirm(admin)
    before = await users(club)
    names = ({*VALUES} | await columns(club)) - {"admin", "revoked", "remark"}

    for name in sorted(names):
        answer = await client.patch(
            f"{API}/auth/users/{user.uuid}",
            json=document("user_accounts", {name: VALUES.get(name, "x")}, id=user.uuid),
            headers=json_api_headers(admin),
        )
        assert answer.status_code in {200, 403, 422}, (name, answer.text)

    assert await users(club) == before


@pytest.mark.parametrize("name", ["admin", "revoked", "remark", "roles", "email", "user_id", "id"])
async def test_security_t13_the_invited_become_users_and_nothing_more(
    club: ClubKit, client: httpx.AsyncClient, admin: Person, name: str
) -> None:
    invitation = await club.invite(admin, email="invited@club.example")
    attributes = {"first_name": "Kyuzo", "last_name": "Mifune", "password": OTHER_PASSWORD}

    answer = await client.post(
        f"{API}/auth/users",
        json=document(
            "user_accounts",
            attributes | {name: VALUES.get(name, "x")},
            relationships={"invitation": ("user_invitations", str(invitation.uuid))},
            meta={"code": club.code_of(invitation)},
        ),
        headers=json_api_headers(),
    )

    assert answer.status_code in {201, 403, 422}
    made = [row for row in await club.rows("users") if row["email"] != admin.email]
    assert len(made) == (answer.status_code == 201)
    for row in made:
        assert (row["email"], row["admin"], row["revoked"]) == ("invited@club.example", 0, 0)
        assert (row["remark"], row["version"]) == ("", 1)


@pytest.mark.parametrize(
    "name", ["state", "mailed_at", "confirmed_at", "expired_at", "user", "revoked"]
)
async def test_security_t13_an_invitation_starts_as_every_other(
    club: ClubKit, client: httpx.AsyncClient, admin: Person, name: str
) -> None:
    attributes = {"email": "new@club.example", "first_name": "Kyuzo", "last_name": "Mifune"}

    answer = await client.post(
        f"{API}/auth/users/invitations",
        json=document("user_invitations", attributes | {name: VALUES[name]}),
        headers=json_api_headers(admin),
    )

    assert answer.status_code in {201, 422}
    if answer.status_code == 201:
        shown = answer.json()["data"]["attributes"]
        assert (shown["state"], shown["mailed_at"], shown["confirmed_at"]) == (
            "pending",
            None,
            None,
        )
        assert shown["expired_at"] != VALUES["expired_at"]


@pytest.mark.parametrize("value", [0, True, [], {}, 1.5, None])
@pytest.mark.parametrize("name", ["email", "first_name", "last_name", "remark"])
async def test_security_t15_a_text_is_a_text(
    client: httpx.AsyncClient, admin: Person, name: str, value: object
) -> None:
    attributes = {"email": "new@club.example", "first_name": "Kyuzo", "last_name": "Mifune"}

    answer = await client.post(
        f"{API}/auth/users/invitations",
        json=document("user_invitations", attributes | {name: value}),
        headers=json_api_headers(admin),
    )

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["source"]["pointer"] == f"/data/attributes/{name}"
