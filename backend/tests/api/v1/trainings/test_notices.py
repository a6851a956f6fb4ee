"""Coaches are told what became of their trainings: once, in one mail."""

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest

from kwai.core.domain.clock import utc_now
from kwai.core.events.embedded import create_worker
from tests.support.atomic import run_operations
from tests.support.identity_api import ClubKit, Person
from tests.support.training_api import MONDAY, TrainingKit, document, let_time_pass

SIX_DAYS = timedelta(days=6)


def cancellation(training: dict[str, Any]) -> dict[str, Any]:
    event = training["attributes"]["event"] | {"cancelled": True, "cancel_reason": "Storm"}
    return {"op": "update", **document("trainings", {"event": event}, id=training["id"])}


async def mails(club: ClubKit) -> Counter[str]:
    """Let the worker do what is due, and count the mails of each person."""
    await create_worker(club.settings).drain()
    rows = await club.rows("outbox_deliveries", "recipient, handler")
    return Counter(row["recipient"] for row in rows if "send" in row["handler"])


@pytest.fixture
async def people(club: ClubKit) -> list[Person]:
    return [await club.join(email=f"c{number}@club.example") for number in range(2)]


@pytest.fixture
async def week(chair: TrainingKit, people: list[Person]) -> list[str]:
    """Seven trainings, from Monday to Sunday, of two coaches."""
    coaches = [await chair.coach(f"Coach {number}", person) for number, person in enumerate(people)]
    for weekday in range(1, 8):
        definition = await chair.definition(f"Day {weekday}", weekday=weekday, coaches=coaches)
        await chair.generate(definition, weeks=1)
    return [each["id"] for each in await chair.trainings()]


async def cancel(kit: TrainingKit, id_: str, action: str = "cancel") -> None:
    body = {"meta": {"reason": "Storm"}}
    await kit.send("POST", f"/trainings/{id_}/{action}", body, expect=200)


async def test_a_closed_week_is_one_mail_per_person(
    chair: TrainingKit, club: ClubKit, people: list[Person], week: list[str]
) -> None:
    values = {"name": "Works", "start_date": str(MONDAY), "end_date": str(MONDAY + SIX_DAYS)}

    made = await chair.create(document("closures", values))
    await let_time_pass(club)

    assert len(made["meta"]["cancelled"]) == 7
    assert await mails(club) == {person.email: 1 for person in people}


async def test_a_week_that_is_cancelled_bit_by_bit_is_one_mail_per_person(
    chair: TrainingKit, club: ClubKit, people: list[Person], week: list[str]
) -> None:
    for id_ in week:
        await cancel(chair, id_)
        assert await mails(club) == {}
    await let_time_pass(club)

    assert await mails(club) == {person.email: 1 for person in people}
    rows = await club.rows("outbox_deliveries", "status, outcome")
    assert {row["status"] for row in rows if row["outcome"]} == {"done"}


async def test_who_is_still_cancelling_is_waited_for(
    chair: TrainingKit, club: ClubKit, people: list[Person], week: list[str]
) -> None:
    await cancel(chair, week[0])
    await let_time_pass(club)
    await cancel(chair, week[1])

    early = await mails(club)
    await let_time_pass(club)

    assert early == {}
    assert await mails(club) == {person.email: 1 for person in people}


async def test_nobody_waits_for_ever(
    chair: TrainingKit, club: ClubKit, people: list[Person], week: list[str]
) -> None:
    await cancel(chair, week[0])
    await let_time_pass(club, minutes=15)
    await cancel(chair, week[1])

    assert await mails(club) == {person.email: 1 for person in people}


async def test_many_operations_of_one_request_are_one_mail(
    chair: TrainingKit, club: ClubKit, people: list[Person], week: list[str]
) -> None:
    shown = await chair.trainings()
    operations = [cancellation(each) for each in shown]

    answer = await run_operations(chair.client, *operations, headers=chair.person.headers)
    await let_time_pass(club)

    assert answer.status_code == 200, answer.text
    assert await mails(club) == {person.email: 1 for person in people}


async def test_what_starts_soon_is_told_at_once(
    chair: TrainingKit, club: ClubKit, people: list[Person]
) -> None:
    coach = await chair.coach("Jigoro", people[0])
    start = utc_now().replace(microsecond=0) + timedelta(hours=1)
    made = await chair.create(
        chair.training_body(
            start.isoformat(),
            (start + timedelta(hours=1)).isoformat(),
            coaches=[{"type": "coaches", "id": coach}],
        )
    )

    await cancel(chair, made["data"]["id"])

    assert await mails(club) == {people[0].email: 1}


async def test_who_is_told_nothing_new_gets_no_mail(chair: TrainingKit, club: ClubKit) -> None:
    person = await club.join(email="c@club.example")
    await chair.generate(await chair.definition(coaches=[await chair.coach("Jigoro", person)]))
    training = (await chair.trainings())[0]

    for action in ("cancel", "restore"):
        path = f"/trainings/{training['id']}/{action}"
        await chair.send("POST", path, {"meta": {"reason": "Ill"}}, expect=200)
    await let_time_pass(club)
    await create_worker(club.settings).drain()

    rows = await club.rows("outbox_deliveries", "handler")
    assert [row for row in rows if "send" in row["handler"]] == []


async def test_a_patch_that_cancels_tells_the_coaches_too(
    chair: TrainingKit, club: ClubKit
) -> None:
    person = await club.join(email="c@club.example")
    await chair.generate(await chair.definition(coaches=[await chair.coach("Jigoro", person)]))
    training = (await chair.trainings())[0]
    event = training["attributes"]["event"] | {"cancelled": True, "cancel_reason": "Storm"}
    body = document("trainings", {"event": event}, id=training["id"])

    await chair.send("PATCH", f"/trainings/{training['id']}", body, expect=200)

    await let_time_pass(club)
    await create_worker(club.settings).drain()
    rows = await club.rows("outbox_deliveries", "handler")
    assert len([row for row in rows if "send" in row["handler"]]) == 1
