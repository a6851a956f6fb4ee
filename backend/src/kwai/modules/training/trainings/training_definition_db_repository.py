"""Module that implements a training definition repository for a database."""

from collections import defaultdict
from collections.abc import Sequence

from kwai.core.db.pool.base import Record
from kwai.core.db.repository import DbRepository
from kwai.core.db.row_changes import Children
from kwai.modules.training.coaches.coach import CoachEntity
from kwai.modules.training.coaches.coach_tables import (
    CoachesTable,
    CoachUsersTable,
    find_user,
)
from kwai.modules.training.trainings.training_definition import (
    TrainingDefinitionEntity,
    TrainingDefinitionIdentifier,
)
from kwai.modules.training.trainings.training_definition_db_query import (
    TrainingDefinitionDbQuery,
)
from kwai.modules.training.trainings.training_definition_repository import (
    TrainingDefinitionNotFoundException,
    TrainingDefinitionRepository,
)
from kwai.modules.training.trainings.training_definition_tables import (
    TrainingDefinitionCoachesTable,
    TrainingDefinitionCoachRow,
    TrainingDefinitionsTable,
)

Coaches = dict[int, list[CoachEntity]]


class TrainingDefinitionDbRepository(  # type: ignore[misc]  # a query is always one it created itself
    DbRepository[TrainingDefinitionEntity, TrainingDefinitionIdentifier, TrainingDefinitionDbQuery],
    TrainingDefinitionRepository,
):
    """A training definition repository for a database."""

    table = TrainingDefinitionsTable
    not_found = TrainingDefinitionNotFoundException

    def create_query(self) -> TrainingDefinitionDbQuery:
        return TrainingDefinitionDbQuery(self._database)

    async def load(
        self, records: list[Record], query: TrainingDefinitionDbQuery
    ) -> list[TrainingDefinitionEntity]:
        ids = [record["training_definitions_id"] for record in records]
        coaches = await self._coaches(ids, query) if query.needs_coaches else {}
        return [self._create_entity(record, query, coaches) for record in records]

    async def get_one(  # type: ignore[override]  # as above
        self, query: TrainingDefinitionDbQuery, id_: TrainingDefinitionIdentifier
    ) -> TrainingDefinitionEntity:
        selected = query.filter_by_id(id_)
        return await self._get_one(selected, f"Training definition {id_} does not exist.")

    def children(self, definition: TrainingDefinitionEntity) -> Sequence[Children]:
        rows = [
            TrainingDefinitionCoachRow(
                definition_id=definition.id.value, coach_id=coach.id.value, position=position
            )
            for position, coach in enumerate(definition.coaches)
        ]
        return (
            Children(
                table=TrainingDefinitionCoachesTable,
                owner="definition_id",
                key=("coach_id",),
                rows=rows,
            ),
        )

    @staticmethod
    def _create_entity(
        record: Record, shown: TrainingDefinitionDbQuery, coaches: Coaches
    ) -> TrainingDefinitionEntity:
        row = shown.table(record)
        team = shown.teams.map_optional(record)
        season = shown.seasons.map_optional(record)
        return row.create_entity(
            shown.users(record).create_owner(),
            None if team is None else team.create_entity(),
            None if season is None else season.create_season(),
            tuple(coaches.get(row.id, ())),
        )

    async def _coaches(self, ids: Sequence[int], shown: TrainingDefinitionDbQuery) -> Coaches:
        table = TrainingDefinitionCoachesTable
        found: Coaches = defaultdict(list)
        if not ids:
            return found
        query = self._database.create_query_factory().select(
            table.columns, shown.coaches.columns, shown.users.columns
        )
        query.from_(table.table_name)
        coach = CoachesTable.field("id").eq_field(table.column("coach_id"))
        query.join(CoachesTable.table_name, coach, "INNER")
        account = CoachUsersTable.field("id").eq_field(CoachesTable.column("user_id"))
        query.left_join(CoachUsersTable.table_name, account)
        query.where(table.field("definition_id").in_list(ids)).order_by(table.column("position"))
        for record in await self._database.fetch_all(query):
            entity = shown.coaches(record).create_entity(find_user(record, shown.users))
            found[table(record).definition_id].append(entity)
        return found
