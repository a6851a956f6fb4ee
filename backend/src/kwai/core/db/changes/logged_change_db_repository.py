"""Reads changes out of the change log, with the public ids of what was changed."""

import json
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from typing import Any

from kwai.core.db.change_log import ChangeLogRow, ChangeLogTable
from kwai.core.db.changes.logged_change import LoggedChange, LoggedChangeIdentifier, Subject
from kwai.core.db.changes.logged_change_db_query import CREATED, USER_UUID, LoggedChangeDbQuery
from kwai.core.db.changes.logged_change_repository import (
    LoggedChangeNotFoundException,
    LoggedChangeQuery,
    LoggedChangeRepository,
)
from kwai.core.db.criteria import KwaiField
from kwai.core.db.database import Database
from kwai.core.db.pool.base import Record
from kwai.core.db.statements import as_column
from kwai.core.domain.resource_query import Page
from kwai.core.domain.use_case import CursorBrowseResult, UseCaseBrowseResult

PublicIds = Mapping[tuple[str, int], str]


class LoggedChangeDbRepository(LoggedChangeRepository):
    """Reads the changes of the subjects it is told; others are called by their table."""

    def __init__(self, database: Database, subjects: Collection[Subject]) -> None:
        self._database = database
        self._subjects = {subject.table: subject for subject in subjects}

    def create_query(self) -> LoggedChangeDbQuery:
        return LoggedChangeDbQuery(self._database)

    async def get_by_id(self, id_: LoggedChangeIdentifier) -> LoggedChange:
        record = await self.create_query().filter_by_id(id_).fetch_one()
        if record is None:
            raise LoggedChangeNotFoundException
        return (await self._create([record]))[0]

    async def get_page(
        self, query: LoggedChangeQuery, limit: int, offset: int
    ) -> UseCaseBrowseResult[LoggedChange]:
        page = await _own(query).count_page(limit, offset)
        return UseCaseBrowseResult(page.total, _iterate(await self._create(page.records)))

    async def read_on(
        self, query: LoggedChangeQuery, page: Page
    ) -> UseCaseBrowseResult[LoggedChange]:
        found = await _own(query).read_on(page)
        changes = _iterate(await self._create(found.records))
        return CursorBrowseResult.create(changes, positions=found.positions, more=found.more)

    async def _create(self, records: Sequence[Record]) -> list[LoggedChange]:
        rows = [ChangeLogTable(record) for record in records]
        public_ids = await self._public_ids(rows)
        return [
            self._create_change(row, record[USER_UUID], public_ids)
            for row, record in zip(rows, records, strict=True)
        ]

    def _create_change(
        self, row: ChangeLogRow, user_uuid: str | None, public_ids: PublicIds
    ) -> LoggedChange:
        subject = self._subjects.get(row.entity)
        by_number = subject is None or subject.key == "id"
        key = (row.entity, row.entity_id)
        return LoggedChange(
            id_=LoggedChangeIdentifier(row.id),
            at=row.at,
            resource=row.entity if subject is None else subject.resource,
            resource_id=str(row.entity_id) if by_number else public_ids.get(key, ""),
            action=row.action,
            version=row.version,
            actor_kind=row.actor_kind,
            user_uuid=user_uuid,
            request_id=row.request_id,
            changes=json.loads(row.changes),
        )

    async def _public_ids(self, rows: Sequence[ChangeLogRow]) -> PublicIds:
        """Look up the public ids of rows, a statement per table, two where some were deleted."""
        found: dict[tuple[str, int], str] = {}
        for table, subject in self._subjects.items():
            ids = {row.entity_id for row in rows if row.entity == table}
            if ids and subject.key != "id":
                known = await self._read_ids(subject, ids)
                if gone := ids - known.keys():
                    known |= await self._read_deleted_ids(subject, gone)
                found |= {(table, id_): public_id for id_, public_id in known.items()}
        return found

    async def _read_ids(self, subject: Subject, ids: Collection[int]) -> dict[int, str]:
        query = self._database.create_query_factory().select(
            "id", as_column(subject.key, "public_id")
        )
        query.from_(subject.table).where(KwaiField("id").in_list(ids))
        records = await self._database.fetch_all(query)
        return {record["id"]: record["public_id"] for record in records}

    async def _read_deleted_ids(self, subject: Subject, ids: Collection[int]) -> dict[int, str]:
        query = self._database.create_query_factory().select("entity_id", "changes")
        query.from_(ChangeLogTable.table_name).where(KwaiField("entity").eq(subject.table))
        query.and_where(KwaiField("action").eq(CREATED))
        query.and_where(KwaiField("entity_id").in_list(ids))
        records = await self._database.fetch_all(query)
        return {
            record["entity_id"]: _after(json.loads(record["changes"]), subject.key)
            for record in records
        }


def _own(query: LoggedChangeQuery) -> LoggedChangeDbQuery:
    if not isinstance(query, LoggedChangeDbQuery):
        raise TypeError("The query belongs to another repository.")
    return query


def _after(changes: Mapping[str, Any], name: str) -> str:
    values = changes.get(name)
    return str(values[1]) if isinstance(values, list) else ""


async def _iterate(changes: Sequence[LoggedChange]) -> AsyncIterator[LoggedChange]:
    for change in changes:
        yield change
