"""A small club of resources for the tests of kwai.core.json_api; it has a registry of its own."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from annotated_types import MaxLen

from kwai.core import json_api
from kwai.core.json_api import NOT_LOADED, Attribute, Linked, PageRule, Relationship, Requires

CLUB = json_api.Registry()


class Level(StrEnum):
    BEGINNER = "beginner"
    EXPERT = "expert"


class TrainingFilters(json_api.FilterModel):
    year: int | None = None
    month: Annotated[int | None, Requires("year")] = None
    start: datetime | None = None
    active: bool = True
    levels: list[Level] | None = None
    coach: UUID | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    locale: Annotated[str, MaxLen(5)]
    title: Annotated[str, MaxLen(100)]
    html: Annotated[str, Attribute(read_only=True)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingEvent:
    start_date: datetime
    end_date: datetime | None = None
    location: Annotated[str, MaxLen(100)] = ""
    cancelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingCoach:
    head: bool = False
    present: bool = False
    payed: bool = False


@json_api.resource("coaches", ids="number", sort=("name",), default_sort="name", register_in=CLUB)
@dataclass(frozen=True, slots=True, kw_only=True)
class CoachResource:
    """Somebody who gives trainings."""

    id: str = ""
    name: Annotated[str, MaxLen(100)]
    diploma: Annotated[str, MaxLen(100), Attribute(visible_to="coach")] = ""
    version: Annotated[int, Attribute(meta=True)] = 0
    trainings: "Annotated[list[Linked[TrainingResource]], Relationship(read_only=True)]" = (
        NOT_LOADED
    )


@json_api.resource("teams", ids="number", page=None, register_in=CLUB)
@dataclass(frozen=True, slots=True, kw_only=True)
class TeamResource:
    """A group that trains together."""

    id: str = ""
    name: Annotated[str, MaxLen(50)]
    active: bool = True
    code: Annotated[str, MaxLen(5), Attribute(create_only=True)] = ""
    secret: Annotated[str, MaxLen(50), Attribute(write_only=True)] = ""


@json_api.resource("training_definitions", ids="number", register_in=CLUB)
@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingDefinitionResource:
    """The rule a training was made from."""

    id: str = ""
    name: Annotated[str, MaxLen(100)]
    weekday: int = 1
    start_time: time = time(20)
    team: Linked[TeamResource] | None = None
    trainings: "list[Linked[TrainingResource]]" = NOT_LOADED


@json_api.resource(
    "trainings",
    ids="number",
    sort={"start_date": "event.start_date", "name": "name", "definition.name": "definition.name"},
    default_sort="start_date",
    filters=TrainingFilters,
    page=PageRule(cursor=True),
    register_in=CLUB,
)
@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingResource:
    """A training."""

    id: str = ""
    event: TrainingEvent
    name: Annotated[str, MaxLen(100)] = ""
    remark: Annotated[str | None, MaxLen(2000), Attribute(visible_to="coach")] = None
    level: Level = Level.BEGINNER
    occurrence_date: Annotated[date | None, Attribute(read_only=True)] = None
    texts: list[Text] = ()  # type: ignore[assignment]  # an empty default that nobody can change
    created_at: Annotated[datetime | None, Attribute(meta=True)] = None
    updated_at: Annotated[datetime | None, Attribute(meta=True)] = None
    version: Annotated[int, Attribute(meta=True)] = 0
    coaches: Annotated[
        list[Linked[CoachResource, TrainingCoach]], Relationship(linkage="always")
    ] = NOT_LOADED
    teams: list[Linked[TeamResource]] = NOT_LOADED
    definition: Linked[TrainingDefinitionResource] | None = None
    owner: Annotated[Linked[CoachResource] | None, Relationship(read_only=True)] = None

    @json_api.attribute(name="duration")
    def get_duration(self) -> int:
        """Minutes."""
        end = self.event.end_date or self.event.start_date
        return int((end - self.event.start_date).total_seconds() // 60)


START = datetime(2026, 9, 1, 17, tzinfo=UTC)


def coach(id_: int = 3, **given: object) -> CoachResource:
    return CoachResource(**{"id": str(id_), "name": f"Coach {id_}", **given})  # type: ignore[arg-type]


def team(id_: int = 5, **given: object) -> TeamResource:
    return TeamResource(**{"id": str(id_), "name": f"Team {id_}", **given})  # type: ignore[arg-type]


def definition(id_: int = 7, **given: object) -> TrainingDefinitionResource:
    default: dict[str, object] = {"id": str(id_), "name": "Monday", "team": Linked(team())}
    return TrainingDefinitionResource(**default | given)  # type: ignore[arg-type]


def training(id_: int = 1, **given: object) -> TrainingResource:
    default: dict[str, object] = {
        "id": str(id_),
        "event": TrainingEvent(start_date=START, end_date=START.replace(hour=18)),
        "name": f"Training {id_}",
        "created_at": START.replace(microsecond=123456),
        "version": 2,
        "coaches": [Linked(coach(), TrainingCoach(head=True))],
        "teams": [Linked(team())],
        "definition": Linked(definition()),
    }
    return TrainingResource(**default | given)  # type: ignore[arg-type]
