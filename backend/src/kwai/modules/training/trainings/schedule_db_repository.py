"""Module that implements reading the schedule from a database."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from kwai.core.db.criteria import KwaiField
from kwai.core.db.database import Database
from kwai.core.db.pool.base import Record
from kwai.core.db.statements import KwaiSelect
from kwai.core.db.table import Table
from kwai.modules.training.trainings.schedule import Schedule, Slot
from kwai.modules.training.trainings.schedule_repository import ScheduleRepository
from kwai.modules.training.trainings.training import LONGEST_TRAINING
from kwai.modules.training.trainings.training_tables import (
    TrainingCoachesTable,
    TrainingTeamsTable,
)


@dataclass(kw_only=True, frozen=True, slots=True)
class SlotRow:
    """The columns of a training that the schedule is made of."""

    id: int
    start_date: datetime
    end_date: datetime
    location: str


SlotsTable = Table("trainings", SlotRow)
_LOCK = "schedule_lock"


class ScheduleDbRepository(ScheduleRepository):
    """The schedule in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def lock(self) -> None:
        query = self._database.create_query_factory().select("id").from_(_LOCK)
        await self._database.fetch_all(query.where(KwaiField("id").eq(1)).for_update())

    async def get_schedule(
        self, start: datetime, end: datetime, *, without: Collection[int] = ()
    ) -> Schedule:
        records = await self._database.fetch_all(self._select(start, end))
        slots: dict[int, _SlotParts] = {}
        for record in records:
            id_ = record["trainings_id"]
            if id_ not in without:
                slots.setdefault(id_, _SlotParts(record)).add(record)
        return Schedule(parts.create_slot() for parts in slots.values())

    def _select(self, start: datetime, end: datetime) -> KwaiSelect:
        """Give one row per training, coach and team: cheaper than two more statements."""
        coaches, teams = TrainingCoachesTable, TrainingTeamsTable
        query: KwaiSelect = self._database.create_query_factory().select(
            SlotsTable.columns, coaches.column("coach_id"), teams.column("team_id")
        )
        query.from_(SlotsTable.table_name)
        id_ = SlotsTable.column("id")
        query.left_join(coaches.table_name, coaches.field("training_id").eq_field(id_))
        query.left_join(teams.table_name, teams.field("training_id").eq_field(id_))
        query.where(SlotsTable.field("cancelled").eq(False))
        # Both bounds on one column: the index is walked over the overlapping days only.
        query.and_where(SlotsTable.field("start_date").gt(start - LONGEST_TRAINING))
        query.and_where(SlotsTable.field("start_date").lt(end))
        return query.and_where(SlotsTable.field("end_date").gt(start))


class _SlotParts:
    """Gathers the rows of one training."""

    __slots__ = ("coaches", "row", "teams")

    def __init__(self, record: Record) -> None:
        self.row = SlotsTable(record)
        self.coaches: set[int] = set()
        self.teams: set[int] = set()

    def add(self, record: Record) -> None:
        if (coach := record["coach_id"]) is not None:
            self.coaches.add(coach)
        if (team := record["team_id"]) is not None:
            self.teams.add(team)

    def create_slot(self) -> Slot:
        return Slot(
            training_id=self.row.id,
            start=self.row.start_date,
            end=self.row.end_date,
            coaches=frozenset(self.coaches),
            teams=frozenset(self.teams),
            location=self.row.location,
        )
