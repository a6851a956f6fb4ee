"""Module that implements a repository of calendar feeds for a database."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kwai.core.db.criteria import KwaiField
from kwai.core.db.database_query import DatabaseQuery
from kwai.core.db.pool.base import Record
from kwai.core.db.repository import DbRepository
from kwai.core.db.row_fields import personal, secret
from kwai.core.db.rows import create_trace, known_moment
from kwai.core.db.table import Table
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.modules.training.calendar_feeds.calendar_feed import (
    CalendarFeedEntity,
    CalendarFeedIdentifier,
)
from kwai.modules.training.calendar_feeds.calendar_feed_repository import (
    CalendarFeedNotFoundException,
    CalendarFeedRepository,
)
from kwai.modules.training.coaches.coach import CoachIdentifier
from kwai.modules.training.coaches.coach_tables import CoachesTable


@dataclass(kw_only=True, frozen=True, slots=True)
class CalendarFeedRow:
    """Represent a row of the calendar_feeds table."""

    id: int = 0
    user_id: int
    name: str = personal()
    secret: str = secret()
    version: int
    created_at: datetime
    updated_at: datetime | None

    def create_entity(self) -> CalendarFeedEntity:
        """Create a calendar feed entity of this row."""
        return CalendarFeedEntity(
            id_=CalendarFeedIdentifier(self.id),
            user_id=IntIdentifier(self.user_id),
            name=self.name,
            secret=self.secret,
            version=self.version,
            traceable_time=create_trace(self.created_at, self.updated_at),
        )

    @classmethod
    def persist(cls, feed: CalendarFeedEntity) -> "CalendarFeedRow":
        """Persist a calendar feed into a table row."""
        return cls(
            id=feed.id.value,
            user_id=feed.user_id.value,
            name=feed.name,
            secret=feed.secret,
            version=feed.version,
            created_at=known_moment(feed.traceable_time.created_at),
            updated_at=feed.traceable_time.updated_at.timestamp,
        )


CalendarFeedsTable = Table("calendar_feeds", CalendarFeedRow)


class CalendarFeedDbQuery(DatabaseQuery):
    """A database query for calendar feeds."""

    def init(self) -> None:
        self._query.from_(CalendarFeedsTable.table_name)

    @property
    def columns(self) -> list[Any]:
        return [CalendarFeedsTable.columns]

    @property
    def count_column(self) -> str:
        return CalendarFeedsTable.column("id")


class CalendarFeedDbRepository(  # type: ignore[misc]  # a query is always one it created itself
    DbRepository[CalendarFeedEntity, CalendarFeedIdentifier, CalendarFeedDbQuery],
    CalendarFeedRepository,
):
    """A repository of calendar feeds for a database."""

    table = CalendarFeedsTable
    not_found = CalendarFeedNotFoundException

    def create_query(self, user_id: IntIdentifier | None = None) -> CalendarFeedDbQuery:
        query = CalendarFeedDbQuery(self._database)
        if user_id is None:
            return query
        return query.and_where(CalendarFeedsTable.field("user_id").eq(user_id))

    async def load(
        self, records: list[Record], query: CalendarFeedDbQuery
    ) -> list[CalendarFeedEntity]:
        return [CalendarFeedsTable(record).create_entity() for record in records]

    async def get_own(
        self, id_: CalendarFeedIdentifier, user_id: IntIdentifier
    ) -> CalendarFeedEntity:
        query = self.create_query(user_id).and_where(CalendarFeedsTable.field("id").eq(id_))
        return await self._get_one(query, f"Calendar feed {id_} does not exist.")

    async def find_coach(self, secret_hash: str) -> CoachIdentifier:
        feeds = CalendarFeedsTable
        query = self._database.create_query_factory().select(CoachesTable.columns)
        query.from_(feeds.table_name)
        coach = CoachesTable.field("user_id").eq_field(feeds.column("user_id"))
        query.join(CoachesTable.table_name, coach, "INNER")
        user = KwaiField("users.id").eq_field(feeds.column("user_id"))
        query.join("users", user, "INNER")
        query.where(feeds.field("secret").eq(secret_hash))
        query.and_where(KwaiField("users.revoked").eq(False))
        query.and_where(CoachesTable.field("active").eq(True))
        if (record := await self._database.fetch_one(query)) is None:
            raise CalendarFeedNotFoundException("This calendar does not exist.")
        return CoachIdentifier(CoachesTable(record).id)
