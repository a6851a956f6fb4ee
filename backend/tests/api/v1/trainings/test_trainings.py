"""A training, its people and its texts."""

from typing import Any

import httpx
import pytest

from kwai.core.db.criteria import Sql
from tests.support.crowded_club import crowd_club
from tests.support.identity_api import ClubKit, Person
from tests.support.training_api import JSON_API, TrainingKit, document, link

START, END = "2031-03-04T18:00:00Z", "2031-03-04T19:30:00Z"


async def test_the_facts_of_a_coach_survive_what_does_not_name_them(chair: TrainingKit) -> None:
    one, two = await chair.coach("Jigoro"), await chair.coach("Kyuzo")
    coaches = [link("coaches", one, head=True, present=True, payed=True)]
    made = await chair.create(chair.training_body(START, END, coaches=coaches))
    id_ = made["data"]["id"]
    related = {"coaches": [link("coaches", one), link("coaches", two, head=False)]}

    await chair.send(
        "PATCH", f"/trainings/{id_}", document("trainings", {}, related, id=id_), expect=200
    )

    shown = await chair.get(f"/trainings/{id_}/relationships/coaches")
    facts = {each["id"]: each["meta"] for each in shown["data"]}
    assert facts[one] == {"head": True, "present": True, "payed": True}
    assert facts[two] == {"head": False, "present": False, "payed": False}


async def test_who_was_there_is_for_coaches(chair: TrainingKit, coach: TrainingKit) -> None:
    one = await chair.coach("Jigoro")
    coaches = [link("coaches", one, present=True)]
    made = await chair.create(chair.training_body(START, END, coaches=coaches))
    path = f"/trainings/{made['data']['id']}/relationships/coaches"

    public = (await chair.client.get(f"/api/v1{path}")).json()

    assert public["data"][0]["meta"] == {"head": False}
    assert (await coach.get(path))["data"][0]["meta"] == {
        "head": False,
        "present": True,
        "payed": False,
    }


@pytest.mark.parametrize("query", ["", "?include=coaches&fields[trainings]=coaches"])
async def test_no_cache_gives_a_visitor_what_a_coach_got(
    chair: TrainingKit, coach: TrainingKit, query: str
) -> None:
    coaches = [link("coaches", await chair.coach("Jigoro"), present=True)]
    made = await chair.create(chair.training_body(START, END, coaches=coaches))

    for path in (f"/trainings/{made['data']['id']}", "/trainings"):
        url = f"/api/v1{path}{query}"
        headers = coach.person.headers
        seen = await coach.client.get(url, headers=headers)
        known = {"If-None-Match": seen.headers["ETag"]}
        public = await coach.client.get(url, headers=known)
        again = await coach.client.get(url, headers=headers | known)

        assert (public.status_code, again.status_code) == (200, 304)
        assert "Authorization" in public.headers["Vary"]
        assert seen.headers["Cache-Control"] == "no-store"


async def test_a_text_is_rendered_when_it_is_stored(chair: TrainingKit) -> None:
    made = await chair.create(chair.training_body(START, END))

    (text,) = made["data"]["attributes"]["contents"]
    assert text["html_content"] == "<p><strong>Judo</strong></p>\n"


@pytest.mark.parametrize(
    ("type_", "member", "id_"),
    [
        ("coaches", "coaches", "4711"),
        ("teams", "teams", "4711"),
        ("training_definitions", "definition", "4711"),
        ("seasons", "season", "4711"),
    ],
)
async def test_an_unknown_link_is_pointed_at(
    chair: TrainingKit, type_: str, member: str, id_: str
) -> None:
    body = chair.training_body(START, END)
    linked: Any = link(type_, id_)
    body["data"]["relationships"][member] = {
        "data": [linked] if member in {"coaches", "teams"} else linked
    }

    refused = await chair.create(body, "/trainings", 404)

    assert refused["errors"][0]["source"]["pointer"].startswith(f"/data/relationships/{member}")


@pytest.mark.parametrize("end", [START, "2031-03-04T17:00:00Z", "2031-03-06T19:30:00Z"])
async def test_a_training_ends_after_it_starts_and_within_a_day(
    chair: TrainingKit, end: str
) -> None:
    await chair.create(chair.training_body(START, end), "/trainings", 422)


async def test_a_month_is_that_of_the_clocks_of_the_club(chair: TrainingKit) -> None:
    await chair.create(chair.training_body("2031-02-28T23:30:00Z", "2031-03-01T00:30:00Z"))

    assert len(await chair.trainings("&filter[year]=2031&filter[month]=3")) == 1
    assert await chair.trainings("&filter[year]=2031&filter[month]=2") == []
    await chair.get("/trainings?filter[month]=2", 400)


async def test_filters_find_what_they_name(chair: TrainingKit) -> None:
    coach, team = await chair.coach("Jigoro"), await chair.team("U11")
    body = chair.training_body(
        START, END, location="Dojo A", coaches=[link("coaches", coach)], teams=[team]
    )
    id_ = (await chair.create(body))["data"]["id"]
    await chair.create(chair.training_body("2031-03-05T18:00:00Z", "2031-03-05T19:00:00Z"))

    for query in (
        f"coach]={coach}",
        f"team]={team}",
        "location]=dojo%20A",
        "start]=2031-03-04T18:00:00Z&filter[end]=2031-03-05T18:00:00Z",
    ):
        assert [each["id"] for each in await chair.trainings(f"&filter[{query}")] == [id_]
    await chair.get("/trainings?filter[coach]=4711", 404)


async def test_an_inactive_training_is_for_coaches_who_ask(chair: TrainingKit) -> None:
    body = chair.training_body(START, END)
    body["data"]["attributes"]["event"]["active"] = False
    id_ = (await chair.create(body))["data"]["id"]

    public = await chair.client.get(f"/api/v1/trainings/{id_}")
    listed = await chair.client.get("/api/v1/trainings?filter[active]=false")

    assert (public.status_code, listed.json()["data"]) == (404, [])
    assert await chair.trainings() == []
    assert len(await chair.trainings("&filter[active]=false")) == 1
    await chair.get(f"/trainings/{id_}")


async def test_only_coaches_write(chair: TrainingKit, club: ClubKit, user: Person) -> None:
    body = chair.training_body(START, END)

    member = TrainingKit(club, user)
    await member.create(body, "/trainings", 403)
    answer = await chair.client.post("/api/v1/trainings", json=body, headers=JSON_API)

    assert answer.status_code == 401


async def test_a_coach_with_trainings_stays(chair: TrainingKit) -> None:
    coach = await chair.coach("Jigoro")
    await chair.create(chair.training_body(START, END, coaches=[link("coaches", coach)]))

    refused = await chair.send("DELETE", f"/coaches/{coach}", expect=409)

    assert refused["errors"][0]["code"] == "in_use"


async def test_a_list_takes_five_statements_however_long_it_is(
    chair: TrainingKit, statements: Any
) -> None:
    coaches = [await chair.coach(name) for name in ("Jigoro", "Kyuzo")]
    team = await chair.team("U11")
    definition = await chair.definition(coaches=coaches, team=team)
    await chair.generate(definition)
    counts = []

    for path in (
        "page[limit]=1&include=coaches,teams,definition",
        "page[limit]=10&include=coaches,teams,definition",
        "page[limit]=10&fields[trainings]=event",
    ):
        statements.clear()
        answer = await chair.client.get(f"/api/v1/trainings?{path}")
        assert answer.status_code == 200
        counts.append(statements.count)

    assert counts[0] == counts[1] <= 5
    assert counts[2] <= 2


async def test_a_training_is_created_in_twelve_statements(
    chair: TrainingKit, statements: Any
) -> None:
    coaches = [link("coaches", await chair.coach(name)) for name in ("Jigoro", "Kyuzo")]
    teams = [await chair.team(name) for name in ("U11", "U13")]
    statements.clear()

    await chair.create(chair.training_body(START, END, coaches=coaches, teams=teams))

    assert statements.count <= 12, statements.texts


async def test_a_season_beside_5000_trainings_takes_thirty_statements(
    chair: TrainingKit, club: ClubKit, statements: Any
) -> None:
    await crowd_club(club.database)
    season = await chair.season(weeks=40)
    coaches = [await chair.coach(f"Coach {number}") for number in range(12)]
    for number in range(12):
        await chair.definition(
            f"Team {number}",
            weekday=number % 7 + 1,
            location=f"Dojo {number}",
            coaches=[coaches[number]],
            season=season,
        )
    statements.clear()

    done = await chair.send("POST", f"/seasons/{season}/generate", {"meta": {}}, expect=200)

    assert done["meta"]["summary"]["created"] == 480
    assert statements.count <= 30, statements.texts


async def test_the_change_log_tells_who_allowed_a_clash(chair: TrainingKit, club: ClubKit) -> None:
    await chair.create(chair.training_body(START, END, location="Dojo A"))
    body = chair.training_body(START, END, location="Dojo A", meta={"allow_conflicts": True})
    await chair.create(body)

    query = Sql("SELECT changes FROM change_log WHERE entity = 'trainings' ORDER BY id")
    logged = await club.database.fetch_all(query)

    user_id = chair.person.account.user_id.value
    assert f'"override_user_id":[null,{user_id}]' in logged[-1]["changes"]


async def test_jsonapi_v3_columns_that_nobody_asked_for_are_not_read(
    chair: TrainingKit, client: httpx.AsyncClient, statements: Any
) -> None:
    body = chair.training_body(START, END, location="Dojo A")
    body["data"]["attributes"]["remark"] = "Bring the mats"
    id_ = (await chair.create(body))["data"]["id"]
    statements.clear()

    sparse = await chair.get(f"/trainings/{id_}?fields[trainings]=event")
    visitor = (await client.get(f"/api/v1/trainings/{id_}")).json()
    hidden = list(statements.texts)
    whole = await chair.get(f"/trainings/{id_}")

    assert sparse["data"]["attributes"].keys() == {"event"}
    assert "remark" not in visitor["data"]["attributes"]
    assert not [text for text in hidden if "trainings_remark" in text or "edited" in text]
    assert whole["data"]["attributes"]["remark"] == "Bring the mats"


@pytest.mark.parametrize(
    ("name", "type_"), [("definition", "training_definitions"), ("season", "seasons")]
)
async def test_what_is_included_needs_no_place_among_the_fields(
    chair: TrainingKit, name: str, type_: str
) -> None:
    season = await chair.season()
    await chair.generate(await chair.definition(season=season))

    page = await chair.get(f"/trainings?fields[trainings]=event&include={name}&page[limit]=2")
    id_ = page["data"][0]["id"]
    linkage = await chair.get(f"/trainings/{id_}/relationships/{name}?fields[trainings]=event")

    assert all("relationships" not in each for each in page["data"])
    assert [each["type"] for each in page["included"]] == [type_]
    assert linkage["data"] == {"type": type_, "id": page["included"][0]["id"]}
