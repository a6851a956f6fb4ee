"""This one, this and the following, or all: a definition changes its trainings."""

from datetime import timedelta
from typing import Any

import pytest

from tests.support.training_api import MONDAY, TrainingKit, document, link


async def change(
    kit: TrainingKit, definition: str, attributes: dict[str, Any], query: str = ""
) -> Any:
    body = document("training_definitions", attributes, id=definition)
    return await kit.send("PATCH", f"/training_definitions/{definition}{query}", body, expect=200)


async def locations(kit: TrainingKit) -> list[str]:
    return [each["attributes"]["event"]["location"] for each in await kit.trainings()]


async def edit(kit: TrainingKit, training: dict[str, Any], **event: Any) -> None:
    changed = training["attributes"]["event"] | event
    body = document("trainings", {"event": changed}, id=training["id"])
    await kit.send("PATCH", f"/trainings/{training['id']}", body, expect=200)


async def test_by_default_only_the_definition_changes(chair: TrainingKit) -> None:
    definition = await chair.definition()
    await chair.generate(definition)

    await change(chair, definition, {"location": "Dojo B"})

    assert await locations(chair) == ["Dojo A"] * 10


async def test_following_changes_those_from_a_day_on(chair: TrainingKit) -> None:
    definition = await chair.definition()
    await chair.generate(definition)
    since = MONDAY + timedelta(days=14)

    changed = await change(
        chair, definition, {"location": "Dojo B"}, f"?apply_to=following&apply_from={since}"
    )

    assert await locations(chair) == ["Dojo A"] * 2 + ["Dojo B"] * 8
    assert len(changed["meta"]["changed"]) == 8


async def test_all_keeps_what_was_changed_by_hand_and_says_so(chair: TrainingKit) -> None:
    definition = await chair.definition()
    await chair.generate(definition)
    first, *_ = await chair.trainings()
    await edit(chair, first, location="Beach")

    changed = await change(
        chair,
        definition,
        {"location": "Dojo B", "start_time": "18:30", "end_time": "20:00"},
        "?apply_to=all",
    )

    assert await locations(chair) == ["Beach"] + ["Dojo B"] * 9
    (left,) = changed["meta"]["left_alone"]
    assert (left["training"]["id"], left["kept"]) == (first["id"], ["location"])
    shown = await chair.get(f"/trainings/{first['id']}")
    assert (
        shown["data"]["attributes"]["event"]["start_date"]
        != first["attributes"]["event"]["start_date"]
    )


async def test_a_new_weekday_moves_the_days_and_the_exceptions(chair: TrainingKit) -> None:
    definition = await chair.definition(weekday=2)
    await chair.generate(definition)
    first, *_ = await chair.trainings()
    await chair.send("DELETE", f"/trainings/{first['id']}", expect=204)

    moved = await change(chair, definition, {"weekday": 4}, "?apply_to=all")

    expected = [str(MONDAY + timedelta(days=3 + 7 * week)) for week in range(10)]
    assert moved["data"]["attributes"]["exception_dates"] == expected[:1]
    shown = await chair.trainings()
    assert [each["attributes"]["occurrence_date"] for each in shown] == expected[1:]
    again = await chair.generate(definition)
    assert (again["summary"]["exists"], again["summary"]["excluded"]) == (9, 1)


async def test_a_text_follows_the_name(chair: TrainingKit) -> None:
    definition = await chair.definition("U11")
    await chair.generate(definition)

    await change(chair, definition, {"name": "U13"}, "?apply_to=all")

    titles = {each["attributes"]["contents"][0]["title"] for each in await chair.trainings()}
    assert titles == {"U13"}


async def test_following_needs_a_day(chair: TrainingKit) -> None:
    definition = await chair.definition()
    body = document("training_definitions", {"name": "X"}, id=definition)

    path = f"/training_definitions/{definition}?apply_to=following"
    await chair.send("PATCH", path, body, expect=422)


async def test_moving_into_what_is_taken_is_refused(chair: TrainingKit) -> None:
    await chair.generate(await chair.definition("First", weekday=2))
    second = await chair.definition("Second", weekday=3)
    await chair.generate(second)
    body = document("training_definitions", {"weekday": 2}, id=second)

    path = f"/training_definitions/{second}?apply_to=all"
    refused = await chair.send("PATCH", path, body, expect=409)
    body["meta"] = {"allow_conflicts": True}
    await chair.send("PATCH", path, body, expect=200)

    assert len(refused["errors"]) == 10


@pytest.mark.parametrize(("query", "left"), [("", 10), ("?delete_trainings=future", 0)])
async def test_deleting_keeps_or_removes_what_is_not_held_yet(
    chair: TrainingKit, query: str, left: int
) -> None:
    definition = await chair.definition()
    await chair.generate(definition)

    await chair.send("DELETE", f"/training_definitions/{definition}{query}", expect=204)

    assert len(await chair.trainings()) == left


@pytest.mark.parametrize(
    "values",
    [
        {"weekday": 8},
        {"weekday": 0},
        {"end_time": "17:00"},
        {"timezone": "Europe/Atlantis"},
        {"start_time": "25:00"},
    ],
)
async def test_a_definition_has_sound_values(chair: TrainingKit, values: dict[str, object]) -> None:
    sound = {"name": "U11", "weekday": 2, "start_time": "18:00", "end_time": "19:30"}

    body = document("training_definitions", sound | values)
    await chair.create(body, "/training_definitions", 422)


async def test_the_trainings_of_a_definition_are_a_list_of_their_own(chair: TrainingKit) -> None:
    definition = await chair.definition()
    await chair.generate(definition)
    await chair.generate(await chair.definition("Other", weekday=5))

    shown = await chair.get(f"/training_definitions/{definition}/trainings?filter[cancelled]=false")

    assert shown["meta"]["count"] == 10


async def test_a_whole_season_is_changed_and_removed_in_few_statements(
    chair: TrainingKit, statements: Any
) -> None:
    people = [await chair.coach(name) for name in ("Jigoro", "Kyuzo", "Keiko")]
    teams = [await chair.team(name) for name in ("U11", "U13")]
    definition = await chair.definition(coaches=people[:2], team=teams[0])
    await chair.generate(definition, weeks=40)
    await edit(chair, (await chair.trainings())[0], location="Park")
    values = {"name": "Renamed", "weekday": 4, "start_time": "17:00", "location": "Dojo B"}
    related = {
        "coaches": [link("coaches", people[2]), link("coaches", people[0])],
        "team": link("teams", teams[1]),
    }
    body = document("training_definitions", values, related, id=definition)
    path = f"/training_definitions/{definition}"
    statements.clear()

    changed = await chair.send("PATCH", f"{path}?apply_to=all", body, expect=200)

    assert statements.count <= 40
    assert len(changed["meta"]["changed"]) == 40
    shown = await chair.trainings("&include=coaches,teams")
    assert {each["attributes"]["contents"][0]["title"] for each in shown} == {"Renamed"}
    assert [each["attributes"]["event"]["location"] for each in shown].count("Dojo B") == 39
    linked = [
        [each["id"] for each in training["relationships"]["coaches"]["data"]] for training in shown
    ]
    assert linked == [[people[2], people[0]]] * 40
    assert {each["meta"]["version"] for each in shown} == {2, 3}

    statements.clear()
    await chair.send("DELETE", f"{path}?delete_trainings=future", expect=204)

    assert statements.count <= 25
    assert await chair.trainings() == []
