"""What is told about trainings in the meta of an answer."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kwai.api.v1.trainings.clashes import describe_all
from kwai.modules.training.closures.closure_effect import ClosureEffect
from kwai.modules.training.trainings.definition_change import AppliedChange
from kwai.modules.training.trainings.season_plan import Outcome, PlannedDay
from kwai.modules.training.trainings.training import TrainingEntity
from kwai.modules.training.trainings.training_statistics import Tally, TrainingStatistics


def describe_days(days: Sequence[PlannedDay], *, dry_run: bool) -> Mapping[str, Any]:
    """Tell of every day what happens to it, and how often each thing happens."""
    counted = Counter(day.outcome for day in days)
    return {
        "dry_run": dry_run,
        "summary": {outcome.value: counted[outcome] for outcome in Outcome},
        "dates": [_describe_day(day) for day in days],
    }


def describe_change(applied: AppliedChange) -> Mapping[str, Any]:
    """Tell which trainings a definition has changed, and which it left alone, and why."""
    return {
        "changed": [describe_training(training) for training in applied.changed],
        "left_alone": [
            {
                **describe_training(each.training),
                "kept": [value.value for value in each.values],
                "reason": each.reason or "Changed by hand.",
            }
            for each in applied.left_alone
        ],
    }


def describe_effect(effect: ClosureEffect, *, dry_run: bool) -> Mapping[str, Any]:
    """Tell which trainings a closure cancels and which take place after all."""
    return {
        "dry_run": dry_run,
        "cancelled": _describe_trainings(effect.cancelled),
        "restored": _describe_trainings(effect.restored),
        "reassigned": _describe_trainings(effect.reassigned),
    }


def describe_training(training: TrainingEntity) -> dict[str, Any]:
    """Tell which training it is."""
    day = training.occurrence_date
    return {
        "training": {"type": "trainings", "id": str(training.id)},
        "title": next((each.title for each in training.content), ""),
        "start_date": _moment(training.start),
        "end_date": _moment(training.end),
        "location": training.location,
        "occurrence_date": None if day is None else day.isoformat(),
    }


def describe_statistics(statistics: TrainingStatistics) -> Mapping[str, Any]:
    """Tell what was counted."""
    return {
        "total": _describe_tally(statistics.total, ()),
        "coaches": _tallies(statistics.coaches, ("id", "name", "present", "payed")),
        "teams": _tallies(statistics.teams, ("id", "name")),
        "definitions": _tallies(statistics.definitions, ("id", "name")),
        "locations": _tallies(statistics.locations, ("name",)),
    }


def _describe_day(day: PlannedDay) -> Mapping[str, Any]:
    period = day.definition.period_on(day.day)
    return {
        "definition": {"type": "training_definitions", "id": str(day.definition.id)},
        "name": day.definition.name,
        "date": day.day.isoformat(),
        "start_date": _moment(period.start_date.timestamp),
        "end_date": _moment(period.end_date.timestamp),
        "outcome": day.outcome.value,
        "closure": None if day.closure is None else day.closure.name,
        "clashes": describe_all(day.clashes),
    }


def _describe_trainings(trainings: Iterable[TrainingEntity]) -> list[Mapping[str, Any]]:
    return [describe_training(training) for training in trainings]


def _tallies(tallies: Iterable[Tally], members: Sequence[str]) -> list[Mapping[str, Any]]:
    return [_describe_tally(tally, members) for tally in tallies]


def _describe_tally(tally: Tally, members: Sequence[str]) -> Mapping[str, Any]:
    named = {name: getattr(tally, name) for name in members}
    if "id" in named:
        named["id"] = str(named["id"])
    return named | {"held": tally.held, "cancelled": tally.cancelled, "hours": tally.hours}


def _moment(moment: Any) -> str:
    return str(moment.isoformat().replace("+00:00", "Z"))
