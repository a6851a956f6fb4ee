"""Calendars as another library reads them, and what is counted."""

import csv
import io
from typing import Any
from zoneinfo import ZoneInfo

import httpx
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar

from kwai.api.schemas.training_reports import Statistics
from kwai.api.v1.trainings.endpoints.statistics import safe_cell
from tests.support.identity_api import ClubKit, Person
from tests.support.training_api import MONDAY, TrainingKit, document, link

FEED = "/api/v1/trainings/calendar.ics"


def events_of(answer: httpx.Response) -> list[Any]:
    return list(Calendar.from_ical(answer.text).walk("VEVENT"))


async def test_a_cancelled_training_stays_with_a_rising_sequence(chair: TrainingKit) -> None:
    await chair.generate(await chair.definition())
    first = (await chair.trainings())[0]
    before = events_of(await chair.client.get(FEED))
    path = f"/trainings/{first['id']}/cancel"
    await chair.send("POST", path, {"meta": {"reason": "Storm"}}, expect=200)

    after = events_of(await chair.client.get(FEED))

    assert len(before) == len(after) == 10
    assert [each["UID"] for each in before] == [each["UID"] for each in after]
    assert len({each["UID"] for each in after}) == 10
    assert (before[0]["STATUS"], after[0]["STATUS"]) == ("CONFIRMED", "CANCELLED")
    assert after[0]["SEQUENCE"] > before[0]["SEQUENCE"]


async def test_six_o_clock_is_six_o_clock_all_year(chair: TrainingKit) -> None:
    await chair.generate(await chair.definition(), weeks=52)

    answer = await chair.client.get(FEED)

    starts = [each["DTSTART"].dt for each in events_of(answer)]
    assert {f"{each:%H:%M}" for each in starts} == {"18:00"}
    assert len({each.utcoffset() for each in starts}) == 2
    assert "BEGIN:VTIMEZONE" in answer.text
    assert starts[0].tzinfo == ZoneInfo("Europe/Brussels")


async def test_a_feed_shows_what_its_lens_shows(chair: TrainingKit) -> None:
    team, coach = await chair.team("U11"), await chair.coach("Jigoro")
    definition = await chair.definition("A", team=team, coaches=[coach])
    await chair.generate(definition)
    await chair.generate(await chair.definition("B", weekday=4, location="Dojo B"))

    counts = {
        lens: len(events_of(await chair.client.get(f"{FEED}?filter[{lens}]={value}")))
        for lens, value in {
            "team": team,
            "coach": coach,
            "definition": definition,
            "location": "dojo a",
        }.items()
    }

    assert counts == dict.fromkeys(("team", "coach", "definition", "location"), 10)
    assert (await chair.client.get(f"{FEED}?filter[team]=4711")).status_code == 404
    assert (await chair.client.get(f"{FEED}?filter[size]=1")).status_code == 400


async def test_what_did_not_change_is_not_built_again(chair: TrainingKit, statements: Any) -> None:
    await chair.generate(await chair.definition())
    tag = (await chair.client.get(FEED)).headers["ETag"]
    statements.clear()

    same = await chair.client.get(FEED, headers={"If-None-Match": tag})
    count = statements.count
    first = (await chair.trainings())[0]
    await chair.send("DELETE", f"/trainings/{first['id']}", expect=204)
    other = await chair.client.get(FEED, headers={"If-None-Match": tag})

    assert (same.status_code, count, other.status_code) == (304, 1, 200)


async def test_a_secret_feed_is_told_once_and_dies_when_revoked(
    chair: TrainingKit, club: ClubKit
) -> None:
    person: Person = await club.join(email="c@club.example")
    await chair.generate(await chair.definition(coaches=[await chair.coach("Jigoro", person)]))
    await chair.generate(await chair.definition("Other", weekday=5))
    own = TrainingKit(club, person)

    made = await own.create(document("calendar_feeds", {"name": "Phone"}), "/account/calendar")
    path = made["meta"]["url"].removeprefix("https://club.example")
    seen = events_of(await chair.client.get(path))
    await chair.get(f"/account/calendar/{made['data']['id']}", 404)
    listed = await own.get("/account/calendar")
    await own.send("DELETE", f"/account/calendar/{made['data']['id']}", expect=204)
    gone = await chair.client.get(path)

    assert len(seen) == 10
    assert [each["attributes"] for each in listed["data"]] == [{"name": "Phone"}]
    assert gone.status_code == 404
    rows = await club.rows("change_log", "changes")
    assert path.rsplit("/", 1)[1].removesuffix(".ics") not in str(rows)


async def test_held_and_cancelled_are_counted(chair: TrainingKit) -> None:
    coach, team = await chair.coach("Jigoro"), await chair.team("=U11")
    for day, hours in ((1, 1), (2, 2)):
        start = f"2020-03-0{day}T18:00:00Z"
        end = f"2020-03-0{day}T{18 + hours}:00:00Z"
        facts = link("coaches", coach, present=True, payed=day == 1)
        body = chair.training_body(start, end, location="Dojo A", coaches=[facts], teams=[team])
        made = await chair.create(body)
    path = f"/trainings/{made['data']['id']}/cancel"
    await chair.send("POST", path, {"meta": {}}, expect=200)
    await chair.create(chair.training_body(f"{MONDAY}T18:00:00Z", f"{MONDAY}T19:00:00Z"))

    counted = (await chair.get("/trainings/statistics"))["meta"]
    none = await chair.get("/trainings/statistics?filter[start]=2021-01-01T00:00:00Z")

    assert Statistics.model_validate(counted).model_dump() == counted
    assert counted["total"] == {"held": 1, "cancelled": 1, "hours": 1.0}
    (row,) = counted["coaches"]
    assert (row["present"], row["payed"], row["hours"]) == (1, 1, 1.0)
    assert counted["locations"][0]["name"] == "Dojo A"
    assert none["meta"]["total"]["held"] == 0


async def test_a_spreadsheet_runs_nothing(chair: TrainingKit, coach: TrainingKit) -> None:
    team = await chair.team("=1+1")
    body = chair.training_body("2020-03-01T18:00:00Z", "2020-03-01T19:00:00Z", teams=[team])
    await chair.create(body)

    answer = await coach.client.get(
        "/api/v1/trainings/statistics.csv", headers=coach.person.headers
    )
    public = await coach.client.get("/api/v1/trainings/statistics.csv")

    names = {row["name"] for row in csv.DictReader(io.StringIO(answer.text))}
    assert "'=1+1" in names
    assert "=1+1" not in names
    assert public.status_code == 401
    assert safe_cell("\uff1d1") == "'\uff1d1"


@given(st.text(max_size=20))
@example("\0=1+1")
@example("'=1+1")
def test_security_t37_no_cell_is_a_formula(name: str) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerow([safe_cell(name), 1])

    ((cell, _),) = csv.reader(io.StringIO(stream.getvalue(), newline=""))

    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\0"))
    assert name in {cell, cell.removeprefix("'")}
