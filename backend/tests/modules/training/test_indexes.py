"""Whatever trainings are filtered and sorted by, an index finds them."""

from datetime import date, timedelta
from typing import Any

from kwai.core.db.criteria import Sql
from kwai.core.db.database import Database
from kwai.core.db.pool import close_pools
from kwai.core.domain.resource_query import SortKey
from kwai.modules.training.closures.closure import ClosureIdentifier
from kwai.modules.training.closures.closure_db_query import ClosureDbQuery
from kwai.modules.training.coaches.coach import CoachIdentifier
from kwai.modules.training.coaches.coach_db_query import CoachDbQuery
from kwai.modules.training.coaches.coach_db_repository import CoachDbRepository
from kwai.modules.training.seasons.season import SeasonIdentifier
from kwai.modules.training.seasons.season_db_query import SeasonDbQuery
from kwai.modules.training.teams.team import TeamIdentifier
from kwai.modules.training.teams.team_db_query import TeamDbQuery
from kwai.modules.training.teams.team_db_repository import TeamDbRepository
from kwai.modules.training.trainings.training_db_query import TrainingDbQuery
from kwai.modules.training.trainings.training_definition import TrainingDefinitionIdentifier
from kwai.modules.training.trainings.training_definition_db_query import TrainingDefinitionDbQuery
from kwai.modules.training.trainings.training_definition_db_repository import (
    TrainingDefinitionDbRepository,
)
from tests.support.crowded_club import START, CrowdedClub, crowd_club
from tests.support.explain import scanned_tables, sorts_rows

MONTH = (START + timedelta(days=700), START + timedelta(days=730))
NEWEST = SortKey(name="start_date", descending=True)
# The one user who owns everything here is read as a whole.
ONE_ROW = {"users"}


async def test_every_filter_and_order_has_an_index(database: Database) -> None:
    club = await crowd_club(database, others=300)
    await _analyse(database)

    scanned = {
        name: tables
        for name, query in (await _filters(database, club)).items()
        if (tables := await scanned_tables(database, query._limited(None, 0)) - ONE_ROW)
    }
    # Lists that a club has dozens of are sorted in memory by MariaDB, whatever index there is.
    grows = "" if database.settings.engine == "sqlite" else "trainings"
    sorting = {
        name
        for name, query in _orders(database).items()
        if name.endswith(grows) and await sorts_rows(database, query._limited(25, 0))
    }

    assert scanned == {}
    assert sorting == set()


async def _filters(database: Database, club: CrowdedClub) -> dict[str, Any]:
    """One query for each filter that the API and the use cases have."""
    coach = await CoachDbRepository(database).get_by_id(CoachIdentifier(club.coaches[7]))
    team = await TeamDbRepository(database).get_by_id(TeamIdentifier(club.teams[7]))
    id_ = TrainingDefinitionIdentifier(club.definitions[7])
    definition = await TrainingDefinitionDbRepository(database).get_by_id(id_)

    def month() -> TrainingDbQuery:
        return TrainingDbQuery(database).filter_by_dates(*MONTH)

    def trainings() -> TrainingDbQuery:
        return TrainingDbQuery(database)

    def definitions() -> TrainingDefinitionDbQuery:
        return TrainingDefinitionDbQuery(database)

    return {
        "month": trainings().filter_by_year_month(2022, 9, timezone="Europe/Brussels"),
        "dates": month(),
        "active": month().filter_active(),
        "cancelled": month().filter_cancelled(True),
        "active and not cancelled": month().filter_active().filter_cancelled(False),
        "coach": month().filter_by_coach(coach),
        "team": month().filter_by_team(team),
        "definition": trainings().filter_by_definition(definition),
        "location": trainings().filter_by_location("L7"),
        "closure": trainings().filter_by_closure(ClosureIdentifier(club.closures[10])),
        "occurrences": trainings()
        .filter_by_definitions([definition])
        .filter_by_occurrence(date(2021, 1, 1), date(2021, 3, 1)),
        "definitions of a team": definitions().filter_by_team(team.id),
        "definitions of a season": definitions().filter_by_season(
            SeasonIdentifier(club.seasons[7])
        ),
        "closures of a location": ClosureDbQuery(database).filter_by_location("L2020-10-20"),
        "closures of days": ClosureDbQuery(database).filter_by_days(
            date(2020, 9, 1), date(2020, 9, 20)
        ),
    }


def _orders(database: Database) -> dict[str, Any]:
    """The first page of each order; sorting it would read everything."""
    weekday, name = SortKey(name="weekday"), SortKey(name="name")
    return {
        "trainings": TrainingDbQuery(database).sort_by(()),
        "newest trainings": TrainingDbQuery(database).sort_by((NEWEST,)),
        "active trainings": TrainingDbQuery(database).filter_active().sort_by(()),
        "cancelled trainings": TrainingDbQuery(database).filter_cancelled(True).sort_by(()),
        "definitions": TrainingDefinitionDbQuery(database).sort_by(()),
        "definitions by weekday": TrainingDefinitionDbQuery(database).sort_by((weekday,)),
        "definitions by name": TrainingDefinitionDbQuery(database).sort_by((name,)),
        "coaches": CoachDbQuery(database).sort_by((name,)),
        "teams": TeamDbQuery(database).sort_by((name,)),
        "seasons": SeasonDbQuery(database).sort_by((NEWEST,)),
        "seasons by name": SeasonDbQuery(database).sort_by((name,)),
        "closures": ClosureDbQuery(database).sort_by((NEWEST,)),
    }


async def _analyse(database: Database) -> None:
    tables = "trainings, training_coaches, training_teams, training_definitions"
    tables += ", closures, coaches, teams, seasons"
    is_sqlite = database.settings.engine == "sqlite"
    await database.change(Sql("ANALYZE" if is_sqlite else f"ANALYZE TABLE {tables}"))
    await database.close()
    if is_sqlite:
        # A connection reads the statistics when it opens.
        await close_pools(database.settings)
