"""Options and meta of requests about trainings."""

from datetime import date
from typing import Annotated, Literal

from annotated_types import MaxLen
from pydantic import BaseModel, ConfigDict

from kwai.api.types import Id, Line


class _Meta(BaseModel):
    model_config = ConfigDict(extra="forbid")


class ConflictMeta(_Meta):
    """The meta of a document that changes the schedule."""

    allow_conflicts: bool = False


class CancelMeta(_Meta):
    """What is said with a cancellation."""

    reason: Annotated[Line, MaxLen(500)] = ""


class RestoreMeta(CancelMeta, ConflictMeta):
    """What is said when a training takes place after all."""


class SeasonPeriodMeta(ConflictMeta):
    """How the trainings of a season are generated; without days it is the whole season."""

    start: date | None = None
    end: date | None = None


class PeriodMeta(SeasonPeriodMeta):
    """For which days a definition is generated: those of a season, or from start to end."""

    season: Id | None = None


class DryRun(BaseModel):
    """Tell what would happen, and change nothing."""

    dry_run: bool = False


class RemovalOptions(DryRun):
    """How a closure is removed."""

    allow_conflicts: bool = False


class ApplyOptions(BaseModel):
    """Which trainings change along with their definition."""

    apply_to: Literal["none", "following", "all"] = "none"
    apply_from: date | None = None


class DeleteOptions(BaseModel):
    """What becomes of the trainings of a definition that is deleted."""

    delete_trainings: Literal["none", "future"] = "none"
