"""auth/users: the accounts of all users, and accepting an invitation."""

from datetime import timedelta

import httpx
import pytest

from kwai.core.domain.clock import utc_now
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from tests.factories.identity import OTHER_PASSWORD, PASSWORD, make_user, make_user_account_in_db
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

USERS = f"{API}/auth/users"


def accept(
    club: ClubKit, invitation: object, *, mailed: str | None = None, **attributes: object
) -> dict[str, object]:
    given = {"first_name": "Kyuzo", "last_name": "Mifune", "password": OTHER_PASSWORD}
    return document(
        "user_accounts",
        given | attributes,
        relationships={"invitation": ("user_invitations", str(invitation.uuid))},  # type: ignore[attr-defined]
        meta={"code": club.code_of(invitation) if mailed is None else mailed},  # type: ignore[arg-type]
    )


async def emails(client: httpx.AsyncClient, admin: Person, query: str) -> list[str]:
    answer = await client.get(f"{USERS}?{query}", headers=admin.headers)
    assert answer.status_code == 200, answer.text
    return [each["attributes"]["email"] for each in answer.json()["data"]]


@pytest.fixture
async def members(club: ClubKit, admin: Person) -> None:
    for first, last, email in (
        ("Ryoko", "Tani", "tani@club.example"),
        ("Naohisa", "Takato", "takato@club.example"),
        ("Élodie", "Clouvel", "clouvel@club.example"),
    ):
        user = make_user(email=email, first_name=first, last_name=last)
        await make_user_account_in_db(club.database, user)


async def test_an_administrator_sees_all_users_by_name(
    client: httpx.AsyncClient, admin: Person, members: None
) -> None:
    answer = await client.get(USERS, headers=admin.headers)

    document_ = answer.json()
    names = [each["attributes"]["last_name"] for each in document_["data"]]
    assert names == ["Clouvel", "Kano", "Takato", "Tani"]
    assert document_["meta"] == {"count": 4, "offset": 0, "limit": 25}
    assert all("remark" in each["attributes"] for each in document_["data"])


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("sort=email", ["chair", "clouvel", "takato", "tani"]),
        ("sort=-email", ["tani", "takato", "clouvel", "chair"]),
        ("sort=-last_name", ["tani", "takato", "chair", "clouvel"]),
        ("filter[search]=elodie", ["clouvel"]),
        ("filter[search]=TAK club", ["takato"]),
        ("filter[search]=nobody", []),
        ("filter[search]=%25", []),
        ("filter[revoked]=true", []),
        ("sort=email&page[limit]=2&page[offset]=1", ["clouvel", "takato"]),
    ],
)
async def test_users_are_sorted_filtered_and_paged(
    client: httpx.AsyncClient, admin: Person, members: None, query: str, expected: list[str]
) -> None:
    found = await emails(client, admin, query)

    assert [email.partition("@")[0] for email in found] == expected


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("sort=password", "sort"),
        ("filter[revoked]=1", "filter[revoked]"),
        ("filter[unknown]=1", "filter[unknown]"),
        ("filter[search]=", "filter[search]"),
        (f"filter[search]={'x' * 201}", "filter[search]"),
        ("page[limit]=101", "page[limit]"),
        ("page[offset]=-1", "page[offset]"),
        ("include=sessions", "include"),
        ("fields[user_accounts]=password", "fields[user_accounts]"),
    ],
)
async def test_a_bad_parameter_is_named(
    client: httpx.AsyncClient, admin: Person, query: str, parameter: str
) -> None:
    answer = await client.get(f"{USERS}?{query}", headers=admin.headers)

    assert answer.status_code == 400
    assert [each["source"]["parameter"] for each in answer.json()["errors"]] == [parameter]


async def test_database_n6_a_list_costs_the_same_for_few_and_for_many(
    client: httpx.AsyncClient, club: ClubKit, admin: Person, statements: Statements
) -> None:
    counts = []
    for number in (2, 10):
        for _ in range(number):
            await make_user_account_in_db(club.database, make_user())
        statements.clear()
        await client.get(f"{USERS}?page[limit]=100", headers=admin.headers)
        counts.append(statements.count)

    assert counts == [2, 2], "who is asking, the page"


async def test_an_administrator_notes_a_remark(
    client: httpx.AsyncClient, admin: Person, user: Person
) -> None:
    answer = await client.patch(
        f"{USERS}/{user.uuid}",
        json=document("user_accounts", {"remark": "Treasurer"}, id=user.uuid),
        headers=json_api_headers(admin),
    )

    assert answer.status_code == 200
    assert answer.json()["data"]["attributes"]["remark"] == "Treasurer"
    assert (await client.get(f"{API}/auth/user", headers=user.headers)).status_code == 200


async def test_what_an_administrator_read_can_be_sent_back(
    client: httpx.AsyncClient, club: ClubKit, admin: Person, user: Person
) -> None:
    await club.confirm(admin)
    before = (await client.get(f"{USERS}/{user.uuid}", headers=admin.headers)).json()["data"]

    answer = await client.patch(
        f"{USERS}/{user.uuid}", json={"data": before}, headers=json_api_headers(admin)
    )

    assert answer.status_code == 200
    assert answer.json()["data"]["attributes"] == before["attributes"]


async def test_a_stale_version_of_an_account_is_refused(
    client: httpx.AsyncClient, admin: Person, user: Person
) -> None:
    tag = (await client.get(f"{USERS}/{user.uuid}", headers=admin.headers)).headers["ETag"]
    change = document("user_accounts", {"remark": "One"}, id=user.uuid)
    await client.patch(f"{USERS}/{user.uuid}", json=change, headers=json_api_headers(admin))

    answer = await client.patch(
        f"{USERS}/{user.uuid}", json=change, headers=json_api_headers(admin) | {"If-Match": tag}
    )

    assert (answer.status_code, code(answer)) == (412, "stale_version")


@pytest.mark.parametrize("uuid", ["abc", "0", "2b4c7a52-8f2e-4b1e-8c56-0d6f0a6f1c11", "%00"])
async def test_an_unknown_user_is_not_found(
    client: httpx.AsyncClient, admin: Person, uuid: str
) -> None:
    answer = await client.get(f"{USERS}/{uuid}", headers=admin.headers)

    assert answer.status_code == 404


async def test_accepting_an_invitation_makes_a_user_who_can_log_in(
    client: httpx.AsyncClient, club: ClubKit, admin: Person
) -> None:
    invitation = await club.invite(admin, email="invited@club.example")

    answer = await client.post(
        USERS, json=accept(club, invitation, locale="fr"), headers=json_api_headers()
    )

    assert answer.status_code == 201, answer.text
    data = answer.json()["data"]
    assert answer.headers["Location"] == data["links"]["self"]
    assert data["attributes"]["first_name"] == "Kyuzo"
    assert "password" not in answer.text
    form = {"username": "invited@club.example", "password": OTHER_PASSWORD}
    assert (await client.post(f"{API}/auth/login", data=form)).status_code == 200
    shown = await client.get(f"{USERS}/invitations/{invitation.uuid}", headers=admin.headers)
    assert shown.json()["data"]["attributes"]["state"] == "confirmed"


async def test_the_code_is_taken_as_people_copy_it(
    client: httpx.AsyncClient, club: ClubKit, admin: Person
) -> None:
    invitation = await club.invite(admin)
    mailed = f" {club.code_of(invitation).lower()} "

    answer = await client.post(
        USERS, json=accept(club, invitation, mailed=mailed), headers=json_api_headers()
    )

    assert answer.status_code == 201


@pytest.mark.parametrize("mailed", ["A" * 26, "", "x"])
async def test_security_s17_a_wrong_code_looks_like_an_unknown_invitation(
    client: httpx.AsyncClient, club: ClubKit, admin: Person, mailed: str
) -> None:
    known = await club.invite(admin)
    unknown = await club.invite(admin)
    await client.delete(f"{USERS}/invitations/{unknown.uuid}", headers=admin.headers)

    answers = [
        await client.post(USERS, json=accept(club, each, mailed=mailed), headers=json_api_headers())
        for each in (known, unknown)
    ]

    assert {answer.status_code for answer in answers} == {404}
    assert answers[0].content == answers[1].content
    assert len(await club.rows("users")) == 1


@pytest.mark.parametrize(
    ("members", "pointer", "missing"), [({}, "", "meta.code"), ({"meta": {}}, "/meta", "code")]
)
async def test_a_code_is_needed(
    client: httpx.AsyncClient,
    club: ClubKit,
    admin: Person,
    members: dict[str, object],
    pointer: str,
    missing: str,
) -> None:
    body = accept(club, await club.invite(admin))
    del body["meta"]

    answer = await client.post(USERS, json=body | members, headers=json_api_headers())

    assert answer.status_code == 422
    (error,) = answer.json()["errors"]
    assert error["source"] == {"pointer": pointer}
    assert error["meta"]["member"] == "code"
    assert error["detail"] == f"The member {missing} is missing."


async def test_an_invitation_is_needed(client: httpx.AsyncClient) -> None:
    names = {"first_name": "Kyuzo", "last_name": "Mifune", "password": OTHER_PASSWORD}
    without = document("user_accounts", names, meta={"code": "x"})
    empty = document("user_accounts", names, meta={"code": "x"}, relationships={"invitation": None})

    for body in (without, empty):
        answer = await client.post(USERS, json=body, headers=json_api_headers())
        assert answer.status_code == 422


async def test_an_expired_invitation_makes_nobody(
    client: httpx.AsyncClient, club: ClubKit, admin: Person
) -> None:
    invitation = await club.invite(admin, expired_at=utc_now() - timedelta(seconds=1))

    answer = await client.post(USERS, json=accept(club, invitation), headers=json_api_headers())

    assert (answer.status_code, pointers(answer)) == (422, ["/data/relationships/invitation"])


async def test_an_accepted_invitation_makes_nobody_else(
    client: httpx.AsyncClient, club: ClubKit, admin: Person
) -> None:
    body = accept(club, await club.invite(admin))
    await client.post(USERS, json=body, headers=json_api_headers())

    answer = await client.post(USERS, json=body, headers=json_api_headers())

    assert (answer.status_code, pointers(answer)) == (422, ["/data/relationships/invitation"])


async def test_an_address_that_is_used_by_now_makes_nobody(
    client: httpx.AsyncClient, club: ClubKit, admin: Person
) -> None:
    invitation = await club.invite(admin, email="taken@club.example")
    await club.join(email="Taken@club.example")

    answer = await client.post(USERS, json=accept(club, invitation), headers=json_api_headers())

    assert (answer.status_code, pointers(answer)) == (422, ["/data/relationships/invitation"])


async def test_a_withdrawn_invitation_is_unknown(
    client: httpx.AsyncClient, club: ClubKit, admin: Person
) -> None:
    invitation = await club.invite(admin)
    await club.change_invitation(invitation, revoked=True)

    answer = await client.post(USERS, json=accept(club, invitation), headers=json_api_headers())

    assert answer.status_code == 404


async def test_the_code_of_a_mail_that_was_sent_again_is_dead(
    client: httpx.AsyncClient, club: ClubKit, admin: Person
) -> None:
    invitation = await club.invite(admin)
    body = accept(club, invitation)
    later = LocalTimestamp(utc_now() + timedelta(days=8))
    await club.change_invitation(invitation.renew(later))

    answer = await client.post(USERS, json=body, headers=json_api_headers())

    assert answer.status_code == 404


async def test_the_invitation_of_a_user_is_no_member_of_it(
    client: httpx.AsyncClient, club: ClubKit, admin: Person, user: Person
) -> None:
    invitation = await club.invite(admin)
    linkage = {"data": {"type": "user_invitations", "id": str(invitation.uuid)}}

    shown = await client.get(f"{USERS}/{user.uuid}", headers=admin.headers)
    related = await client.get(f"{USERS}/{user.uuid}/invitation", headers=admin.headers)
    changed = await client.patch(
        f"{USERS}/{user.uuid}/relationships/invitation",
        json=linkage,
        headers=json_api_headers(admin),
    )

    assert "relationships" not in shown.json()["data"]
    assert (related.status_code, changed.status_code) == (404, 404)


async def test_a_user_cannot_be_deleted(
    client: httpx.AsyncClient, admin: Person, user: Person
) -> None:
    answer = await client.delete(f"{USERS}/{user.uuid}", headers=admin.headers)

    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD, PATCH"


async def test_a_password_is_changed_on_its_own_way_only(
    client: httpx.AsyncClient, admin: Person, user: Person
) -> None:
    answer = await client.patch(
        f"{USERS}/{user.uuid}",
        json=document("user_accounts", {"password": OTHER_PASSWORD}, id=user.uuid),
        headers=json_api_headers(admin),
    )

    assert answer.status_code == 403
    form = {"username": user.email, "password": PASSWORD}
    assert (await client.post(f"{API}/auth/login", data=form)).status_code == 200
