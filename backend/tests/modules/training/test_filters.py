"""Filters in any combination, against a look at each training."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from kwai.core.db.database import Database
from kwai.core.domain.resource_query import SortKey
from kwai.modules.training.coaches.coach import CoachEntity
from kwai.modules.training.coaches.coach_db_repository import CoachDbRepository
from kwai.modules.training.get_trainings import GetTrainings, GetTrainingsCommand
from kwai.modules.training.teams.team_db_repository import TeamDbRepository
from kwai.modules.training.trainings.location import location_key
from kwai.modules.training.trainings.training import TrainingEntity
from kwai.modules.training.trainings.training_db_repository import TrainingDbRepository
from kwai.modules.training.trainings.training_definition_db_repository import (
    TrainingDefinitionDbRepository,
)
from kwai.modules.training.trainings.value_objects import TrainingCoach
from tests.factories.training import make_definition, make_period, make_text, make_training
from tests.support.crowded_club import make_coach, make_owner_in_db, make_team

START = datetime(2029, 12, 20, 22, tzinfo=UTC)
LOCATIONS = ("", "Dojo A", " dojo  a", "Dójo A", "Dojo B")
ZONES = ("Europe/Brussels", "Pacific/Auckland", "UTC")
ROUNDS = 150
Matches = Callable[[TrainingEntity], bool]


async def test_any_filters_select_what_they_say(database: Database) -> None:
    random = Random(20260901)
    use_case = GetTrainings(
        TrainingDbRepository(database),
        CoachDbRepository(database),
        TrainingDefinitionDbRepository(database),
        team_repo=TeamDbRepository(database),
    )
    trainings = await _store_trainings(database, random)

    for _ in range(ROUNDS):
        given, matches = _choose_filters(random, trainings)
        wanted = sorted(filter(matches, trainings), key=lambda each: (each.start, each.id.value))
        offset = random.randint(0, 3)
        command = GetTrainingsCommand(**given, limit=20, offset=offset)

        found = await use_case.execute(command)

        ids = [each.id async for each in found.iterator]
        assert found.count == len(wanted), given
        assert ids == [each.id for each in _in_order(wanted, given)[offset : offset + 20]], given


def _in_order(wanted: list[TrainingEntity], given: dict[str, Any]) -> list[TrainingEntity]:
    return wanted[::-1] if given["sort"] and given["sort"][0].descending else wanted


def _choose_filters(
    random: Random, trainings: list[TrainingEntity]
) -> tuple[dict[str, Any], Matches]:
    some = random.choice(trainings)
    moment = START + timedelta(days=random.randint(0, 30))
    zone = random.choice(ZONES)
    local = some.start.astimezone(ZoneInfo(zone))
    location = random.choice(LOCATIONS[1:])
    known: list[tuple[dict[str, Any], Matches]] = [
        ({"cancelled": True}, lambda each: each.cancelled),
        ({"cancelled": False}, lambda each: not each.cancelled),
        ({"start": moment}, lambda each: each.start >= moment),
        ({"end": some.start}, lambda each: each.start < some.start),
        (
            {"year": local.year, "month": local.month, "timezone": zone},
            lambda each: _month(each, zone) == (local.year, local.month),
        ),
        ({"year": 2030, "timezone": zone}, lambda each: _month(each, zone)[0] == 2030),
        (
            {"location": location},
            lambda each: location_key(each.location) == location_key(location),
        ),
        (
            {"coach": some.coaches[0].coach.id.value},
            lambda each: some.coaches[0].coach.id in {one.coach.id for one in each.coaches},
        ),
        (
            {"team": some.teams[0].id.value},
            lambda each: some.teams[0].id in {team.id for team in each.teams},
        ),
        (
            {"definition": _id(some)},
            lambda each: each.definition_id is not None and _id(each) == _id(some),
        ),
    ]
    is_active = random.random() < 0.5
    keys = random.choice([(), (SortKey(name="start_date", descending=True),)])
    given: dict[str, Any] = {"active": is_active, "sort": keys}
    tests: list[Matches] = [lambda each: each.active or not is_active]
    for values, matches in random.sample(known, random.randint(0, 4)):
        # Two of one kind would overwrite each other.
        if not values.keys() & given.keys():
            given |= values
            tests.append(matches)
    return given, lambda each: all(test(each) for test in tests)


def _month(training: TrainingEntity, zone: str) -> tuple[int, int]:
    local = training.start.astimezone(ZoneInfo(zone))
    return local.year, local.month


def _id(training: TrainingEntity) -> int:
    return 0 if training.definition_id is None else training.definition_id.value


async def _store_trainings(database: Database, random: Random) -> list[TrainingEntity]:
    owner = await make_owner_in_db(database)
    coaches = [await CoachDbRepository(database).create(make_coach(n)) for n in range(4)]
    teams = [await TeamDbRepository(database).create(make_team(n)) for n in range(3)]
    definitions = TrainingDefinitionDbRepository(database)
    known = [await definitions.create(make_definition(name=f"D{n}", owner=owner)) for n in "ab"]
    trainings = [
        make_training(
            content=(make_text(owner=owner),),
            # Around the turn of a year and its months, in every zone.
            period=make_period(START + timedelta(hours=random.randint(0, 24 * 50))),
            definition=random.choice(known),
            coaches=_some_coaches(random, coaches),
            teams=tuple(random.sample(teams, random.randint(1, 2))),
            location=random.choice(LOCATIONS),
            active=random.random() < 0.8,
            cancelled=random.random() < 0.3,
        )
        for _ in range(80)
    ]
    repository = TrainingDbRepository(database)
    await repository.create_all(trainings)
    return [each async for each in repository.get_all()]


def _some_coaches(random: Random, coaches: list[CoachEntity]) -> tuple[TrainingCoach, ...]:
    return tuple(TrainingCoach(coach=each) for each in random.sample(coaches, random.randint(1, 2)))
