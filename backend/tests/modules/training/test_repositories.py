"""What is stored comes back as it was, on both engines."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from kwai.core.db.database import Database
from kwai.core.domain.entity import Entity
from kwai.core.domain.exceptions import StaleVersionException
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.name import Name
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.domain.value_objects.text import LocaleText
from kwai.core.domain.value_objects.time_period import TimePeriod
from kwai.core.domain.value_objects.traceable_time import TraceableTime
from kwai.core.domain.value_objects.weekday import Weekday
from kwai.modules.training.closures.closure import ClosureEntity
from kwai.modules.training.closures.closure_db_repository import ClosureDbRepository
from kwai.modules.training.coaches.coach import CoachEntity
from kwai.modules.training.coaches.coach_db_repository import CoachDbRepository
from kwai.modules.training.seasons.season import SeasonEntity
from kwai.modules.training.seasons.season_db_repository import SeasonDbRepository
from kwai.modules.training.seasons.season_repository import SeasonExistsException
from kwai.modules.training.teams.team import TeamEntity
from kwai.modules.training.teams.team_db_repository import TeamDbRepository
from kwai.modules.training.trainings.training_db_repository import TrainingDbRepository
from kwai.modules.training.trainings.training_definition_db_repository import (
    TrainingDefinitionDbRepository,
)
from kwai.modules.training.trainings.training_repository import (
    TrainingExistsException,
    TrainingNotFoundException,
)
from kwai.modules.training.trainings.value_objects import (
    ConflictOverride,
    DefinedValue,
    Season,
    TrainingCoach,
)
from tests.factories.identity import make_user_account_in_db
from tests.factories.training import make_definition, make_period, make_training

TRACE = TraceableTime(
    created_at=LocalTimestamp(datetime(2030, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)),
    updated_at=LocalTimestamp(datetime(2030, 2, 2, 3, 4, 5, 678901, tzinfo=UTC)),
)


@pytest.fixture
async def owner(database: Database) -> Owner:
    account = await make_user_account_in_db(database)
    user = account.user
    return Owner(id=IntIdentifier(account.user_id.value), uuid=user.uuid, name=user.name)


async def test_teams_seasons_closures_and_coaches(database: Database, owner: Owner) -> None:
    team = TeamEntity(name="U11 🥋", active=False, remark="Éé", traceable_time=TRACE)
    season = SeasonEntity(
        name="2030",
        start_date=date(2030, 9, 1),
        end_date=date(2031, 6, 30),
        remark="r",
        traceable_time=TRACE,
    )
    closure = ClosureEntity(
        name="Carnival",
        start_date=date(2030, 3, 1),
        end_date=date(2030, 3, 8),
        location="Dojo A",
        traceable_time=TRACE,
    )
    coach = CoachEntity(
        name=Name(first_name="Kyuzo", last_name="Mifune"),
        active=False,
        diploma="10th dan",
        remark="r",
        user=owner,
        traceable_time=TRACE,
    )

    # Four kinds of repository, each with its own kind of entity.
    pairs: tuple[tuple[Any, Any], ...] = (
        (TeamDbRepository(database), team),
        (SeasonDbRepository(database), season),
        (ClosureDbRepository(database), closure),
        (CoachDbRepository(database), coach),
    )
    for repository, entity in pairs:
        stored = await repository.create(entity)
        assert await repository.get_by_id(stored.id) == stored


async def test_definitions_and_trainings(database: Database, owner: Owner) -> None:
    coach = await CoachDbRepository(database).create(
        CoachEntity(name=Name(first_name="A", last_name="B"), traceable_time=TRACE)
    )
    team = await TeamDbRepository(database).create(TeamEntity(name="U11", traceable_time=TRACE))
    stored_season = await SeasonDbRepository(database).create(
        SeasonEntity(name="S", start_date=date(2030, 1, 1), end_date=date(2030, 12, 31))
    )
    closure = await ClosureDbRepository(database).create(
        ClosureEntity(name="C", start_date=date(2030, 1, 1), end_date=date(2030, 1, 2))
    )
    season = Season(id=IntIdentifier(stored_season.id.value), name="S")
    definition = await TrainingDefinitionDbRepository(database).create(
        make_definition(
            name="Ünder 11",
            description="d",
            weekday=Weekday.SUNDAY,
            period=TimePeriod(start=time(9, 5), end=time(10, 10)),
            active=False,
            location="Dojo",
            remark="r",
            owner=owner,
            timezone="America/New_York",
            team=team,
            season=season,
            coaches=(coach,),
            exception_dates=frozenset({date(2030, 5, 1), date(2030, 4, 1)}),
            traceable_time=TRACE,
        )
    )
    text = LocaleText(
        locale="fr",
        format="html",
        title="T 🥋",
        content="c",
        summary="s",
        html_content="<p>c</p>",
        html_summary="<p>s</p>",
        author=owner,
        traceable_time=TRACE,
    )
    training = make_training(
        content=(text,),
        definition=definition,
        coaches=(TrainingCoach(coach=coach, head=True, present=True, payed=True),),
        teams=(team,),
        season=season,
        period=make_period(),
        active=False,
        cancelled=True,
        location="Dojo",
        remark="r",
        occurrence_date=date(2030, 3, 5),
        cancel_reason="Storm",
        closure_id=closure.id,
        edited=frozenset({DefinedValue.PERIOD, DefinedValue.COACHES}),
        override=ConflictOverride(
            user_id=IntIdentifier(owner.id.value), at=datetime(2030, 1, 1, 1, tzinfo=UTC)
        ),
        traceable_time=TRACE,
    )

    stored = await TrainingDbRepository(database).create(training)

    assert await TrainingDefinitionDbRepository(database).get_by_id(definition.id) == definition
    assert await TrainingDbRepository(database).get_by_id(stored.id) == stored


async def test_a_day_of_a_definition_is_unique(database: Database, owner: Owner) -> None:
    definition = await TrainingDefinitionDbRepository(database).create(make_definition(owner=owner))
    text = replace(make_training().content[0], author=owner)
    training = make_training(
        content=(text,), definition=definition, occurrence_date=date(2030, 3, 5)
    )
    repository = TrainingDbRepository(database)
    await repository.create(training)

    other = make_training(content=(text,), definition=definition, occurrence_date=date(2030, 3, 5))
    with pytest.raises(TrainingExistsException):
        await repository.create(other)


async def test_the_name_of_a_season_is_unique(database: Database) -> None:
    repository = SeasonDbRepository(database)
    season = SeasonEntity(name="S", start_date=date(2030, 1, 1), end_date=date(2030, 1, 2))
    await repository.create(season)

    with pytest.raises(SeasonExistsException):
        await repository.create(Entity.replace(season))


async def test_many_are_changed_together_or_not_at_all(database: Database, owner: Owner) -> None:
    repository = TrainingDbRepository(database)
    text = replace(make_training().content[0], author=owner)
    await repository.create_all(make_training(content=(text,)) for _ in range(3))
    first, second, third = [each async for each in repository.get_all()]
    await repository.update(second.change(location="Somebody was here"))

    with pytest.raises(StaleVersionException):
        await repository.update_all(each.change(location="X") for each in (first, second, third))
    with pytest.raises(TrainingNotFoundException):
        await repository.delete_all([first, make_training(4711)])

    shown = [(each.location, each.version) async for each in repository.get_all()]
    assert shown == [("", 1), ("Somebody was here", 2), ("", 1)]


async def test_what_changes_alike_and_what_does_not_is_stored(
    database: Database, owner: Owner
) -> None:
    repository = TrainingDbRepository(database)
    text = replace(make_training().content[0], author=owner)
    await repository.create_all(make_training(content=(text,)) for _ in range(3))
    stored = [each async for each in repository.get_all()]
    wanted = [
        stored[0].change(location="A", remark="same"),
        stored[1].change(location="B", remark="same"),
        stored[2],
    ]

    await repository.update_all(wanted)

    found = [each async for each in repository.get_all()]
    assert [(each.location, each.remark) for each in found] == [
        ("A", "same"),
        ("B", "same"),
        ("", ""),
    ]
    # What did not change keeps its version and the moment of its last change.
    assert [each.version for each in found] == [2, 2, 1]
    assert found[2] == stored[2]
    assert [each.traceable_time.updated_at for each in found[:2]] == [
        each.traceable_time.updated_at for each in wanted[:2]
    ]
