"""A list that the client has already costs almost nothing, and never tells old news."""

from typing import Any

import pytest

from tests.support.training_api import API, MONDAY, TrainingKit, document, link

PATH = f"{API}/trainings?include=coaches,teams,definition&filter[year]={MONDAY.year}"


class Reader:
    """Reads the list again and again, and keeps the last tag."""

    def __init__(self, kit: TrainingKit, path: str = PATH) -> None:
        self._kit = kit
        self._path = path
        self.tag = ""

    async def read(self) -> int:
        headers = self._kit.person.headers | ({"If-None-Match": self.tag} if self.tag else {})
        answer = await self._kit.client.get(self._path, headers=headers)
        self.tag = answer.headers["ETag"]
        return answer.status_code


@pytest.fixture
async def ids(chair: TrainingKit) -> dict[str, str]:
    coach, team = await chair.coach("Jigoro"), await chair.team("U11")
    season = await chair.season()
    definition = await chair.definition(coaches=[coach], team=team, season=season)
    await chair.generate(definition, weeks=3)
    training = (await chair.trainings())[0]["id"]
    return {
        "coaches": coach,
        "teams": team,
        "training_definitions": definition,
        "seasons": season,
        "trainings": training,
    }


async def test_a_known_list_takes_two_statements(
    chair: TrainingKit, ids: dict[str, str], statements: Any
) -> None:
    reader = Reader(chair)
    await reader.read()
    headers = {"If-None-Match": (await chair.client.get(PATH)).headers["ETag"]}
    statements.clear()

    answer = await chair.client.get(PATH, headers=headers)

    assert (await reader.read(), answer.status_code, answer.content) == (304, 304, b"")
    assert "Accept-Language" in answer.headers["Vary"]
    assert len([each for each in statements.texts if "user_sessions" not in each]) <= 4
    assert statements.count <= 5


@pytest.mark.parametrize(
    ("type_", "values"),
    [
        ("coaches", {"first_name": "Kyuzo"}),
        ("teams", {"name": "U13"}),
        ("training_definitions", {"name": "Renamed"}),
        ("trainings", {"remark": "Bring a towel"}),
    ],
)
async def test_what_stands_on_the_page_makes_it_new(
    chair: TrainingKit, ids: dict[str, str], type_: str, values: dict[str, str]
) -> None:
    reader = Reader(chair)
    before = [await reader.read() for _ in range(2)]

    body = document(type_, values, id=ids[type_])
    await chair.send("PATCH", f"/{type_}/{ids[type_]}", body, expect=200)

    assert before == [200, 304]
    assert await reader.read() == 200


@pytest.mark.parametrize("type_", ["seasons", "training_definitions", "trainings"])
async def test_what_vanishes_from_the_page_makes_it_new(
    chair: TrainingKit, ids: dict[str, str], type_: str
) -> None:
    reader = Reader(chair)
    await reader.read()

    await chair.send("DELETE", f"/{type_}/{ids[type_]}", expect=204)

    assert await reader.read() == 200


async def test_facts_of_coaches_and_new_trainings_make_it_new(
    chair: TrainingKit, ids: dict[str, str]
) -> None:
    reader = Reader(chair)
    await reader.read()
    facts = {"coaches": [link("coaches", ids["coaches"], head=True, present=True, payed=False)]}
    body = document("trainings", {}, facts, id=ids["trainings"])

    await chair.send("PATCH", f"/trainings/{ids['trainings']}", body, expect=200)
    after_facts = await reader.read()
    start, end = f"{MONDAY}T10:00:00Z", f"{MONDAY}T11:00:00Z"
    await chair.create(chair.training_body(start, end), "/trainings")

    assert (after_facts, await reader.read()) == (200, 200)


async def test_what_marks_do_not_cover_is_still_recognised(
    chair: TrainingKit, ids: dict[str, str]
) -> None:
    reader = Reader(chair, f"{API}/trainings?include=season,definition.team")

    assert [await reader.read() for _ in range(2)] == [200, 304]


async def test_one_that_comes_while_another_goes_makes_a_feed_new(chair: TrainingKit) -> None:
    first = await chair.definition("A", weekday=1, location="Dojo A")
    second = await chair.definition("B", weekday=2, location="Dojo B")
    for definition in (first, second):
        await chair.generate(definition, weeks=1)
    one, other = await chair.trainings()
    await move(chair, one["id"], one, "Dojo C")
    reader = Reader(chair, f"{API}/trainings/calendar.ics?filter[location]=Dojo%20B")
    await reader.read()

    await move(chair, other["id"], other, "Dojo D")
    await move(chair, one["id"], one, "Dojo B")

    assert await reader.read() == 200


async def move(kit: TrainingKit, id_: str, training: dict[str, Any], location: str) -> None:
    event = training["attributes"]["event"] | {"location": location}
    await kit.send("PATCH", f"/trainings/{id_}", document("trainings", {"event": event}, id=id_))
