"""A season, planned from the definition to the last day."""

from datetime import timedelta

import pytest

from kwai.api.schemas.training_reports import Generation
from tests.support.training_api import MONDAY, TrainingKit, document


async def test_a_preview_shows_what_the_real_run_does(chair: TrainingKit) -> None:
    definition = await chair.definition()

    preview = await chair.generate(definition, dry_run=True)
    before = await chair.trainings()
    real = await chair.generate(definition)

    assert before == []
    assert preview["summary"]["created"] == 10
    assert preview["dates"] == real["dates"]
    assert len(await chair.trainings()) == 10


async def test_generating_again_creates_nothing_twice(chair: TrainingKit) -> None:
    definition = await chair.definition()
    await chair.generate(definition)

    again = await chair.generate(definition)

    assert again["summary"] | {"exists": 10} == again["summary"]
    assert len(await chair.trainings()) == 10


async def test_a_moved_training_is_recognised_and_a_deleted_one_stays_away(
    chair: TrainingKit,
) -> None:
    definition = await chair.definition()
    await chair.generate(definition)
    moved, deleted, *_ = await chair.trainings()
    event = moved["attributes"]["event"]
    day = MONDAY + timedelta(days=3)
    changed = event | {"start_date": f"{day}T10:00:00Z", "end_date": f"{day}T11:00:00Z"}
    await chair.send(
        "PATCH",
        f"/trainings/{moved['id']}",
        document("trainings", {"event": changed}, id=moved["id"]),
        expect=200,
    )
    await chair.send("DELETE", f"/trainings/{deleted['id']}", expect=204)

    again = await chair.generate(definition)

    assert (again["summary"]["exists"], again["summary"]["excluded"]) == (9, 1)
    assert again["summary"]["created"] == 0
    assert len(await chair.trainings()) == 9


async def test_a_day_that_is_not_excluded_any_more_is_generated(chair: TrainingKit) -> None:
    definition = await chair.definition()
    await chair.generate(definition)
    first, *_ = await chair.trainings()
    await chair.send("DELETE", f"/trainings/{first['id']}", expect=204)
    body = document("training_definitions", {"exception_dates": []}, id=definition)
    await chair.send("PATCH", f"/training_definitions/{definition}", body, expect=200)

    again = await chair.generate(definition)

    assert again["summary"]["created"] == 1


async def test_a_season_is_generated_in_one_request(chair: TrainingKit) -> None:
    season = await chair.season()
    for weekday in (1, 2, 3):
        await chair.definition(f"Team {weekday}", weekday=weekday, season=season)

    done = await chair.send("POST", f"/seasons/{season}/generate", {"meta": {}}, expect=200)

    assert done["meta"]["summary"]["created"] == 30
    linked = await chair.get("/trainings?include=season,definition&page[limit]=1")
    assert {each["type"] for each in linked["included"]} == {"seasons", "training_definitions"}


async def test_what_is_taken_is_a_conflict_and_can_be_overridden(chair: TrainingKit) -> None:
    await chair.generate(await chair.definition("First"))
    second = await chair.definition("Second", start="19:00", end="20:00")

    refused = await chair.generate(second)
    allowed = await chair.generate(second, allow_conflicts=True)

    assert (refused["summary"]["conflict"], refused["summary"]["created"]) == (10, 0)
    assert refused["dates"][0]["clashes"][0]["name"] == "Dojo A"
    assert Generation.model_validate(refused).model_dump() == refused
    assert allowed["summary"]["created"] == 10
    shown = await chair.trainings("&filter[definition]=" + second)
    assert all(each["attributes"]["conflicts_allowed_at"] for each in shown)


@pytest.mark.parametrize(
    ("meta", "status"),
    [
        ({}, 422),
        ({"start": "2030-02-01", "end": "2030-01-01"}, 422),
        ({"start": "2030-01-01", "end": "2039-01-01"}, 422),
        ({"start": "9999-12-01", "end": "9999-12-31"}, 422),
        ({"start": "0001-01-01", "end": "0001-02-01"}, 422),
        ({"season": 4711}, 404),
    ],
)
async def test_a_period_is_needed(chair: TrainingKit, meta: dict[str, str], status: int) -> None:
    definition = await chair.definition()

    path = f"/training_definitions/{definition}/generate"
    await chair.send("POST", path, {"meta": meta}, expect=status)
