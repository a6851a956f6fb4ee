"""The query behind the change log."""

from typing import Any, Final, Self

from kwai.core.db.change_log import ChangeLogTable
from kwai.core.db.changes.logged_change import LoggedChangeIdentifier, Subject
from kwai.core.db.changes.logged_change_repository import LoggedChangeQuery
from kwai.core.db.criteria import KwaiField, any_of
from kwai.core.db.database_query import DatabaseQuery
from kwai.core.db.statements import as_column

USER_UUID: Final = "actor_uuid"
CREATED: Final = "created"


class LoggedChangeDbQuery(DatabaseQuery, LoggedChangeQuery):
    """A database query for changes, newest first."""

    def init(self) -> None:
        self._query.from_(ChangeLogTable.table_name)
        actor = KwaiField("users.id").eq_field(ChangeLogTable.column("actor_id"))
        self._query.join("users", actor, "LEFT")
        self.order_by(ChangeLogTable.column("id"), "DESC")

    @property
    def columns(self) -> list[Any]:
        return [ChangeLogTable.columns, as_column("users.uuid", USER_UUID)]

    @property
    def count_column(self) -> str:
        return ChangeLogTable.column("id")

    def filter_by_id(self, id_: LoggedChangeIdentifier) -> Self:
        """Add a filter for the id of the change."""
        return self.and_where(ChangeLogTable.field("id").eq(id_))

    def filter_by_subject(self, subject: Subject) -> Self:
        return self.and_where(ChangeLogTable.field("entity").eq(subject.table))

    def filter_by_subject_id(self, subject: Subject, id_: str) -> Self:
        entity_id = ChangeLogTable.field("entity_id")
        if subject.key == "id":
            return self.and_where(entity_id.eq(int(id_) if id_.isdecimal() else 0))
        present = self._database.create_query_factory().select("id").from_(subject.table)
        present.where(KwaiField(subject.key).eq(id_))
        # What was deleted is known by the change that created it.
        gone = self._database.create_query_factory().select("entity_id")
        gone.from_(ChangeLogTable.table_name).where(KwaiField("entity").eq(subject.table))
        gone.and_where(KwaiField("action").eq(CREATED))
        gone.and_where(KwaiField("changes").like_contains(f'"{subject.key}":[null,"{id_}"]'))
        return self.and_where(any_of(entity_id.in_query(present), entity_id.in_query(gone)))

    def filter_by_user(self, uuid: str) -> Self:
        return self.and_where(KwaiField("users.uuid").eq(uuid))
