"""The base of repositories that change many entities at once."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

from kwai.core.db.change_log import Action
from kwai.core.db.criteria import KwaiField, Sql
from kwai.core.db.database_query import DatabaseQuery
from kwai.core.db.repository import DbRepository
from kwai.core.db.row_batch import in_batches, merge_changes, moment_of_update
from kwai.core.db.row_changes import changed_columns, describe, describe_children
from kwai.core.domain.entity import Entity
from kwai.core.domain.value_objects.identifier import Identifier

E = TypeVar("E", bound=Entity[Any])
I = TypeVar("I", bound=Identifier[Any])  # noqa: E741 (as the design names it)
Q = TypeVar("Q", bound=DatabaseQuery)


class BatchDbRepository(DbRepository[E, I, Q]):
    """Stores aggregates whose rows have a version and the moment of their last change."""

    async def update_all(self, entities: Iterable[E]) -> None:
        """Write what changed of many entities, in few statements.

        Raises:
            NotFoundException: one is not stored (any more); none is changed then.
            StaleVersionException: somebody else has changed one since it was read.
            AlreadyExistsException: a value that has to be unique is taken.
        """
        async with self._database.transaction():
            with self._domain_errors():
                for batch in in_batches(_by_id(entities)):
                    await self._update_batch(batch)

    async def delete_all(self, entities: Iterable[E]) -> None:
        """Remove many entities with their child rows, in few statements.

        Raises:
            NotFoundException: one is not stored (any more); none is removed then.
            InUseException: something refers to one.
        """
        async with self._database.transaction():
            with self._domain_errors():
                for batch in in_batches(_by_id(entities)):
                    await self._delete_batch(batch)

    # -- parts ---------------------------------------------------------------------------------

    async def _update_batch(self, entities: Sequence[E]) -> None:
        old = await self._lock_all([entity.id for entity in entities])
        new = {entity.id.value: self.persist(entity) for entity in entities}
        for id_, row in new.items():
            self._check_version(old[id_], row)
        described = {id_: describe(old[id_], row) for id_, row in new.items()}
        groups = {entity.id.value: self.children(entity) for entity in entities}
        for same in zip(*groups.values(), strict=True):
            wanted = dict(zip(groups, same, strict=True))
            for id_, changes in (await self._child_rows.replace_all(wanted)).items():
                described[id_][same[0].table.table_name] = changes
        changed = [id_ for id_, changes in described.items() if changes]
        if changed:
            await self._update_rows({id_: (old[id_], new[id_]) for id_ in changed})
            await self._log_all("updated", [(id_, old[id_], described[id_]) for id_ in changed])

    async def _delete_batch(self, entities: Sequence[E]) -> None:
        old = await self._lock_all([entity.id for entity in entities])
        described = {id_: describe(row, None) for id_, row in old.items()}
        groups = {entity.id.value: self.children(entity) for entity in entities}
        for same in zip(*groups.values(), strict=True) if self.is_logged else ():
            for id_, rows in (await self._child_rows.read_all(same[0], list(old))).items():
                told = describe_children([], list(rows.values()), [])
                described[id_] |= {same[0].table.table_name: told} if told else {}
        query = self._database.create_query_factory().delete(self.table.table_name)
        await self._database.change(query.where(KwaiField("id").in_list(list(old))))
        await self._log_all("deleted", [(id_, old[id_], described[id_]) for id_ in old])

    async def _lock_all(self, ids: Sequence[Any]) -> dict[int, Any]:
        query = self._database.create_query_factory().select(self.table.columns)
        query.from_(self.table.table_name).where(self.table.field("id").in_list(ids))
        records = await self._database.fetch_all(query.order_by("id").for_update())
        rows = {row.id: row for row in map(self.table.map_row, records)}
        for id_ in ids:
            if id_.value not in rows:
                raise self.not_found(f"{self._noun} {id_} does not exist.")
        return rows

    async def _update_rows(self, rows: Mapping[int, tuple[Any, Any]]) -> None:
        now = datetime.now(UTC)
        values = merge_changes(
            {
                id_: changed_columns(old, new) | {"updated_at": moment_of_update(old, new, now)}
                for id_, (old, new) in rows.items()
            }
        )
        values["version"] = Sql("`version` + 1")
        query = self._database.create_query_factory().update(self.table.table_name, values)
        await self._database.change(query.where(KwaiField("id").in_list(list(rows))))

    async def _log_all(
        self, action: Action, changed: Sequence[tuple[int, Any, dict[str, Any]]]
    ) -> None:
        if self.is_logged:
            step = 1 if action == "updated" else 0
            await self._change_log.write_all(
                self._change(action, id_, old.version + step, described)
                for id_, old, described in changed
            )


def _by_id(entities: Iterable[E]) -> list[E]:
    """Sort what is locked: two that lock in another order wait for each other (database.md K4)."""
    return sorted(entities, key=lambda entity: entity.id.value)
