"""auth/users/invitations: who was asked to become a user, and how far that has come."""

from datetime import datetime, timedelta

import httpx
import pytest

from kwai.core.db.criteria import Sql
from kwai.core.domain.clock import utc_now
from kwai.modules.identity.user_invitations.user_invitation import InvitationState
from tests.support.database import Statements
from tests.support.identity_api import (
    API,
    ClubKit,
    Person,
    code,
    document,
    json_api_headers,
    pointers,
)

INVITATIONS = f"{API}/auth/users/invitations"
NELE = {"email": "nele@club.example", "first_name": "Nele", "last_name": "Nieuw"}


async def invite(client: httpx.AsyncClient, admin: Person, **attributes: object) -> httpx.Response:
    return await client.post(
        INVITATIONS,
        json=document("user_invitations", NELE | attributes),
        headers=json_api_headers(admin),
    )


@pytest.fixture
async def states(club: ClubKit, admin: Person) -> dict[str, str]:
    """One invitation in every state, by state."""
    made = {each.value: await club.invite(admin) for each in InvitationState}
    await club.change_invitation(made["mailed"].mail_sent())
    await club.change_invitation(made["confirmed"].mail_sent().confirm())
    expired = await club.invite(admin, expired_at=utc_now() - timedelta(days=1))
    return {state: str(each.uuid) for state, each in (made | {"expired": expired}).items()}


async def test_an_invitation_is_stored_and_its_mail_is_queued(
    client: httpx.AsyncClient, club: ClubKit, admin: Person
) -> None:
    answer = await invite(client, admin, remark="From the open day", locale="fr")

    data = answer.json()["data"]
    assert answer.status_code == 201
    assert answer.headers["Location"] == data["links"]["self"]
    attributes = data["attributes"]
    assert {name: attributes[name] for name in NELE} == NELE
    assert (attributes["state"], attributes["locale"]) == ("pending", "fr")
    expires = datetime.fromisoformat(attributes["expired_at"]) - utc_now()
    assert timedelta(days=6, hours=23) < expires <= timedelta(days=7)
    assert data["relationships"]["user"]["data"] == {"type": "user_accounts", "id": admin.uuid}
    (event,) = await club.rows("outbox_events")
    assert (event["name"], event["subject_uuid"]) == (
        "identity.user_invitation.created",
        data["id"],
    )
    assert "code" not in answer.text.replace('"code"', ""), "the code is in the mail only"
    assert club.code_of(await club.find_invitation(data["id"])) not in answer.text


@pytest.mark.one_engine("sqlite", reason="a reference that is looked at in COMMIT")
async def test_database_t10_a_commit_that_fails_is_no_success(
    client: httpx.AsyncClient, club: ClubKit, admin: Person
) -> None:
    for text in (
        "CREATE TABLE strays (user_id INTEGER REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED)",
        "CREATE TRIGGER stray AFTER INSERT ON user_invitations BEGIN"
        " INSERT INTO strays VALUES (999999); END",
    ):
        await club.database.change(Sql(text))

    answer = await invite(client, admin)

    assert answer.is_error
    assert await club.rows("user_invitations") == []
    assert await club.rows("outbox_events") == []


@pytest.mark.parametrize(
    ("attributes", "pointer"),
    [
        ({"email": "no address"}, "/data/attributes/email"),
        ({"email": "a@localhost"}, "/data/attributes/email"),
        ({"email": '"a b"@club.example'}, "/data/attributes/email"),
        ({"email": "a@club.example\nBcc: b@club.example"}, "/data/attributes/email"),
        ({"email": f"{'a' * 250}@club.example"}, "/data/attributes/email"),
        ({"first_name": "Nele\r\nBcc: x"}, "/data/attributes/first_name"),
        ({"last_name": ""}, "/data/attributes/last_name"),
        ({"remark": "x" * 2001}, "/data/attributes/remark"),
        ({"remark": "a\0b"}, "/data/attributes/remark"),
        ({"locale": "ja"}, "/data/attributes/locale"),
    ],
)
async def test_bad_values_are_refused_with_their_place(
    client: httpx.AsyncClient,
    club: ClubKit,
    admin: Person,
    attributes: dict[str, object],
    pointer: str,
) -> None:
    answer = await invite(client, admin, **attributes)

    assert (answer.status_code, pointers(answer)) == (422, [pointer])
    assert await club.rows("user_invitations") == []
    assert await club.rows("outbox_events") == []


@pytest.mark.parametrize("email", ["chair@club.example", "CHAIR@Club.Example"])
async def test_a_user_is_not_invited(client: httpx.AsyncClient, admin: Person, email: str) -> None:
    answer = await invite(client, admin, email=email)

    assert (answer.status_code, pointers(answer)) == (422, ["/data/attributes/email"])


async def test_a_pending_invitation_blocks_a_second_one(
    client: httpx.AsyncClient, admin: Person
) -> None:
    await invite(client, admin)

    answer = await invite(client, admin, email="NELE@club.example")

    assert (answer.status_code, pointers(answer)) == (422, ["/data/attributes/email"])
    assert "pending" in answer.json()["errors"][0]["detail"]


async def test_an_expired_invitation_blocks_nobody(
    client: httpx.AsyncClient, club: ClubKit, admin: Person
) -> None:
    await club.invite(admin, email=NELE["email"], expired_at=utc_now() - timedelta(seconds=1))

    answer = await invite(client, admin)

    assert answer.status_code == 201


async def test_invitations_are_listed_newest_first(
    client: httpx.AsyncClient, admin: Person, states: dict[str, str]
) -> None:
    answer = await client.get(INVITATIONS, headers=admin.headers)

    shown = {each["id"]: each["attributes"]["state"] for each in answer.json()["data"]}
    assert {shown[uuid] for uuid in states.values()} == {each.value for each in InvitationState}
    assert {state: shown[uuid] for state, uuid in states.items()} == {s: s for s in states}


@pytest.mark.parametrize("state", [each.value for each in InvitationState])
async def test_invitations_are_filtered_by_state(
    client: httpx.AsyncClient, admin: Person, states: dict[str, str], state: str
) -> None:
    answer = await client.get(f"{INVITATIONS}?filter[state]={state}", headers=admin.headers)

    assert states[state] in {each["id"] for each in answer.json()["data"]}
    assert {each["attributes"]["state"] for each in answer.json()["data"]} == {state}


async def test_several_states_may_be_asked_for(
    client: httpx.AsyncClient, admin: Person, states: dict[str, str]
) -> None:
    answer = await client.get(
        f"{INVITATIONS}?filter[state]=mailed,confirmed", headers=admin.headers
    )

    assert answer.json()["meta"]["count"] == 2


async def test_an_unknown_state_is_a_bad_filter(client: httpx.AsyncClient, admin: Person) -> None:
    answer = await client.get(f"{INVITATIONS}?filter[state]=lost", headers=admin.headers)

    assert (answer.status_code, code(answer)) == (400, "bad_filter")


@pytest.mark.parametrize("key", ["email", "-email", "created_at", "-expired_at"])
async def test_invitations_are_sorted(
    client: httpx.AsyncClient, club: ClubKit, admin: Person, key: str
) -> None:
    for number in (2, 1, 3):
        await club.invite(
            admin,
            email=f"n{number}@club.example",
            expired_at=utc_now() + timedelta(days=number),
        )

    answer = await client.get(f"{INVITATIONS}?sort={key}", headers=admin.headers)

    emails = [each["attributes"]["email"][:2] for each in answer.json()["data"]]
    assert (
        emails
        == {
            "email": ["n1", "n2", "n3"],
            "-email": ["n3", "n2", "n1"],
            "created_at": ["n2", "n1", "n3"],
            "-expired_at": ["n3", "n2", "n1"],
        }[key]
    )


async def test_the_invited_sees_what_concerns_them(
    client: httpx.AsyncClient, admin: Person
) -> None:
    created = (await invite(client, admin, remark="Owes us money")).json()["data"]

    answer = await client.get(f"{INVITATIONS}/{created['id']}")

    data = answer.json()["data"]
    assert answer.status_code == 200
    assert data["attributes"]["email"] == NELE["email"]
    assert "remark" not in data["attributes"]
    assert "user" not in data.get("relationships", {})
    assert admin.email not in answer.text


@pytest.mark.parametrize(
    "query", ["include=user", "fields[user_invitations]=remark", "fields[user_invitations]=user"]
)
async def test_what_the_invited_may_not_see_is_forbidden_when_named(
    client: httpx.AsyncClient, club: ClubKit, admin: Person, query: str
) -> None:
    invitation = await club.invite(admin)

    answer = await client.get(f"{INVITATIONS}/{invitation.uuid}?{query}")

    assert (answer.status_code, code(answer)) == (403, "forbidden")


async def test_the_inviter_is_included_for_administrators(
    client: httpx.AsyncClient, club: ClubKit, admin: Person, statements: Statements
) -> None:
    for _ in range(5):
        await club.invite(admin)
    statements.clear()

    answer = await client.get(f"{INVITATIONS}?include=user", headers=admin.headers)

    (inviter,) = answer.json()["included"]
    assert inviter["attributes"]["email"] == admin.email
    assert statements.count == 3, "who is asking, the page, the inviters"


async def test_a_deleted_invitation_is_gone_with_its_mail(
    client: httpx.AsyncClient, club: ClubKit, admin: Person
) -> None:
    created = (await invite(client, admin)).json()["data"]

    answer = await client.delete(f"{INVITATIONS}/{created['id']}", headers=admin.headers)

    assert (answer.status_code, answer.content) == (204, b"")
    assert (await client.get(f"{INVITATIONS}/{created['id']}")).status_code == 404
    assert [row["status"] for row in await club.rows("outbox_deliveries")] == ["cancelled"]
    assert (await invite(client, admin)).status_code == 201


async def test_a_stale_version_is_not_deleted(
    client: httpx.AsyncClient, club: ClubKit, admin: Person
) -> None:
    invitation = await club.invite(admin)
    path = f"{INVITATIONS}/{invitation.uuid}"
    tag = (await client.get(path, headers=admin.headers)).headers["ETag"]
    await client.post(f"{path}/resend", headers=admin.headers)

    stale = await client.delete(path, headers=admin.headers | {"If-Match": tag})
    fresh = (await client.get(path, headers=admin.headers)).headers["ETag"]
    current = await client.delete(path, headers=admin.headers | {"If-Match": fresh})

    assert (stale.status_code, code(stale)) == (412, "stale_version")
    assert current.status_code == 204


async def test_a_resend_gives_a_fresh_expiry_and_another_mail(
    client: httpx.AsyncClient, club: ClubKit, admin: Person
) -> None:
    created = (await invite(client, admin)).json()["data"]
    before = club.code_of(await club.find_invitation(created["id"]))
    await club.shift("user_invitations", "expired_at", days=-3)

    answer = await client.post(f"{INVITATIONS}/{created['id']}/resend", headers=admin.headers)

    attributes = answer.json()["data"]["attributes"]
    assert answer.status_code == 202
    assert attributes["expired_at"] >= created["attributes"]["expired_at"]
    assert (attributes["state"], attributes["mailed_at"]) == ("pending", None)
    assert club.code_of(await club.find_invitation(created["id"])) != before
    statuses = [row["status"] for row in await club.rows("outbox_deliveries")]
    assert statuses == ["cancelled", "ready"]


async def test_an_accepted_invitation_is_not_sent_again(
    client: httpx.AsyncClient, admin: Person, states: dict[str, str]
) -> None:
    answer = await client.post(f"{INVITATIONS}/{states['confirmed']}/resend", headers=admin.headers)

    assert answer.status_code == 422


async def test_an_invitation_cannot_be_edited(
    client: httpx.AsyncClient, club: ClubKit, admin: Person
) -> None:
    """jsonapi.md U8."""
    invitation = await club.invite(admin)

    answer = await client.patch(
        f"{INVITATIONS}/{invitation.uuid}",
        json=document("user_invitations", {"remark": "x"}, id=str(invitation.uuid)),
        headers=json_api_headers(admin),
    )

    assert (answer.status_code, code(answer)) == (403, "operation_not_supported")
