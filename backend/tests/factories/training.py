"""Trainings and what belongs to them, with everything filled in that does not matter."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.name import Name
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.domain.value_objects.period import Period
from kwai.core.domain.value_objects.text import LocaleText
from kwai.core.domain.value_objects.time_period import TimePeriod
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.core.domain.value_objects.weekday import Weekday
from kwai.modules.training.trainings.training import TrainingEntity, TrainingIdentifier
from kwai.modules.training.trainings.training_definition import (
    TrainingDefinitionEntity,
    TrainingDefinitionIdentifier,
)

START = datetime(2030, 3, 5, 18, tzinfo=UTC)


def make_owner(id_: int = 1) -> Owner:
    name = Name(first_name="Jigoro", last_name="Kano")
    return Owner(id=IntIdentifier(id_), uuid=UniqueId.generate(), name=name)


def make_period(start: datetime = START, **length: int) -> Period:
    end = start + timedelta(**(length or {"minutes": 90}))
    return Period(start_date=LocalTimestamp(start), end_date=LocalTimestamp(end))


def make_text(title: str = "Training", owner: Owner | None = None) -> LocaleText:
    return LocaleText(
        locale="nl",
        format="md",
        title=title,
        content="",
        summary="",
        author=owner or make_owner(),
    )


def make_training(id_: int = 0, **values: Any) -> TrainingEntity:
    defaults: dict[str, Any] = {"content": (make_text(),), "period": make_period()}
    return TrainingEntity(id_=TrainingIdentifier(id_), **(defaults | values))


def make_definition(id_: int = 0, **values: Any) -> TrainingDefinitionEntity:
    defaults: dict[str, Any] = {
        "name": "U11",
        "description": "",
        "weekday": Weekday.TUESDAY,
        "period": TimePeriod(start=time(18), end=time(19, 30)),
        "owner": make_owner(),
    }
    return TrainingDefinitionEntity(id_=TrainingDefinitionIdentifier(id_), **(defaults | values))
