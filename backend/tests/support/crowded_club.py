"""A club with years of trainings, stored in few statements."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from kwai.core.db.database import Database
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.name import Name
from kwai.core.domain.value_objects.owner import Owner
from kwai.modules.training.closures.closure import ClosureEntity
from kwai.modules.training.closures.closure_tables import ClosuresTable
from kwai.modules.training.coaches.coach import CoachEntity
from kwai.modules.training.coaches.coach_tables import CoachesTable
from kwai.modules.training.seasons.season import SeasonEntity
from kwai.modules.training.seasons.season_tables import SeasonsTable
from kwai.modules.training.teams.team import TeamEntity
from kwai.modules.training.teams.team_tables import TeamsTable
from kwai.modules.training.trainings.training_definition_tables import (
    TrainingDefinitionCoachesTable,
    TrainingDefinitionCoachRow,
    TrainingDefinitionsTable,
)
from kwai.modules.training.trainings.training_tables import (
    TrainingCoachesTable,
    TrainingCoachRow,
    TrainingsTable,
    TrainingTeamRow,
    TrainingTeamsTable,
)
from tests.factories.identity import make_user_account_in_db
from tests.factories.training import make_definition, make_period, make_training

START = datetime(2020, 9, 1, 16, tzinfo=UTC)
STEP = timedelta(hours=17)


@dataclass(frozen=True, slots=True, kw_only=True)
class CrowdedClub:
    """What stands in the database, by id."""

    coaches: list[int]
    teams: list[int]
    seasons: list[int]
    closures: list[int]
    definitions: list[int]
    trainings: list[int]


async def crowd_club(
    database: Database, *, trainings: int = 5_000, others: int = 300
) -> CrowdedClub:
    """Store trainings, each with a coach, a team, a definition; every tenth one is cancelled."""
    owner = await make_owner_in_db(database)
    days = [START.date() + timedelta(days=7 * n) for n in range(others)]
    coaches = await _store(database, CoachesTable, [make_coach(n) for n in range(others)])
    teams = await _store(database, TeamsTable, [make_team(n) for n in range(others)])
    seasons = await _store(
        database,
        SeasonsTable,
        [SeasonEntity(name=f"S{day}", start_date=day, end_date=day) for day in days],
    )
    closures = await _store(
        database,
        ClosuresTable,
        [ClosureEntity(name="C", start_date=day, end_date=day, location=f"L{day}") for day in days],
    )
    definitions = await _store(
        database,
        TrainingDefinitionsTable,
        [make_definition(name=f"D{n}", owner=owner) for n in range(others)],
        lambda row, n: replace(row, team_id=teams[n], season_id=seasons[n], weekday=n % 7 + 1),
    )
    ids = await _store(
        database,
        TrainingsTable,
        [make_training(period=make_period(START + n * STEP)) for n in range(trainings)],
        lambda row, n: replace(
            row,
            definition_id=definitions[n % others],
            season_id=seasons[n % others],
            occurrence_date=(START + n * STEP).date(),
            cancelled=n % 10 == 0,
            closure_id=closures[n % others] if n % 10 == 0 else None,
            location=f"L{n % others}",
            location_key=f"l{n % others}",
        ),
    )
    await _link(database, ids, coaches, teams, definitions)
    return CrowdedClub(
        coaches=coaches,
        teams=teams,
        seasons=seasons,
        closures=closures,
        definitions=definitions,
        trainings=ids,
    )


async def make_owner_in_db(database: Database) -> Owner:
    account = await make_user_account_in_db(database)
    user = account.user
    return Owner(id=IntIdentifier(account.user_id.value), uuid=user.uuid, name=user.name)


def make_team(number: int) -> TeamEntity:
    return TeamEntity(name=f"T{number}")


def make_coach(number: int) -> CoachEntity:
    return CoachEntity(name=Name(first_name=f"F{number}", last_name=f"L{number}"))


async def _store(
    database: Database,
    table: Any,
    entities: list[Any],
    change: Any = lambda row, _: row,
) -> list[int]:
    rows = [change(table.row_type.persist(each), n) for n, each in enumerate(entities)]
    await database.insert_many(table.table_name, rows)
    query = database.create_query_factory().select("id").from_(table.table_name)
    return [record["id"] for record in await database.fetch_all(query.order_by("id"))]


async def _link(
    database: Database,
    trainings: list[int],
    coaches: list[int],
    teams: list[int],
    definitions: list[int],
) -> None:
    pairs = [(id_, n % len(coaches)) for n, id_ in enumerate(trainings)]
    await database.insert_many(
        TrainingCoachesTable.table_name,
        [
            TrainingCoachRow(
                training_id=id_,
                coach_id=coaches[n],
                head=True,
                present=False,
                payed=False,
                position=0,
            )
            for id_, n in pairs
        ],
    )
    await database.insert_many(
        TrainingTeamsTable.table_name,
        [TrainingTeamRow(training_id=id_, team_id=teams[n], position=0) for id_, n in pairs],
    )
    await database.insert_many(
        TrainingDefinitionCoachesTable.table_name,
        [
            TrainingDefinitionCoachRow(definition_id=id_, coach_id=coach, position=0)
            for id_, coach in zip(definitions, coaches, strict=True)
        ],
    )
