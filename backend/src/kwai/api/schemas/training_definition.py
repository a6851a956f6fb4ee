"""Schemas for a training definition resource."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Annotated, Self

from annotated_types import Ge, Le, MaxLen

from kwai.api.schemas.coach import CoachResource
from kwai.api.schemas.season import SeasonResource
from kwai.api.schemas.team import TeamResource
from kwai.api.types import Id, Line, Remark, Title
from kwai.core import json_api
from kwai.core.json_api import NOT_LOADED, Attribute, Linked, Relationship
from kwai.modules.training.trainings.training_definition import TrainingDefinitionEntity

if TYPE_CHECKING:
    from kwai.api.schemas.user_account import UserAccountResource


class TrainingDefinitionFilters(json_api.FilterModel):
    """Filters of the collection of training definitions."""

    active: bool | None = None
    team: Id | None = None
    season: Id | None = None
    coach: Id | None = None


@json_api.resource(
    "training_definitions",
    ids="number",
    sort=("weekday", "start_time", "name"),
    default_sort="weekday,start_time",
    filters=TrainingDefinitionFilters,
)
@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingDefinitionResource:
    """A weekly slot that trainings are generated from."""

    id: str = ""
    name: Annotated[Title, MaxLen(200)]
    description: Annotated[str, MaxLen(2000)] = ""
    weekday: Annotated[int, Ge(1), Le(7), Attribute(description="1 is Monday, 7 is Sunday.")]
    start_time: time
    end_time: time
    timezone: Annotated[
        Annotated[Line, MaxLen(64)],
        Attribute(description="IANA name; that of the club when it is left out."),
    ] = ""
    location: Annotated[Line, MaxLen(200)] = ""
    active: bool = True
    remark: Annotated[Remark, Attribute(visible_to="coach")] = ""
    exception_dates: Annotated[
        list[date], MaxLen(1000), Attribute(description="Days that generate skips.")
    ] = ()  # type: ignore[assignment]  # a default that nobody can change
    created_at: Annotated[datetime | None, Attribute(meta=True)] = None
    updated_at: Annotated[datetime | None, Attribute(meta=True)] = None
    version: Annotated[int, Attribute(meta=True)] = 0
    team: Linked[TeamResource] | None = None
    season: Linked[SeasonResource] | None = None
    coaches: list[Linked[CoachResource]] = NOT_LOADED
    owner: Annotated[
        Linked["UserAccountResource"] | None,
        Relationship(read_only=True, visible_to="admin"),
    ] = None

    @classmethod
    def create(
        cls,
        definition: TrainingDefinitionEntity,
        *,
        team: Linked[TeamResource] | None,
        season: Linked[SeasonResource] | None,
        coaches: list[Linked[CoachResource]],
        owner: "Linked[UserAccountResource]",
    ) -> Self:
        """Make the resource of a training definition."""
        return cls(
            id=str(definition.id),
            name=definition.name,
            description=definition.description,
            weekday=definition.weekday.value,
            start_time=definition.period.start,
            end_time=definition.period.end or definition.period.start,
            timezone=definition.timezone,
            location=definition.location,
            active=definition.active,
            remark=definition.remark,
            exception_dates=sorted(definition.exception_dates),
            created_at=definition.traceable_time.created_at.timestamp,
            updated_at=definition.traceable_time.updated_at.timestamp,
            version=definition.version,
            team=team,
            season=season,
            coaches=coaches,
            owner=owner,
        )
