"""The cases of the resources of trainings."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from kwai.api.schemas.calendar_feed import CalendarFeedResource
from kwai.api.schemas.closure import ClosureResource
from kwai.api.schemas.coach import CoachResource
from kwai.api.schemas.season import SeasonResource
from kwai.api.schemas.team import TeamResource
from kwai.api.schemas.training import TrainingResource
from kwai.api.schemas.training_definition import TrainingDefinitionResource
from tests.support.conformance.case import Case, Document
from tests.support.identity_api import API, document, json_api_headers
from tests.support.training_api import MONDAY

if TYPE_CHECKING:
    from tests.support.conformance.club import ClubWorld


async def post(world: "ClubWorld", path: str, body: Document) -> str:
    headers = json_api_headers(await world.person())
    answer = await world.client.post(f"{API}{path}", json=body, headers=headers)
    assert answer.status_code == 201, answer.text
    id_: str = answer.json()["data"]["id"]
    return id_


def unique(world: "ClubWorld") -> str:
    return world.email().partition("@")[0]


async def new_team(world: "ClubWorld") -> Document:
    return document("teams", {"name": unique(world), "active": True, "remark": "New."})


async def make_teams(world: "ClubWorld", count: int) -> list[str]:
    return [await post(world, "/teams", await new_team(world)) for _ in range(count)]


async def new_season(world: "ClubWorld") -> Document:
    values = {"name": unique(world), "start_date": "2030-09-01", "end_date": "2031-06-30"}
    return document("seasons", values | {"remark": "New."})


async def make_seasons(world: "ClubWorld", count: int) -> list[str]:
    return [await post(world, "/seasons", await new_season(world)) for _ in range(count)]


async def new_closure(world: "ClubWorld") -> Document:
    values = {"name": unique(world), "start_date": "2030-09-01", "end_date": "2030-09-08"}
    return document("closures", values | {"location": "Dojo A"})


async def make_closures(world: "ClubWorld", count: int) -> list[str]:
    return [await post(world, "/closures", await new_closure(world)) for _ in range(count)]


async def make_users(world: "ClubWorld") -> list[str]:
    return [(await world.club.join()).uuid for _ in range(2)]


async def new_coach(world: "ClubWorld") -> Document:
    values = {"first_name": "Kyuzo", "last_name": unique(world), "diploma": "10th dan"}
    user = (await world.club.join()).uuid
    return document("coaches", values, relationships={"user": ("user_accounts", user)})


async def make_coaches(world: "ClubWorld", count: int) -> list[str]:
    return [await post(world, "/coaches", await new_coach(world)) for _ in range(count)]


async def new_definition(world: "ClubWorld") -> Document:
    values = {
        "name": unique(world),
        "description": "Judo",
        "weekday": 2,
        "start_time": "18:00",
        "end_time": "19:30",
        "timezone": "Europe/Brussels",
        "location": "Dojo A",
    }
    team, season = (await make_teams(world, 1))[0], (await make_seasons(world, 1))[0]
    return document(
        "training_definitions",
        values,
        relationships={"team": ("teams", team), "season": ("seasons", season)},
    )


async def make_definitions(world: "ClubWorld", count: int) -> list[str]:
    return [
        await post(world, "/training_definitions", await new_definition(world))
        for _ in range(count)
    ]


async def new_training(world: "ClubWorld") -> Document:
    day = MONDAY + timedelta(days=int("".join(filter(str.isdigit, unique(world)))))
    values: dict[str, Any] = {
        "contents": [
            {
                "locale": "nl",
                "format": "md",
                "title": "Judo",
                "summary": "",
                "content": "*Randori*",
                "html_summary": "",
                "html_content": "<p><em>Randori</em></p>\n",
            }
        ],
        "event": {
            "start_date": f"{day}T18:00:00Z",
            "end_date": f"{day}T19:30:00Z",
            "location": "",
            "active": True,
            "cancelled": False,
            "cancel_reason": "",
        },
        "remark": "New.",
    }
    season = (await make_seasons(world, 1))[0]
    return document("trainings", values, relationships={"season": ("seasons", season)})


async def make_trainings(world: "ClubWorld", count: int) -> list[str]:
    return [await post(world, "/trainings", await new_training(world)) for _ in range(count)]


async def new_feed(world: "ClubWorld") -> Document:
    return document("calendar_feeds", {"name": unique(world)})


async def make_feeds(world: "ClubWorld", count: int) -> list[str]:
    return [await post(world, "/account/calendar", await new_feed(world)) for _ in range(count)]


def two(make: Any) -> Any:
    async def make_two(world: "ClubWorld") -> list[str]:
        ids: list[str] = await make(world, 2)
        return ids

    return make_two


CASES = [
    Case(resource=TeamResource, make=make_teams, create=new_team, change=("remark", "Other.")),
    Case(
        resource=SeasonResource, make=make_seasons, create=new_season, change=("remark", "Other.")
    ),
    Case(
        resource=ClosureResource, make=make_closures, create=new_closure, change=("name", "Other")
    ),
    Case(
        resource=CoachResource,
        make=make_coaches,
        create=new_coach,
        change=("diploma", "9th dan"),
        targets={"user": make_users},
    ),
    Case(
        resource=TrainingDefinitionResource,
        make=make_definitions,
        create=new_definition,
        change=("location", "Dojo B"),
        targets={
            "team": two(make_teams),
            "season": two(make_seasons),
            "coaches": two(make_coaches),
        },
    ),
    Case(
        resource=TrainingResource,
        make=make_trainings,
        create=new_training,
        change=("remark", "Other."),
        targets={
            "coaches": two(make_coaches),
            "teams": two(make_teams),
            "definition": two(make_definitions),
            "season": two(make_seasons),
        },
    ),
    Case(resource=CalendarFeedResource, make=make_feeds, create=new_feed),
]
