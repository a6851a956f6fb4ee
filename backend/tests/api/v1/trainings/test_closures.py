"""A holiday cancels trainings, and gives exactly those back."""

from datetime import timedelta
from typing import Any

from tests.support.training_api import API, JSON_API, MONDAY, TrainingKit, document


def closure_body(first_week: int, last_week: int, **values: Any) -> dict[str, Any]:
    return document(
        "closures",
        {
            "name": "Carnival",
            "start_date": str(MONDAY + timedelta(days=7 * first_week)),
            "end_date": str(MONDAY + timedelta(days=7 * last_week + 6)),
            **values,
        },
    )


async def cancelled(kit: TrainingKit) -> list[str]:
    return [each["id"] for each in await kit.trainings("&filter[cancelled]=true")]


async def test_a_preview_stores_nothing(chair: TrainingKit) -> None:
    await chair.generate(await chair.definition())

    preview = await chair.send("POST", "/closures?dry_run=true", closure_body(2, 3), expect=200)

    assert len(preview["meta"]["cancelled"]) == 2
    assert await cancelled(chair) == []
    assert (await chair.get("/closures"))["meta"]["count"] == 0


async def test_a_closure_cancels_with_its_name_and_gives_back_what_it_took(
    chair: TrainingKit,
) -> None:
    await chair.generate(await chair.definition())
    by_hand = (await chair.trainings())[2]
    path = f"/trainings/{by_hand['id']}/cancel"
    await chair.send("POST", path, {"meta": {"reason": "Ill"}}, expect=200)

    made = await chair.create(closure_body(2, 3))
    taken = await chair.trainings("&filter[cancelled]=true")
    await chair.send("DELETE", f"/closures/{made['data']['id']}", expect=204)

    reasons = {each["attributes"]["event"]["cancel_reason"] for each in taken}
    assert reasons == {"Ill", "Carnival"}
    assert await cancelled(chair) == [by_hand["id"]]


async def test_a_shortened_closure_gives_back_what_it_does_not_cover(chair: TrainingKit) -> None:
    await chair.generate(await chair.definition())
    made = await chair.create(closure_body(2, 5))
    id_ = made["data"]["id"]
    end = str(MONDAY + timedelta(days=7 * 3 + 6))

    changed = await chair.send(
        "PATCH", f"/closures/{id_}", document("closures", {"end_date": end}, id=id_), expect=200
    )

    assert len(changed["meta"]["restored"]) == 2
    assert len(await cancelled(chair)) == 2


async def test_what_another_closure_covers_stays_cancelled(chair: TrainingKit) -> None:
    await chair.generate(await chair.definition())
    first = await chair.create(closure_body(2, 4))
    second = await chair.create(closure_body(4, 5, name="Works"))

    await chair.send("DELETE", f"/closures/{first['data']['id']}", expect=204)
    still = await chair.trainings("&filter[cancelled]=true")
    await chair.send("DELETE", f"/closures/{second['data']['id']}", expect=204)

    assert {each["attributes"]["event"]["cancel_reason"] for each in still} == {"Works"}
    assert len(still) == 2
    assert await cancelled(chair) == []


async def test_a_closed_location_closes_no_other(chair: TrainingKit) -> None:
    await chair.generate(await chair.definition("A", location="Dojo A"))
    await chair.generate(await chair.definition("B", location="Dojo B"))

    made = await chair.create(closure_body(0, 0, location="dojo a"))

    assert len(made["meta"]["cancelled"]) == 1


async def test_a_closed_day_is_not_generated(chair: TrainingKit) -> None:
    await chair.create(closure_body(2, 3))

    done = await chair.generate(await chair.definition())

    assert (done["summary"]["closed"], done["summary"]["created"]) == (2, 8)
    assert {day["closure"] for day in done["dates"]} == {None, "Carnival"}


async def test_what_was_taken_meanwhile_is_not_double_booked_silently(chair: TrainingKit) -> None:
    await chair.generate(await chair.definition())
    made = await chair.create(closure_body(0, 0))
    event = (await chair.trainings("&filter[cancelled]=true"))[0]["attributes"]["event"]
    body = chair.training_body(event["start_date"], event["end_date"], location="Dojo A")
    await chair.create(body)
    path = f"/closures/{made['data']['id']}"

    await chair.send("DELETE", path, expect=409)
    await chair.send("DELETE", f"{path}?allow_conflicts=true", expect=204)

    assert await cancelled(chair) == []


async def test_who_was_slower_learns_who_was_quicker(
    chair: TrainingKit, coach: TrainingKit
) -> None:
    values = {"name": "Easter", "start_date": "2031-04-14", "end_date": "2031-04-18"}
    id_ = (await chair.create(document("closures", values)))["data"]["id"]
    seen = await coach.client.get(f"{API}/closures/{id_}")
    change = document("closures", {"name": "Easter holidays"}, id=id_)
    await chair.send("PATCH", f"/closures/{id_}", change, expect=200)

    refused = await coach.client.patch(
        f"{API}/closures/{id_}",
        json=change,
        headers=coach.person.headers | JSON_API | {"If-Match": seen.headers["ETag"]},
    )

    [told] = refused.json()["errors"]
    assert (told["code"], told["meta"]["changed_by"]) == ("stale_version", "Jigoro Kano")
    assert told["meta"]["changed_at"].endswith("Z")
