"""T28: moments at the edges of the calendar, and series that would never end."""

from datetime import datetime, timedelta
from urllib.parse import quote

from tests.support.training_api import MONDAY, TrainingKit

REFUSED = [
    "0001-01-01T00:00:00Z",
    "1899-12-31T23:59:59Z",
    "9999-12-31T23:59:59Z",
    "2100-01-01T00:00:00Z",
    "2099-12-31T23:59:59-14:00",
    "2030-02-30T10:00:00Z",
    "2030-01-01T23:59:60Z",
    "2030-01-01T10:00:00",
    "1893456000",
]
# (as it is sent, as UTC): the end of 32 bits, and both sides of a change of the clock.
KEPT = [
    ("2038-01-19T03:14:08Z", "2038-01-19T03:14:08Z"),
    ("2030-03-31T16:30:00+14:00", "2030-03-31T02:30:00Z"),
    ("2030-03-31T02:30:00+01:00", "2030-03-31T01:30:00Z"),
    ("2030-10-27T02:30:00+02:00", "2030-10-27T00:30:00Z"),
    ("2030-10-27T02:30:00+01:00", "2030-10-27T01:30:00Z"),
]


async def test_security_t28_what_is_no_moment_is_refused(chair: TrainingKit) -> None:
    for moment in REFUSED:
        body = chair.training_body(moment, f"{MONDAY}T19:00:00Z")

        made = await chair.create(body, expect=422)
        await chair.get(f"/trainings?filter[start]={quote(moment)}", expect=400)

        assert "event" in made["errors"][0]["source"]["pointer"]


async def test_security_t28_odd_moments_are_kept(chair: TrainingKit) -> None:
    for sent, kept in KEPT:
        start = datetime.fromisoformat(sent)
        body = chair.training_body(sent, (start + timedelta(hours=1)).isoformat())

        made = await chair.create(body)

        stored = made["data"]["attributes"]["event"]["start_date"]
        assert datetime.fromisoformat(stored) == datetime.fromisoformat(kept)
        assert datetime.fromisoformat(stored).utcoffset() == timedelta()


async def test_security_t28_a_series_has_an_end(chair: TrainingKit) -> None:
    definition = await chair.definition()
    path = f"/training_definitions/{definition}/generate"
    meta = {"start": str(MONDAY), "end": str(MONDAY + timedelta(weeks=402))}

    refused = await chair.send("POST", path, {"meta": meta})

    assert refused["errors"][0]["status"] in {"400", "422"}
    assert await chair.trainings() == []
