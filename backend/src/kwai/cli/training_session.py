"""The use cases of trainings as the commands and the demo call them."""

from datetime import date, datetime

from kwai.core.db.database import Database
from kwai.core.domain.actor import Actor
from kwai.core.domain.exceptions import NotFoundException
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.settings import Settings
from kwai.core.text.text_editor import TextEditor
from kwai.core.text.text_renderer import SafeTextRenderer
from kwai.modules.identity.users.user_account_db_repository import UserAccountDbRepository
from kwai.modules.training.closures.closure_db_repository import ClosureDbRepository
from kwai.modules.training.coaches.coach_db_repository import CoachDbRepository
from kwai.modules.training.defined_training import DefinedTraining
from kwai.modules.training.generate_trainings import GenerateTrainings, GenerateTrainingsCommand
from kwai.modules.training.get_trainings import GetTrainings, GetTrainingsCommand
from kwai.modules.training.seasons.season_db_repository import SeasonDbRepository
from kwai.modules.training.teams.team_db_repository import TeamDbRepository
from kwai.modules.training.trainings.schedule_db_repository import ScheduleDbRepository
from kwai.modules.training.trainings.season_plan import PlannedDay
from kwai.modules.training.trainings.training import TrainingEntity
from kwai.modules.training.trainings.training_db_repository import TrainingDbRepository
from kwai.modules.training.trainings.training_definition_db_repository import (
    TrainingDefinitionDbRepository,
)


class TrainingSession:
    """Seasons are named by their name, users by their address."""

    def __init__(self, settings: Settings, database: Database) -> None:
        self._settings = settings
        self._database = database
        database.actor = Actor(kind="cli")

    async def generate(
        self,
        *,
        by: str,
        season: str | None = None,
        definition: int | None = None,
        start: date | None = None,
        end: date | None = None,
        dry_run: bool = False,
        allow_conflicts: bool = False,
    ) -> list[PlannedDay]:
        """Create trainings in the name of a user."""
        owner = await self._find_owner(by)
        editor = TextEditor(
            SafeTextRenderer(self._settings.base_url), self._settings.website.locales, owner
        )
        use_case = GenerateTrainings(
            TrainingDbRepository(self._database),
            TrainingDefinitionDbRepository(self._database),
            SeasonDbRepository(self._database),
            ClosureDbRepository(self._database),
            owner,
            schedule_repo=ScheduleDbRepository(self._database),
            defined_training=DefinedTraining(editor, self._settings.website.default_locale),
        )
        command = GenerateTrainingsCommand(
            definition=definition,
            season=None if season is None else await self._find_season(season),
            start=start,
            end=end,
            dry_run=dry_run,
            allow_conflicts=allow_conflicts,
        )
        return await use_case.execute(command)

    async def get_trainings(
        self, start: datetime | None, end: datetime | None, limit: int
    ) -> tuple[int, list[TrainingEntity]]:
        """Give the number of trainings of a period, and the first of them."""
        use_case = GetTrainings(
            TrainingDbRepository(self._database),
            CoachDbRepository(self._database),
            TrainingDefinitionDbRepository(self._database),
            team_repo=TeamDbRepository(self._database),
        )
        command = GetTrainingsCommand(start=start, end=end, limit=limit, offset=0, active=False)
        browsed = await use_case.execute(command)
        return browsed.total, [training async for training in browsed.iterator]

    async def _find_owner(self, email: str) -> Owner:
        accounts = UserAccountDbRepository(self._database)
        account = await accounts.get_user_by_email(EmailAddress(email))
        user = account.user
        return Owner(id=IntIdentifier(account.user_id.value), uuid=user.uuid, name=user.name)

    async def _find_season(self, name: str) -> int:
        async for season in SeasonDbRepository(self._database).get_all():
            if season.name == name:
                return season.id.value
        raise NotFoundException(f"There is no season {name}.")
