"""The commands that plan trainings, and the season of the demo club."""

import asyncio
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kwai.cli.training_session import TrainingSession
from kwai.core.db.database import Database
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.settings import Settings
from kwai.demo_training import HOLIDAYS, SLOTS, WEEKS, seed_trainings
from kwai.kwai_cli import app
from kwai.modules.training.closures.closure_db_repository import ClosureDbRepository
from kwai.modules.training.coaches.coach_db_repository import CoachDbRepository
from kwai.modules.training.seasons.season_db_repository import SeasonDbRepository
from kwai.modules.training.teams.team_db_repository import TeamDbRepository
from kwai.modules.training.trainings.season_plan import Outcome
from kwai.modules.training.trainings.training_db_repository import TrainingDbRepository
from kwai.subscriptions import register_subscriptions
from tests.factories.identity import make_user, make_user_account_in_db
from tests.support.api import api_settings

EMAIL = "chair@club.example"


@pytest.fixture
async def owner(database: Database) -> Owner:
    register_subscriptions()
    account = await make_user_account_in_db(database, make_user(email=EMAIL), admin=True)
    user = account.user
    return Owner(id=IntIdentifier(account.user_id.value), uuid=user.uuid, name=user.name)


@pytest.fixture
def settings(database: Database) -> Settings:
    return api_settings(database.settings)


async def test_the_demo_club_has_a_season(
    database: Database, settings: Settings, owner: Owner
) -> None:
    await database.run(lambda: seed_trainings(settings, database, owner))
    await database.run(lambda: seed_trainings(settings, database, owner))

    trainings = TrainingDbRepository(database)
    all_trainings = [each async for each in trainings.get_all()]
    assert len(all_trainings) == len(SLOTS) * (WEEKS - sum(weeks for _, weeks in HOLIDAYS))
    assert sum(training.cancelled for training in all_trainings) == 2
    assert any(training.override for training in all_trainings)
    assert await ClosureDbRepository(database).create_query().count() == 3
    assert await TeamDbRepository(database).create_query().count() == 10
    assert await CoachDbRepository(database).create_query().count() == 19


async def test_a_season_is_generated_and_listed_by_command(
    database: Database, settings: Settings, owner: Owner
) -> None:
    await database.run(lambda: seed_trainings(settings, database, owner))
    session = TrainingSession(settings, database)
    (season,) = [each async for each in SeasonDbRepository(database).get_all()]

    days = await database.run(lambda: session.generate(by=EMAIL, season=season.name, dry_run=True))
    count, trainings = await session.get_trainings(None, None, 5)

    assert {day.outcome for day in days} == {Outcome.EXISTS, Outcome.CLOSED}
    assert (count, len(trainings)) == (12 * 36, 5)


@pytest.mark.one_engine("sqlite", reason="the commands choose their engine by settings")
async def test_the_commands_print_json(
    database: Database,
    settings: Settings,
    owner: Owner,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await database.run(lambda: seed_trainings(settings, database, owner))
    await database.close()
    file = tmp_path / "kwai.toml"
    file.write_text(f'[db]\nengine = "sqlite"\nfile = "{database.settings.file}"\n')
    monkeypatch.setenv("KWAI_SETTINGS_FILE", str(file))
    runner = CliRunner()

    listed = await asyncio.to_thread(
        runner.invoke, app, ["training", "list", "--limit", "3", "--json"]
    )
    refused = await asyncio.to_thread(
        runner.invoke, app, ["training", "generate", "--by", EMAIL, "--season", "None"]
    )
    incomplete = await asyncio.to_thread(
        runner.invoke, app, ["training", "generate", "--by", EMAIL]
    )

    assert len(json.loads(listed.output)) == 3
    assert (refused.exit_code, incomplete.exit_code) == (1, 2)
