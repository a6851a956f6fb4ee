"""Module that defines value objects for the bounded context trainings."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.quicken import quicken
from kwai.modules.training.coaches.coach import CoachEntity


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """A season, as a training knows it."""

    id: IntIdentifier
    name: str


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingCoach:
    """A coach attached to a training.

    Attributes:
        head: Leads the training.
        present: Was there.
        payed: Was paid for it.
    """

    coach: CoachEntity
    head: bool = False
    present: bool = False
    payed: bool = False


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictOverride:
    """Who decided that a training takes place although something was taken, and when."""

    user_id: IntIdentifier | None
    at: datetime


class DefinedValue(Enum):
    """A value of a training that its definition sets too."""

    PERIOD = "period"
    LOCATION = "location"
    CONTENTS = "contents"
    COACHES = "coaches"
    TEAMS = "teams"
