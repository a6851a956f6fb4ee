"""Module that defines common input for the use cases of Trainings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kwai.core.text.text_editor import TextInput


@dataclass(frozen=True, slots=True, kw_only=True)
class Coach:
    """Input for a coach associated with a training."""

    id: int
    head: bool = False
    present: bool = False
    payed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingCommand:
    """Input for the create or update Training use case.

    Attributes:
        allow_conflicts: Save although a coach, a team or the location is taken.
    """

    contents: Sequence[TextInput]
    definition: int | None = None
    season: int | None = None
    coaches: Sequence[Coach] = ()
    teams: Sequence[int] = ()
    start_date: datetime
    end_date: datetime
    active: bool = True
    cancelled: bool = False
    cancel_reason: str = ""
    location: str = ""
    remark: str = ""
    allow_conflicts: bool = False
