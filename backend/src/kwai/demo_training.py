"""The season of the demo club: weekly slots, holidays, some clashes and cancellations."""

from datetime import date, time, timedelta
from typing import Final

from kwai.core.db.database import Database
from kwai.core.dependencies import create_event_bus
from kwai.core.domain.clock import utc_now
from kwai.core.domain.value_objects.name import Name
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.domain.value_objects.time_period import TimePeriod
from kwai.core.domain.value_objects.weekday import Weekday
from kwai.core.settings import Settings
from kwai.core.text.text_editor import TextEditor
from kwai.core.text.text_renderer import SafeTextRenderer
from kwai.demo_words import words_of
from kwai.modules.training.cancel_training import CancelTraining, CancelTrainingCommand
from kwai.modules.training.change_closures import ClosureCommand, ClosureEditor, CreateClosure
from kwai.modules.training.closures.closure_db_repository import ClosureDbRepository
from kwai.modules.training.coaches.coach import CoachEntity
from kwai.modules.training.coaches.coach_db_repository import CoachDbRepository
from kwai.modules.training.defined_training import DefinedTraining
from kwai.modules.training.generate_trainings import GenerateTrainings, GenerateTrainingsCommand
from kwai.modules.training.notices.notice_board import NoticeBoard
from kwai.modules.training.notices.training_notice_db_repository import (
    TrainingNoticeDbRepository,
)
from kwai.modules.training.seasons.season import SeasonEntity
from kwai.modules.training.seasons.season_db_repository import SeasonDbRepository
from kwai.modules.training.teams.team import TeamEntity
from kwai.modules.training.teams.team_db_repository import TeamDbRepository
from kwai.modules.training.trainings.schedule_db_repository import ScheduleDbRepository
from kwai.modules.training.trainings.training_db_repository import TrainingDbRepository
from kwai.modules.training.trainings.training_definition import TrainingDefinitionEntity
from kwai.modules.training.trainings.training_definition_db_repository import (
    TrainingDefinitionDbRepository,
)

TEAMS: Final = ("Kangaroos", "U9", "U11", "U13", "U15", "U18", "U21", "Seniors")
COACHES: Final = (
    ("Bart", "Baert"), ("Cedric", "Coene"), ("Dirk", "De Smet"), ("Ellen", "Everaert"),
    ("Fatima", "El Amrani"), ("Griet", "Goossens"), ("Hugo", "Hermans"), ("Ilse", "Ieven"),
    ("Jamal", "Jacobs"), ("Karin", "Keppens"), ("Lies", "Lambrecht"), ("Mehdi", "Mertens"),
    ("Noor", "Nys"), ("Omar", "Ouali"), ("Petra", "Peeters"), ("Quinten", "Quintens"),
    ("Ruth", "Roels"), ("Stijn", "Segers"), ("Tine", "Thijs"),
)  # fmt: skip
# Weekday, start, end, team (its place among the teams) and location; the last two clash on purpose.
SLOTS: Final = (
    (1, time(18), time(19), 0, "Dojo A"),
    (1, time(19), time(20, 30), 4, "Dojo A"),
    (2, time(18), time(19), 1, "Dojo A"),
    (2, time(19), time(20, 30), 5, "Dojo A"),
    (3, time(14), time(15, 30), 2, "Dojo A"),
    (3, time(18), time(19, 30), 3, "Dojo B"),
    (4, time(18), time(19, 30), 6, "Dojo A"),
    (4, time(20), time(21, 30), 7, "Dojo A"),
    (5, time(19), time(20, 30), 8, "Dojo B"),
    (6, time(10), time(11, 30), 9, "Dojo A"),
    (6, time(11), time(12, 30), 7, "Dojo A"),
    (5, time(20), time(21), 8, "Dojo B"),
)
# The week of the season in which each begins, and how many it lasts.
HOLIDAYS: Final = ((8, 1), (16, 2), (24, 1))
WEEKS: Final = 40
# Which of the coming trainings are cancelled.
CANCELLED: Final = (3, 11)


async def seed_trainings(settings: Settings, database: Database, owner: Owner) -> None:
    """Plan a season for a club that has none yet, in the name of its administrator."""
    if not await SeasonDbRepository(database).create_query().exists():
        await DemoSeason(settings, database, owner).seed()


class DemoSeason:
    """Plans the season in the transaction of its caller."""

    def __init__(self, settings: Settings, database: Database, owner: Owner) -> None:
        self._settings = settings
        self._database = database
        self._owner = owner
        self._words = words_of(settings.website.default_locale)
        self._schedule = ScheduleDbRepository(database)
        self._trainings = TrainingDbRepository(database)
        self._definitions = TrainingDefinitionDbRepository(database)
        notices = TrainingNoticeDbRepository(database)
        self._notices = NoticeBoard(notices, create_event_bus(database, settings))

    async def seed(self) -> None:
        """Make teams, coaches, definitions and holidays, generate, and cancel a few."""
        season = await self._create_season()
        names = (*TEAMS, self._words.recreation, "Kata")
        teams = [await self._create_team(name) for name in names]
        coaches = await self._create_coaches()
        for number, (weekday, start, end, team, location) in enumerate(SLOTS):
            await self._definitions.create(
                TrainingDefinitionEntity(
                    name=teams[team].name,
                    description="",
                    weekday=Weekday(weekday),
                    period=TimePeriod(start=start, end=end),
                    location=location,
                    owner=self._owner,
                    timezone=self._settings.website.timezone,
                    team=teams[team],
                    coaches=(coaches[number], coaches[(number + 7) % len(coaches)]),
                )
            )
        for name, (week, weeks) in zip(self._words.holidays, HOLIDAYS, strict=True):
            await self._close(name, season.start_date + timedelta(weeks=week), weeks)
        await self._generate(season)
        await self._cancel()

    async def _create_season(self) -> SeasonEntity:
        today = utc_now().date()
        start = today - timedelta(days=today.weekday() + 7 * 4)
        end = start + timedelta(weeks=WEEKS, days=-1)
        name = f"{start.year}-{end.year}"
        season = SeasonEntity(name=name, start_date=start, end_date=end)
        return await SeasonDbRepository(self._database).create(season)

    async def _create_team(self, name: str) -> TeamEntity:
        return await TeamDbRepository(self._database).create(TeamEntity(name=name))

    async def _create_coaches(self) -> list[CoachEntity]:
        """Give all coaches: who has an account already, and those that only give trainings."""
        repository = CoachDbRepository(self._database)
        for first_name, last_name in COACHES:
            name = Name(first_name=first_name, last_name=last_name)
            await repository.create(CoachEntity(name=name))
        return [each async for each in repository.get_all()]

    async def _close(self, name: str, start: date, weeks: int) -> None:
        editor = ClosureEditor(
            ClosureDbRepository(self._database),
            self._trainings,
            self._schedule,
            self._notices,
            self._owner,
            timezone=self._settings.website.timezone,
        )
        end = start + timedelta(weeks=weeks, days=-1)
        command = ClosureCommand(name=name, start_date=start, end_date=end)
        await CreateClosure(ClosureDbRepository(self._database), editor).execute(command)

    async def _generate(self, season: SeasonEntity) -> None:
        website = self._settings.website
        renderer = SafeTextRenderer(self._settings.base_url)
        editor = TextEditor(renderer, website.locales, self._owner)
        generate = GenerateTrainings(
            self._trainings,
            self._definitions,
            SeasonDbRepository(self._database),
            ClosureDbRepository(self._database),
            self._owner,
            schedule_repo=self._schedule,
            defined_training=DefinedTraining(editor, website.default_locale),
        )
        await generate.execute(
            GenerateTrainingsCommand(season=season.id.value, allow_conflicts=True)
        )

    async def _cancel(self) -> None:
        now = utc_now()
        query = self._trainings.create_query().filter_by_dates(now).filter_cancelled(False)
        coming = [each async for each in self._trainings.get_all(query.order_by_date(), 20)]
        use_case = CancelTraining(self._trainings, self._schedule, self._notices)
        for reason, number in zip(self._words.reasons, CANCELLED, strict=True):
            command = CancelTrainingCommand(id=coming[number].id.value, reason=reason)
            await use_case.execute(command)
