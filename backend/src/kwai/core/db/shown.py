"""Reads the columns that will be shown, and no others: sparse fieldsets end in the SELECT."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final, Generic, Self, TypeVar

from kwai.core.db.database import Database
from kwai.core.db.database_query import DatabaseQuery
from kwai.core.db.table import Table
from kwai.core.domain.repository.shown_query import ShownQuery
from kwai.core.domain.resource_query import ResourceQuery

T = TypeVar("T")

#: The default of a row field that always has a moment, where its column is not read.
UNREAD_MOMENT: Final = datetime.min.replace(tzinfo=UTC)

# Shown with every resource, or what its ETag and its links are made of.
_ALWAYS: Final = frozenset({"id", "uuid", "version", "created_at", "updated_at"})
_NOTHING: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType({})


class Shown(Generic[T]):
    """Tells for which attributes the columns of a table are read; it stands beside the table.

    A field of the row is read for the attribute with its name. `shown_as` names the attributes of
    the others, `always` the fields that no entity can do without, `never` those that no attribute
    is made of. Keys are always read.
    """

    def __init__(
        self,
        table: Table[T],
        *,
        shown_as: Mapping[str, tuple[str, ...]] = _NOTHING,
        always: tuple[str, ...] = (),
        never: tuple[str, ...] = (),
    ) -> None:
        self.table = table
        self._paths = {
            field.name: () if field.name in never else shown_as.get(field.name, (field.name,))
            for field in table.fields
            if field.name in {*shown_as, *never}
            or not (field.name in always or _is_always_read(field.name))
        }
        # Here, and not with the first client who asks for nothing: each of them has a default.
        _leave_out(table, frozenset(self._paths))

    def narrow(self, query: ResourceQuery) -> Table[T]:
        """Give the table with the columns that this caller will see something of."""
        return self.table if query.wanted is None else _narrow(self, query.wanted)

    def unread(self, wanted: frozenset[str]) -> frozenset[str]:
        """Name the fields of a row that no wanted attribute is made of."""
        return frozenset(name for name, paths in self._paths.items() if wanted.isdisjoint(paths))


class ShownDbQuery(DatabaseQuery, ShownQuery, Generic[T]):
    """Base of the queries whose root rows are shown.

    Attributes:
        table: Has the columns that are read; repositories make their rows with it.
    """

    shown: Shown[T]

    def __init__(self, database: Database) -> None:
        self.table = self.shown.table
        super().__init__(database)

    @property
    def columns(self) -> list[Any]:
        return [self.table.columns]

    def show(self, query: ResourceQuery) -> Self:
        self.table = self.shown.narrow(query)
        return self


def _is_always_read(name: str) -> bool:
    return name in _ALWAYS or name.endswith("_id")


# Bounded, because clients choose: each holds the columns and the mapper of a table.
@lru_cache(maxsize=512)
def _narrow(shown: Shown[T], wanted: frozenset[str]) -> Table[T]:
    return _leave_out(shown.table, shown.unread(wanted))


@lru_cache(maxsize=256)
def _leave_out(table: Table[T], unread: frozenset[str]) -> Table[T]:
    return Table(table.table_name, table.row_type, unread)
