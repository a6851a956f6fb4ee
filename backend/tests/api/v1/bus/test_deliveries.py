"""bus/deliveries: the state of every mail."""

import httpx
import pytest

from kwai.core.db.criteria import KwaiField
from tests.support.identity_api import API, ClubKit, Person, code

DELIVERIES = f"{API}/bus/deliveries"
SUBJECT = "2b4c7a52-8f2e-4b1e-8c56-0d6f0a6f1c11"


async def set_status(club: ClubKit, id_: int, status: str) -> None:
    values = {"status": status, "attempts": 25, "last_error": "451 busy", "finished_at": None}
    query = club.database.create_query_factory().update("outbox_deliveries", values)
    await club.database.change(query.where(KwaiField("id").eq(id_)))


async def test_a_queued_mail_is_shown(
    client: httpx.AsyncClient, club: ClubKit, admin: Person
) -> None:
    id_ = await club.queue_mail("nele@club.example", subject_uuid=SUBJECT)

    answer = await client.get(DELIVERIES, headers=admin.headers)

    (data,) = answer.json()["data"]
    assert (data["type"], data["id"]) == ("deliveries", str(id_))
    attributes = data["attributes"]
    assert attributes["recipient"] == "nele@club.example"
    assert (attributes["name"], attributes["state"]) == ("club.greeted", "queued")
    assert (attributes["attempts"], attributes["sent_at"]) == (0, None)
    assert attributes["subject"] == SUBJECT
    assert "Hello!" not in answer.text


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("filter[state]=queued", 1),
        ("filter[state]=given_up", 1),
        ("filter[state]=queued,given_up", 2),
        ("filter[state]=sent", 0),
        ("filter[name]=club.greeted", 1),
        ("filter[name]=club.other", 1),
        (f"filter[subject]={SUBJECT}", 1),
    ],
)
async def test_deliveries_are_filtered(
    client: httpx.AsyncClient, club: ClubKit, admin: Person, query: str, count: int
) -> None:
    await club.queue_mail(subject_uuid=SUBJECT)
    await set_status(club, await club.queue_mail(event_name="club.other"), "dead")

    answer = await client.get(f"{DELIVERIES}?{query}", headers=admin.headers)

    assert answer.json()["meta"]["count"] == count


@pytest.mark.parametrize("query", ["filter[state]=dead", "filter[subject]=x", "sort=name"])
async def test_a_bad_parameter_is_refused(
    client: httpx.AsyncClient, admin: Person, query: str
) -> None:
    answer = await client.get(f"{DELIVERIES}?{query}", headers=admin.headers)

    assert answer.status_code == 400


async def test_a_mail_that_was_given_up_is_tried_again(
    client: httpx.AsyncClient, club: ClubKit, admin: Person
) -> None:
    id_ = await club.queue_mail()
    await set_status(club, id_, "dead")

    answer = await client.post(f"{DELIVERIES}/{id_}/retry", headers=admin.headers)

    assert answer.status_code == 202
    assert answer.json()["data"]["attributes"]["state"] in {"queued", "failed"}
    assert [row["status"] for row in await club.rows("outbox_deliveries")] == ["ready"]


@pytest.mark.parametrize("status", ["done", "cancelled"])
async def test_what_has_ended_well_is_not_tried_again(
    client: httpx.AsyncClient, club: ClubKit, admin: Person, status: str
) -> None:
    id_ = await club.queue_mail()
    await set_status(club, id_, status)

    answer = await client.post(f"{DELIVERIES}/{id_}/retry", headers=admin.headers)

    assert (answer.status_code, code(answer)) == (409, "conflict")


async def test_one_delivery_is_shown(
    client: httpx.AsyncClient, club: ClubKit, admin: Person
) -> None:
    id_ = await club.queue_mail()

    answer = await client.get(f"{DELIVERIES}/{id_}", headers=admin.headers)

    assert answer.json()["data"]["id"] == str(id_)
    assert (await client.get(f"{DELIVERIES}/4711", headers=admin.headers)).status_code == 404
