"""Group A on the real resources: one transaction, each operation as it would be alone."""

from typing import Any

import httpx
import pytest

from kwai.core.json_api import MEDIA_TYPE
from kwai.core.json_api.atomic import MOST_OPERATIONS
from tests.support.atomic import ATOMIC_TYPE, PATH, add, remove, run_operations, update
from tests.support.identity_api import ClubKit, Person, document, json_api_headers
from tests.support.smtp import SmtpSink

UNKNOWN = "00000000-0000-4000-8000-000000000000"


def invitation(number: int = 1, **members: Any) -> dict[str, Any]:
    attributes = {
        "email": f"new{number}@club.example",
        "first_name": "Rena",
        "last_name": "Kanokogi",
    }
    return add("user_invitations", attributes, **members)


async def stored(club: ClubKit) -> tuple[int, int]:
    """Count the invitations, and the events that were published."""
    invitations = await club.rows("user_invitations", "id")
    return len(invitations), len(await club.rows("outbox_events", "id"))


async def test_a7_there_is_one_result_for_each_operation(
    client: httpx.AsyncClient, club: ClubKit, admin: Person, user: Person
) -> None:
    old = await club.invite(admin)

    answer = await run_operations(
        client,
        invitation(1),
        remove("user_invitations", str(old.uuid)),
        update("user_accounts", user.uuid, remark="Has the key."),
        headers=admin.headers,
    )

    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"] == ATOMIC_TYPE
    created, removed, updated = answer.json()["atomic:results"]
    assert created["data"]["attributes"]["email"] == "new1@club.example"
    assert removed == {}
    assert updated["data"]["attributes"]["remark"] == "Has the key."
    assert await stored(club) == (1, 1)


async def test_a2_there_is_neither_data_nor_included(
    client: httpx.AsyncClient, admin: Person
) -> None:
    document = (await run_operations(client, invitation(), headers=admin.headers)).json()

    assert document.keys() == {"jsonapi", "links", "atomic:results"}
    assert document["jsonapi"]["ext"] == ["https://jsonapi.org/ext/atomic"]


async def test_a7_without_any_data_it_is_204(
    client: httpx.AsyncClient, club: ClubKit, admin: Person
) -> None:
    ids = [str((await club.invite(admin, email=f"n{n}@club.example")).uuid) for n in (1, 2)]

    answer = await run_operations(
        client, *(remove("user_invitations", id_) for id_ in ids), headers=admin.headers
    )

    assert (answer.status_code, answer.content) == (204, b"")
    assert await stored(club) == (0, 0)


async def test_a6_one_failure_undoes_all_events_included(
    client: httpx.AsyncClient, club: ClubKit, admin: Person
) -> None:
    answer = await run_operations(
        client,
        invitation(1),
        invitation(2),
        remove("user_invitations", UNKNOWN),
        headers=admin.headers,
    )

    assert answer.status_code == 404
    (error,) = answer.json()["errors"]
    assert error["source"] == {"pointer": "/atomic:operations/2"}
    assert await stored(club) == (0, 0)


async def test_a6_no_mail_leaves_when_a_later_operation_fails(
    client: httpx.AsyncClient, club: ClubKit, admin: Person, smtp_sink: SmtpSink
) -> None:
    await run_operations(client, invitation(1), invitation(1), headers=admin.headers)

    assert await club.rows("outbox_deliveries", "id") == []
    assert smtp_sink.mails == []


async def test_a9_the_pointers_lead_into_the_operation(
    client: httpx.AsyncClient, club: ClubKit, admin: Person
) -> None:
    wrong = add("user_invitations", {"email": "x@club.example", "first_name": 5, "nothing": 1})

    answer = await run_operations(client, invitation(), wrong, headers=admin.headers)

    assert answer.status_code == 422
    assert {each["source"]["pointer"] for each in answer.json()["errors"]} == {
        "/atomic:operations/1/data/attributes",
        "/atomic:operations/1/data/attributes/first_name",
        "/atomic:operations/1/data/attributes/nothing",
    }
    assert await stored(club) == (0, 0)


async def test_a9_the_domain_points_into_the_operation_too(
    client: httpx.AsyncClient, admin: Person
) -> None:
    answer = await run_operations(client, invitation(1), invitation(1), headers=admin.headers)

    assert answer.status_code == 422
    (error,) = answer.json()["errors"]
    assert error["source"] == {"pointer": "/atomic:operations/1/data/attributes/email"}


async def test_a10_a_lid_stands_for_what_an_earlier_operation_created(
    client: httpx.AsyncClient, club: ClubKit, admin: Person
) -> None:
    answer = await run_operations(
        client,
        invitation(1, lid="mine"),
        {"op": "remove", "ref": {"type": "user_invitations", "lid": "mine"}},
        headers=admin.headers,
    )

    assert answer.status_code == 200, answer.text
    assert await stored(club) == (0, 1)


async def test_a10_an_unknown_lid_is_400(client: httpx.AsyncClient, admin: Person) -> None:
    lost = {"op": "remove", "ref": {"type": "user_invitations", "lid": "lost"}}

    answer = await run_operations(client, lost, headers=admin.headers)

    assert answer.status_code == 400


async def test_permissions_are_checked_before_the_first_operation_runs(
    client: httpx.AsyncClient, club: ClubKit, admin: Person, user: Person
) -> None:
    answer = await run_operations(
        client,
        {"op": "remove", "ref": {"type": "sessions", "id": str(user.session.uuid)}},
        invitation(1),
        headers=user.headers,
    )

    assert answer.status_code == 403
    assert answer.json()["errors"][0]["source"] == {"pointer": "/atomic:operations/1"}
    (_, session) = await club.rows("user_sessions", "id, revoked_at")
    assert session["revoked_at"] is None


async def test_an_anonymous_visitor_is_asked_to_log_in(client: httpx.AsyncClient) -> None:
    answer = await run_operations(client, invitation())

    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"


async def test_a_bad_token_is_401(client: httpx.AsyncClient) -> None:
    answer = await run_operations(client, invitation(), headers={"Authorization": "Bearer x"})

    assert answer.status_code == 401


async def test_the_password_is_asked_for_as_it_is_alone(
    client: httpx.AsyncClient, club: ClubKit, admin: Person, user: Person
) -> None:
    promote = update("user_accounts", user.uuid, admin=True)

    refused = await run_operations(client, promote, headers=admin.headers)
    await club.confirm(admin)
    done = await run_operations(client, promote, headers=admin.headers)

    assert refused.status_code == 403
    assert refused.json()["errors"][0]["code"] == "step_up_required"
    assert done.status_code == 200


async def test_what_is_throttled_or_hashed_is_done_alone(
    client: httpx.AsyncClient, club: ClubKit, admin: Person
) -> None:
    open_one = await club.invite(admin, email="new@club.example")
    accept = document(
        "user_accounts",
        {"first_name": "A", "last_name": "B", "password": "tomoe nage sutemi"},
        relationships={"invitation": ("user_invitations", str(open_one.uuid))},
        meta={"code": club.code_of(open_one)},
    )

    answer = await run_operations(client, {"op": "add", **accept})

    assert answer.status_code == 403
    assert answer.json()["errors"][0]["code"] == "operation_not_supported"


@pytest.mark.parametrize(
    "operation",
    [
        update("user_invitations", UNKNOWN, remark="x"),
        add("security_events", {}),
        remove("deliveries", "1"),
    ],
)
async def test_what_a_resource_does_not_offer_is_403(
    client: httpx.AsyncClient, admin: Person, operation: dict[str, Any]
) -> None:
    answer = await run_operations(client, operation, headers=admin.headers)

    assert answer.status_code == 403
    assert answer.json()["errors"][0]["source"] == {"pointer": "/atomic:operations/0"}


@pytest.mark.parametrize("id_", ["abc", "0", "../x", UNKNOWN, "invitations"])
async def test_what_cannot_exist_is_404(client: httpx.AsyncClient, admin: Person, id_: str) -> None:
    answer = await run_operations(client, remove("user_invitations", id_), headers=admin.headers)

    assert answer.status_code == 404


@pytest.mark.parametrize("type_", [MEDIA_TYPE, None, "application/json"])
async def test_a1_without_the_extension_it_is_415(
    client: httpx.AsyncClient, admin: Person, type_: str | None
) -> None:
    headers = admin.headers | ({"Content-Type": type_} if type_ else {})

    answer = await client.post(PATH, content=b'{"atomic:operations": []}', headers=headers)

    assert answer.status_code == 415


async def test_a1_a_clean_accept_gets_an_answer(client: httpx.AsyncClient, admin: Person) -> None:
    headers = admin.headers | {"Accept": MEDIA_TYPE}

    answer = await run_operations(client, invitation(), headers=headers)

    assert (answer.status_code, answer.headers["Content-Type"]) == (200, ATOMIC_TYPE)


async def test_a1_there_is_only_post(client: httpx.AsyncClient) -> None:
    answer = await client.get(PATH)

    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")


@pytest.mark.parametrize("body", ["", "{", "[]", "{}", '{"atomic:operations": []}', '{"data": 1}'])
async def test_a8_what_holds_no_operations_is_400(
    client: httpx.AsyncClient, admin: Person, body: str
) -> None:
    headers = admin.headers | {"Content-Type": ATOMIC_TYPE}

    answer = await client.post(PATH, content=body, headers=headers)

    assert answer.status_code == 400


async def test_a12_too_many_operations_are_400(client: httpx.AsyncClient, admin: Person) -> None:
    many = [remove("user_invitations", UNKNOWN)] * (MOST_OPERATIONS + 1)

    answer = await run_operations(client, *many, headers=admin.headers)

    assert answer.status_code == 400


async def test_parameters_belong_to_the_operations(
    client: httpx.AsyncClient, admin: Person
) -> None:
    answer = await client.post(
        f"{PATH}?include=user",
        content=b"{}",
        headers=json_api_headers(admin) | {"Content-Type": ATOMIC_TYPE},
    )

    assert answer.status_code == 400
    assert answer.json()["errors"][0]["source"] == {"parameter": "include"}


async def test_the_change_log_knows_who_it_was(
    client: httpx.AsyncClient, club: ClubKit, admin: Person
) -> None:
    await run_operations(client, invitation(), headers=admin.headers)

    entries = await club.rows("change_log", "entity, actor_id")
    actors = {each["actor_id"] for each in entries if each["entity"] == "user_invitations"}
    assert actors == {admin.account.user_id.value}


async def test_u12_many_operations_have_no_version(
    client: httpx.AsyncClient, club: ClubKit, admin: Person
) -> None:
    old = await club.invite(admin)

    answer = await run_operations(
        client,
        remove("user_invitations", str(old.uuid)),
        headers=admin.headers | {"If-Match": '"1-abc"'},
    )

    (error,) = answer.json()["errors"]
    assert (answer.status_code, error["source"]) == (412, {"header": "If-Match"})
    assert "alone" in error["detail"]
    assert len(await club.rows("user_invitations")) == 1


async def test_a3_there_are_results_or_errors(client: httpx.AsyncClient, admin: Person) -> None:
    done = await run_operations(client, invitation(1), headers=admin.headers)
    refused = await run_operations(
        client, invitation(2), remove("user_invitations", UNKNOWN), headers=admin.headers
    )

    assert done.json().keys() == {"jsonapi", "links", "atomic:results"}
    assert "atomic:results" not in refused.json()
    assert refused.json()["errors"]


async def test_a5_operations_are_done_in_their_order(
    client: httpx.AsyncClient, admin: Person, user: Person
) -> None:
    remarks = [update("user_accounts", user.uuid, remark=text) for text in ("first", "second")]

    answer = await run_operations(client, *remarks, headers=admin.headers)

    shown = [each["data"]["attributes"]["remark"] for each in answer.json()["atomic:results"]]
    assert shown == ["first", "second"]
