"""Nobody and nothing is at two places, unless somebody decides so."""

import asyncio
from http import HTTPStatus
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from tests.support.api import open_client
from tests.support.training_api import API, JSON_API, TrainingKit, document, link

SIX, SEVEN, EIGHT = (f"2031-03-04T{hour}:00:00Z" for hour in (18, 19, 20))


async def book(kit: TrainingKit, start: str, end: str, expect: int = 201, **given: Any) -> Any:
    return await kit.create(kit.training_body(start, end, **given), "/trainings", expect)


async def test_each_clash_is_named_and_linked(chair: TrainingKit) -> None:
    coach, team = await chair.coach("Jigoro"), await chair.team("U11")
    taken: dict[str, Any] = {
        "location": "Dojo A",
        "coaches": [link("coaches", coach)],
        "teams": [team],
    }
    first = await book(chair, SIX, EIGHT, **taken)

    refused = await book(chair, SEVEN, EIGHT, expect=409, **(taken | {"location": " dojo  a"}))

    told = {each["meta"]["clash"]["kind"]: each for each in refused["errors"]}
    assert set(told) == {"coach", "team", "location"}
    assert told["coach"]["meta"]["clash"]["name"] == "Jigoro Coach"
    assert told["team"]["source"]["pointer"] == "/data/relationships/teams"
    assert told["location"]["links"]["about"].endswith(f"/trainings/{first['data']['id']}")


async def test_who_comes_when_the_other_one_goes_does_not_clash(chair: TrainingKit) -> None:
    await book(chair, SIX, SEVEN, location="Dojo A")

    await book(chair, SEVEN, EIGHT, location="Dojo A")


async def test_a_cancelled_training_takes_nothing(chair: TrainingKit) -> None:
    first = await book(chair, SIX, EIGHT, location="Dojo A")
    await chair.send("POST", f"/trainings/{first['data']['id']}/cancel", {"meta": {}}, expect=200)
    await book(chair, SIX, EIGHT, location="Dojo A")

    path = f"/trainings/{first['data']['id']}/restore"
    await chair.send("POST", path, {"meta": {"reason": "again"}}, expect=409)
    await chair.send("POST", path, {"meta": {"allow_conflicts": True}}, expect=200)


async def test_an_override_is_recorded_until_the_clash_is_gone(chair: TrainingKit) -> None:
    await book(chair, SIX, SEVEN, location="Dojo A")
    allowed = await book(chair, SIX, SEVEN, location="Dojo A", meta={"allow_conflicts": True})
    event = {"start_date": SEVEN, "end_date": EIGHT, "location": "Dojo A"}
    path = f"/trainings/{allowed['data']['id']}"

    moved = await chair.send(
        "PATCH", path, document("trainings", {"event": event}, id=allowed["data"]["id"]), expect=200
    )

    assert allowed["data"]["attributes"]["conflicts_allowed_at"]
    assert moved["data"]["attributes"]["conflicts_allowed_at"] is None


@pytest.mark.parametrize("round_", range(2))
async def test_of_many_who_save_at_once_one_wins(
    chair: TrainingKit, app: FastAPI, round_: int
) -> None:
    body = chair.training_body(SIX, SEVEN, location="Dojo A")

    async def save(client: httpx.AsyncClient) -> int:
        headers = chair.person.headers | JSON_API
        answer = await client.post(f"{API}/trainings", json=body, headers=headers)
        if answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE and "retry-after" in answer.headers:
            # On a slow machine not all of them get a connection in time, and are told to come back.
            return await save(client)
        return answer.status_code

    async with open_client(app) as client:
        statuses = await asyncio.gather(*(save(client) for _ in range(50)))

    assert sorted(statuses) == [201, *[409] * 49]
    assert len(await chair.trainings()) == 1


async def test_two_who_generate_at_once_create_each_day_once(
    chair: TrainingKit, app: FastAPI
) -> None:
    definition = await chair.definition()

    results = await asyncio.gather(*(chair.generate(definition) for _ in range(5)))

    assert sum(each["summary"]["created"] for each in results) == 10
    assert len(await chair.trainings()) == 10
