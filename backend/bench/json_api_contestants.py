"""The contestants of the JSON:API benchmark: one document, written in three ways."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

import orjson
from annotated_types import MaxLen
from pydantic import BaseModel

from kwai.core import json_api
from kwai.core.json_api import Attribute, Linked, Relationship, RequestTarget
from kwai.core.quicken import maker

BENCH = json_api.Registry()
BASE = "https://club.example/api/v1"
OPTIONS = orjson.OPT_NAIVE_UTC | orjson.OPT_UTC_Z | orjson.OPT_OMIT_MICROSECONDS


@json_api.resource("coaches", ids="number", register_in=BENCH)
@dataclass(frozen=True, slots=True, kw_only=True)
class CoachResource:
    """A coach."""

    id: str = ""
    name: Annotated[str, MaxLen(100)]
    active: bool = True
    diploma: Annotated[str, MaxLen(100)] = ""


@json_api.resource("teams", ids="number", register_in=BENCH)
@dataclass(frozen=True, slots=True, kw_only=True)
class TeamResource:
    """A team."""

    id: str = ""
    name: Annotated[str, MaxLen(100)]
    active: bool = True
    remark: Annotated[str, MaxLen(100)] = ""


@json_api.resource("seasons", ids="number", register_in=BENCH)
@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonResource:
    """A season."""

    id: str = ""
    name: Annotated[str, MaxLen(100)]


@json_api.resource("training_definitions", ids="number", register_in=BENCH)
@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionResource:
    """A definition."""

    id: str = ""
    name: Annotated[str, MaxLen(100)]
    weekday: int = 1


@json_api.resource("trainings", sort=("start_date",), ids="number", register_in=BENCH)
@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingResource:
    """A training with 8 attributes and 4 relationships."""

    id: str = ""
    name: Annotated[str, MaxLen(200)]
    summary: Annotated[str, MaxLen(500)]
    start_date: datetime
    end_date: datetime
    location: Annotated[str, MaxLen(100)]
    active: bool
    cancelled: bool
    remark: Annotated[str | None, MaxLen(500)]
    created_at: Annotated[datetime | None, Attribute(meta=True)] = None
    updated_at: Annotated[datetime | None, Attribute(meta=True)] = None
    version: Annotated[int, Attribute(meta=True)] = 0
    coaches: Annotated[list[Linked[CoachResource]], Relationship(linkage="always")]
    teams: list[Linked[TeamResource]]
    definition: Linked[DefinitionResource] | None
    season: Linked[SeasonResource] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """What a repository gives."""

    id: int
    name: str
    start: datetime
    coaches: list[CoachResource]
    teams: list[TeamResource]
    definition: DefinitionResource
    season: SeasonResource


def make_entities() -> list[Entity]:
    coaches = [CoachResource(id=str(i), name=f"Coach {i}", diploma="level 3") for i in range(1, 9)]
    teams = [TeamResource(id=str(i), name=f"Team {i}", remark="competition") for i in range(1, 7)]
    definitions = [DefinitionResource(id=str(i), name=f"Definition {i}") for i in range(1, 6)]
    season = SeasonResource(id="1", name="2026-2027")
    start = datetime(2026, 9, 1, 17, tzinfo=UTC)
    return [
        Entity(
            id=1000 + i,
            name=f"Training {i} of the competition group",
            start=start + timedelta(days=i),
            coaches=[coaches[i % 8], coaches[(i + 3) % 8]],
            teams=[teams[i % 6]],
            definition=definitions[i % 5],
            season=season,
        )
        for i in range(30)
    ]


SUMMARY = "Technique and randori for everybody from the age of twelve, bring water. " * 2


# As the mappers of kwai do.
_make_resource = maker(TrainingResource)


def to_resource(entity: Entity) -> TrainingResource:
    return _make_resource(
        id=str(entity.id),
        name=entity.name,
        summary=SUMMARY,
        start_date=entity.start,
        end_date=entity.start,
        location="Sports hall",
        active=True,
        cancelled=False,
        remark=None,
        created_at=entity.start,
        updated_at=entity.start,
        version=3,
        coaches=[Linked(each) for each in entity.coaches],
        teams=[Linked(each) for each in entity.teams],
        definition=Linked(entity.definition),
        season=Linked(entity.season),
    )


def hand_written(entities: list[Entity], target: RequestTarget) -> bytes:
    """What somebody would write who knows exactly this document."""
    data, included, seen = [], [], set()

    def add(type_: str, id_: str, attributes: dict[str, Any]) -> None:
        if (type_, id_) not in seen:
            seen.add((type_, id_))
            included.append(
                {
                    "type": type_,
                    "id": id_,
                    "attributes": attributes,
                    "links": {"self": f"{BASE}/{type_}/{id_}"},
                }
            )

    for entity in entities:
        url = f"{BASE}/trainings/{entity.id}"
        for coach in entity.coaches:
            add(
                "coaches",
                coach.id,
                {"name": coach.name, "active": coach.active, "diploma": coach.diploma},
            )
        for team in entity.teams:
            add(
                "teams",
                team.id,
                {"name": team.name, "active": team.active, "remark": team.remark},
            )
        definition = entity.definition
        add(
            "training_definitions",
            definition.id,
            {"name": definition.name, "weekday": definition.weekday},
        )
        add("seasons", entity.season.id, {"name": entity.season.name})
        data.append(
            {
                "type": "trainings",
                "id": str(entity.id),
                "attributes": {
                    "name": entity.name,
                    "summary": SUMMARY,
                    "start_date": entity.start,
                    "end_date": entity.start,
                    "location": "Sports hall",
                    "active": True,
                    "cancelled": False,
                    "remark": None,
                },
                "relationships": {
                    "coaches": {
                        "links": {
                            "self": f"{url}/relationships/coaches",
                            "related": f"{url}/coaches",
                        },
                        "data": [{"type": "coaches", "id": each.id} for each in entity.coaches],
                    },
                    "teams": {
                        "links": {
                            "self": f"{url}/relationships/teams",
                            "related": f"{url}/teams",
                        },
                        "data": [{"type": "teams", "id": each.id} for each in entity.teams],
                    },
                    "definition": {
                        "links": {
                            "self": f"{url}/relationships/definition",
                            "related": f"{url}/definition",
                        },
                        "data": {"type": "training_definitions", "id": definition.id},
                    },
                    "season": {
                        "links": {
                            "self": f"{url}/relationships/season",
                            "related": f"{url}/season",
                        },
                        "data": {"type": "seasons", "id": entity.season.id},
                    },
                },
                "links": {"self": url},
                "meta": {"created_at": entity.start, "updated_at": entity.start, "version": 3},
            }
        )
    document = {
        "jsonapi": {"version": "1.1"},
        "links": {
            "self": target.url,
            "first": f"{target.url}&page%5Boffset%5D=0&page%5Blimit%5D=30",
            "last": f"{target.url}&page%5Boffset%5D=0&page%5Blimit%5D=30",
            "prev": None,
            "next": None,
        },
        "data": data,
        "included": included,
        "meta": {"count": 30, "offset": 0, "limit": 30},
    }
    return orjson.dumps(document, option=OPTIONS)


class Identifier(BaseModel):
    """The models of the way not taken: one object per member of the document."""

    type: str
    id: str


class Links(BaseModel):
    self: str
    related: str


class ToOne(BaseModel):
    links: Links
    data: Identifier


class ToMany(BaseModel):
    links: Links
    data: list[Identifier]


class Relationships(BaseModel):
    coaches: ToMany
    teams: ToMany
    definition: ToOne
    season: ToOne


class Attributes(BaseModel):
    name: str
    summary: str
    start_date: datetime
    end_date: datetime
    location: str
    active: bool
    cancelled: bool
    remark: str | None


class ResourceMeta(BaseModel):
    created_at: datetime
    updated_at: datetime
    version: int


class SelfLink(BaseModel):
    self: str


class Training(BaseModel):
    type: str
    id: str
    attributes: Attributes
    relationships: Relationships
    links: SelfLink
    meta: ResourceMeta


class Included(BaseModel):
    type: str
    id: str
    attributes: dict[str, str | bool | int]
    links: SelfLink


class Collection(BaseModel):
    jsonapi: dict[str, str]
    links: dict[str, str | None]
    data: list[Training]
    included: list[Included]
    meta: dict[str, int]


def pydantic_document(entities: list[Entity], target: RequestTarget) -> bytes:
    """The same document as pydantic objects and `model_dump_json`."""
    data = [pydantic_training(entity) for entity in entities]
    found: dict[tuple[str, str], Included] = {}
    for entity in entities:
        for related in related_of(entity):
            type_ = json_api.resource_of(related).type
            if (type_, related.id) not in found:
                values = {
                    name: getattr(related, name)
                    for name in related.__dataclass_fields__
                    if name != "id"
                }
                found[type_, related.id] = Included(
                    type=type_,
                    id=related.id,
                    attributes=values,
                    links=SelfLink(self=f"{BASE}/{type_}/{related.id}"),
                )
    document = Collection(
        jsonapi={"version": "1.1"},
        links={"self": target.url, "prev": None, "next": None},
        data=data,
        included=list(found.values()),
        meta={"count": 30, "offset": 0, "limit": 30},
    )
    return document.model_dump_json().encode()


def related_of(entity: Entity) -> list[Any]:
    return [*entity.coaches, *entity.teams, entity.definition, entity.season]


def pydantic_training(entity: Entity) -> Training:
    url = f"{BASE}/trainings/{entity.id}"

    def links(name: str) -> Links:
        return Links(self=f"{url}/relationships/{name}", related=f"{url}/{name}")

    definition = Identifier(type="training_definitions", id=entity.definition.id)
    return Training(
        type="trainings",
        id=str(entity.id),
        attributes=Attributes(
            name=entity.name,
            summary=SUMMARY,
            start_date=entity.start,
            end_date=entity.start,
            location="Sports hall",
            active=True,
            cancelled=False,
            remark=None,
        ),
        relationships=Relationships(
            coaches=ToMany(
                links=links("coaches"),
                data=[Identifier(type="coaches", id=each.id) for each in entity.coaches],
            ),
            teams=ToMany(
                links=links("teams"),
                data=[Identifier(type="teams", id=each.id) for each in entity.teams],
            ),
            definition=ToOne(links=links("definition"), data=definition),
            season=ToOne(
                links=links("season"), data=Identifier(type="seasons", id=entity.season.id)
            ),
        ),
        links=SelfLink(self=url),
        meta=ResourceMeta(created_at=entity.start, updated_at=entity.start, version=3),
    )
