"""Writes the child rows of an aggregate by difference, so that a kept row keeps what it holds."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from kwai.core.db.criteria import KwaiField, all_of
from kwai.core.db.database import Database
from kwai.core.db.row_batch import ChildDifference
from kwai.core.db.row_changes import Children, Key, changed_columns, describe_children

Described = dict[str, Any]


class ChildRows:
    """The child tables of one repository."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def read(self, children: Children, owner_id: object) -> dict[Key, Any]:
        """Read the stored rows of one owner."""
        query = self._database.create_query_factory().select(children.table.columns)
        query.from_(children.table.table_name)
        query.where(children.table.field(children.owner).eq(owner_id))
        records = await self._database.fetch_all(query)
        return children.by_key([children.table.map_row(record) for record in records])

    async def insert(self, groups: Iterable[Children]) -> None:
        """Insert the rows of new owners, all of one table together."""
        by_table = sorted(groups, key=lambda children: children.table.table_name)
        for name, same in groupby(by_table, key=lambda children: children.table.table_name):
            await self._insert(name, [row for children in same for row in children.rows])

    async def replace(self, children: Children, owner_id: object) -> Described:
        """Bring the stored rows to the given ones and tell what changed."""
        old = await self.read(children, owner_id)
        new = children.by_key(children.rows)
        removed = [row for key, row in old.items() if key not in new]
        kept = [(old[key], row) for key, row in new.items() if key in old]
        changed = [(before, after) for before, after in kept if changed_columns(before, after)]
        added = [row for key, row in new.items() if key not in old]
        for row in removed:
            await self._delete(children, owner_id, row)
        for before, after in changed:
            await self._update(children, owner_id, before, after)
        await self._insert(children.table.table_name, added)
        return describe_children(added, removed, changed)

    async def read_all(
        self, children: Children, owner_ids: Sequence[int]
    ) -> dict[int, dict[Key, Any]]:
        """Read the stored rows of many owners."""
        query = self._database.create_query_factory().select(children.table.columns)
        query.from_(children.table.table_name)
        query.where(children.table.field(children.owner).in_list(owner_ids))
        by_owner: dict[int, list[Any]] = {id_: [] for id_ in owner_ids}
        for record in await self._database.fetch_all(query):
            row = children.table.map_row(record)
            by_owner[getattr(row, children.owner)].append(row)
        return {id_: children.by_key(rows) for id_, rows in by_owner.items()}

    async def replace_all(self, wanted: Mapping[int, Children]) -> dict[int, Described]:
        """Bring the stored rows of many owners to the given ones, and tell what changed."""
        children = next(iter(wanted.values()))
        stored = await self.read_all(children, list(wanted))
        difference = ChildDifference(children)
        described = {
            id_: _compare(difference, id_, stored[id_], each.by_key(each.rows))
            for id_, each in wanted.items()
        }
        for key, owners in difference.removals():
            query = self._database.create_query_factory().delete(children.table.table_name)
            await self._database.change(query.where(self._shared(children, owners, key)))
        for key, values, owners in difference.updates():
            change = self._database.create_query_factory().update(children.table.table_name, values)
            await self._database.change(change.where(self._shared(children, owners, key)))
        await self._insert(children.table.table_name, difference.added)
        return {id_: changes for id_, changes in described.items() if changes}

    async def _insert(self, table_name: str, rows: Sequence[Any]) -> None:
        if len(rows) == 1:
            await self._database.insert(table_name, rows[0])
        elif rows:
            await self._database.insert_many(table_name, rows)

    async def _update(self, children: Children, owner_id: object, before: Any, after: Any) -> None:
        values = changed_columns(before, after)
        query = self._database.create_query_factory().update(children.table.table_name, values)
        await self._database.change(query.where(self._identify(children, owner_id, before)))

    async def _delete(self, children: Children, owner_id: object, row: Any) -> None:
        query = self._database.create_query_factory().delete(children.table.table_name)
        await self._database.change(query.where(self._identify(children, owner_id, row)))

    @staticmethod
    def _identify(children: Children, owner_id: object, row: Any) -> Any:
        keys = [KwaiField(name).eq(getattr(row, name)) for name in children.key]
        return all_of(KwaiField(children.owner).eq(owner_id), *keys)

    @staticmethod
    def _shared(children: Children, owner_ids: Sequence[int], key: Key) -> Any:
        keys = [KwaiField(n).eq(value) for n, value in zip(children.key, key, strict=True)]
        return all_of(KwaiField(children.owner).in_list(owner_ids), *keys)


def _compare(
    difference: ChildDifference, owner_id: int, old: Mapping[Key, Any], new: Mapping[Key, Any]
) -> Described:
    removed = [row for key, row in old.items() if key not in new]
    added = [row for key, row in new.items() if key not in old]
    kept = [(old[key], row) for key, row in new.items() if key in old]
    changed = [(before, after) for before, after in kept if changed_columns(before, after)]
    difference.add(owner_id, added, removed)
    for before, after in changed:
        difference.change(owner_id, before, after)
    return describe_children(added, removed, changed)
