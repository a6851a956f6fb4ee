"""Module that implements a repository of notices for a database."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import timedelta

from kwai.core.db.criteria import MAX_IN_LIST, KwaiField
from kwai.core.db.database import Database
from kwai.core.db.pool.base import Record
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.modules.training.notices.training_notice import NoticeReceiver, TrainingNotice
from kwai.modules.training.notices.training_notice_repository import (
    NoticeReceiverNotFoundException,
    TrainingNoticeRepository,
)
from kwai.modules.training.notices.training_notice_tables import (
    NoticeReceiversTable,
    TitlesTable,
    TrainingNoticeRow,
    TrainingNoticesTable,
)
from kwai.modules.training.trainings.schedule_db_repository import SlotsTable
from kwai.modules.training.trainings.training import TrainingIdentifier

Titles = dict[int, dict[str, str]]


class TrainingNoticeDbRepository(TrainingNoticeRepository):
    """Notices in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(
        self,
        pairs: Collection[tuple[IntIdentifier, TrainingIdentifier]],
        *,
        cancelled: bool,
        reason: str,
    ) -> None:
        # By the clock that also tells when the event is due, whatever this computer thinks.
        now = await self._database.now()
        rows = [
            TrainingNoticeRow(
                user_id=user_id.value,
                training_id=training_id.value,
                cancelled=cancelled,
                reason=reason,
                created_at=now,
            )
            for user_id, training_id in pairs
        ]
        await self._database.insert_many(TrainingNoticesTable.table_name, rows)

    async def get_ages(self, uuid: UniqueId) -> tuple[timedelta, timedelta] | None:
        moments = [TrainingNoticesTable(each).created_at for each in await self._read(uuid)]
        now = await self._database.now()
        return (now - max(moments), now - min(moments)) if moments else None

    async def get_receiver(self, uuid: UniqueId) -> NoticeReceiver:
        query = self._database.create_query_factory().select(NoticeReceiversTable.columns)
        query.from_(NoticeReceiversTable.table_name)
        query.where(NoticeReceiversTable.field("uuid").eq(uuid))
        if (record := await self._database.fetch_one(query)) is None:
            raise NoticeReceiverNotFoundException(f"User {uuid} does not exist.")
        return NoticeReceiversTable(record).create_receiver()

    async def take(self, uuid: UniqueId) -> Sequence[TrainingNotice]:
        records = await self._read(uuid)
        ids = [TrainingNoticesTable(record).id for record in records]
        if not await self._delete(ids):
            return []
        titles = await self._titles({TrainingNoticesTable(each).training_id for each in records})
        return [_create_notice(record, titles) for record in records]

    async def _read(self, uuid: UniqueId) -> list[Record]:
        table = TrainingNoticesTable
        query = self._database.create_query_factory().select(table.columns, SlotsTable.columns)
        query.from_(table.table_name)
        training = SlotsTable.field("id").eq_field(table.column("training_id"))
        query.join(SlotsTable.table_name, training, "INNER")
        user = NoticeReceiversTable.field("id").eq_field(table.column("user_id"))
        query.join(NoticeReceiversTable.table_name, user, "INNER")
        query.where(NoticeReceiversTable.field("uuid").eq(uuid))
        return await self._database.fetch_all(query.order_by(table.column("id")).limit(MAX_IN_LIST))

    async def _delete(self, ids: Sequence[int]) -> bool:
        """Whoever deletes the rows has them; the other one waits here and then finds none."""
        query = self._database.create_query_factory().delete(TrainingNoticesTable.table_name)
        return await self._database.change(query.where(KwaiField("id").in_list(ids))) == len(ids)

    async def _titles(self, training_ids: Collection[int]) -> Titles:
        query = self._database.create_query_factory().select(TitlesTable.columns)
        query.from_(TitlesTable.table_name)
        query.where(TitlesTable.field("training_id").in_list(training_ids))
        titles: Titles = defaultdict(dict)
        for record in await self._database.fetch_all(query):
            row = TitlesTable(record)
            titles[row.training_id][row.locale] = row.title
        return titles


def _create_notice(record: Record, titles: Titles) -> TrainingNotice:
    row, slot = TrainingNoticesTable(record), SlotsTable(record)
    return TrainingNotice(
        id=row.id,
        training_id=row.training_id,
        cancelled=row.cancelled,
        reason=row.reason,
        start=slot.start_date,
        location=slot.location,
        titles=titles.get(row.training_id, {}),
    )
