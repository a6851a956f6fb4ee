"""Schemas for training(s)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from annotated_types import Ge, Le, MaxLen

from kwai.api.schemas.coach import CoachResource
from kwai.api.schemas.season import SeasonResource
from kwai.api.schemas.team import TeamResource
from kwai.api.schemas.text import TextContent, create_contents
from kwai.api.schemas.training_definition import TrainingDefinitionResource
from kwai.api.types import Id, Line, LocaleCode, Remark
from kwai.core import json_api
from kwai.core.domain.value_objects.text import LocaleText
from kwai.core.json_api import NOT_LOADED, Attribute, Linked, Requires
from kwai.core.quicken import maker, quicken
from kwai.modules.training.trainings.training import TrainingEntity

Year = Annotated[int, Ge(1900), Le(2098)]
Month = Annotated[int, Ge(1), Le(12)]


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingCoach:
    """Schema for coach/training specific information."""

    head: bool = False
    present: Annotated[bool, Attribute(visible_to="coach")] = False
    payed: Annotated[bool, Attribute(visible_to="coach")] = False


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingEvent:
    """Schema for the event information of a training."""

    start_date: datetime
    end_date: datetime
    location: Annotated[Line, MaxLen(200)] = ""
    active: bool = True
    cancelled: bool = False
    cancel_reason: Annotated[Line, MaxLen(500)] = ""


class TrainingFilters(json_api.FilterModel):
    """Filters of the collection of trainings."""

    year: Year | None = None
    month: Annotated[Month | None, Requires("year")] = None
    start: datetime | None = None
    end: datetime | None = None
    active: bool | None = None
    cancelled: bool | None = None
    coach: Id | None = None
    team: Id | None = None
    definition: Id | None = None
    location: Annotated[str, MaxLen(200)] | None = None
    locale: LocaleCode | None = None


@json_api.resource(
    "trainings",
    ids="number",
    sort={"start_date": "event.start_date"},
    default_sort="start_date",
    filters=TrainingFilters,
)
@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingResource:
    """Represent a JSON:API resource for a training entity."""

    id: str = ""
    contents: Annotated[
        list[TextContent],
        MaxLen(50),
        Attribute(description="One text per language, the best one for the reader first."),
    ]
    event: TrainingEvent
    occurrence_date: Annotated[
        date | None,
        Attribute(read_only=True, description="The local day that it was generated for."),
    ] = None
    remark: Annotated[Remark, Attribute(visible_to="coach")] = ""
    conflicts_allowed_at: Annotated[
        datetime | None,
        Attribute(
            read_only=True,
            visible_to="coach",
            description="When somebody decided that it takes place although something is taken.",
        ),
    ] = None
    created_at: Annotated[datetime | None, Attribute(meta=True)] = None
    updated_at: Annotated[datetime | None, Attribute(meta=True)] = None
    version: Annotated[int, Attribute(meta=True)] = 0
    coaches: list[Linked[CoachResource, TrainingCoach]] = NOT_LOADED
    teams: list[Linked[TeamResource]] = NOT_LOADED
    definition: Linked[TrainingDefinitionResource] | None = None
    season: Linked[SeasonResource] | None = None

    @staticmethod
    def create(
        training: TrainingEntity,
        texts: Sequence[LocaleText],
        *,
        coaches: list[Linked[CoachResource, TrainingCoach]],
        teams: list[Linked[TeamResource]],
        definition: Linked[TrainingDefinitionResource] | None,
        season: Linked[SeasonResource] | None,
    ) -> "TrainingResource":
        """Make the resource of a training, with its texts in the order of the reader."""
        override = training.override
        return _make_resource(
            id=str(training.id),
            contents=create_contents(texts) if texts else [],
            event=_make_event(
                start_date=training.start,
                end_date=training.end,
                location=training.location,
                active=training.active,
                cancelled=training.cancelled,
                cancel_reason=training.cancel_reason,
            ),
            occurrence_date=training.occurrence_date,
            remark=training.remark,
            conflicts_allowed_at=None if override is None else override.at,
            created_at=training.traceable_time.created_at.timestamp,
            updated_at=training.traceable_time.updated_at.timestamp,
            version=training.version,
            coaches=coaches,
            teams=teams,
            definition=definition,
            season=season,
        )


# A page has dozens of them.
_make_event = maker(TrainingEvent)
_make_resource = maker(TrainingResource)
