"""Module for implementing a training repository for a database."""

from collections.abc import Collection, Mapping, Sequence
from typing import ClassVar

from kwai.core.db.batch_repository import BatchDbRepository
from kwai.core.db.criteria import MAX_IN_LIST
from kwai.core.db.pool.base import Record
from kwai.core.db.row_changes import Children
from kwai.core.domain.exceptions import AlreadyExistsException
from kwai.core.domain.resource_query import ResourceQuery
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.text import Text
from kwai.core.text.content_rows import load_texts
from kwai.modules.training.trainings.training import TrainingEntity, TrainingIdentifier
from kwai.modules.training.trainings.training_db_query import TrainingDbQuery
from kwai.modules.training.trainings.training_definition import (
    TrainingDefinitionEntity,
    TrainingDefinitionIdentifier,
)
from kwai.modules.training.trainings.training_definition_db_repository import (
    TrainingDefinitionDbRepository,
)
from kwai.modules.training.trainings.training_definition_tables import SeasonNamesTable
from kwai.modules.training.trainings.training_marks import TrainingMarks
from kwai.modules.training.trainings.training_part_db_query import TrainingPartDbQuery
from kwai.modules.training.trainings.training_repository import (
    TrainingExistsException,
    TrainingNotFoundException,
    TrainingRepository,
)
from kwai.modules.training.trainings.training_tables import (
    TrainingCoachesTable,
    TrainingCoachRow,
    TrainingContentRow,
    TrainingContentsTable,
    TrainingRow,
    TrainingsTable,
    TrainingTeamRow,
    TrainingTeamsTable,
)
from kwai.modules.training.trainings.value_objects import Season

Definitions = Mapping[int, TrainingDefinitionEntity]


class TrainingDbRepository(  # type: ignore[misc]  # a query is always one it created itself
    BatchDbRepository[TrainingEntity, TrainingIdentifier, TrainingDbQuery], TrainingRepository
):
    """A training repository for a database."""

    table = TrainingsTable
    not_found = TrainingNotFoundException
    unique: ClassVar[Mapping[str, type[AlreadyExistsException]]] = {
        "definition_id__occurrence_date": TrainingExistsException
    }
    members: ClassVar[Mapping[str, str]] = {"definition_id": "definition"}
    batch_key = "uuid"

    def create_query(self) -> TrainingDbQuery:
        return TrainingDbQuery(self._database)

    async def load(self, records: list[Record], query: TrainingDbQuery) -> list[TrainingEntity]:
        rows = list(map(query.table.map_row, records))
        ids, reader, parts = (
            [row.id for row in rows],
            TrainingPartDbQuery(self._database, query.wishes or ResourceQuery()),
            query.parts,
        )
        texts = await self._texts(ids, query) if "contents" in parts else {}
        coaches = await reader.fetch_coaches(ids) if "coaches" in parts else {}
        teams = await reader.fetch_teams(ids) if "teams" in parts else {}
        definitions = await self._definitions(rows, query) if "definition" in parts else {}
        seasons = _seasons(rows, None if query.wishes else records)
        return [
            row.create_entity(
                tuple(texts.get(row.id, ())),
                definitions.get(row.definition_id or 0),
                tuple(coaches.get(row.id, ())),
                tuple(teams.get(row.id, ())),
                seasons.get(row.season_id or 0),
            )
            for row in rows
        ]

    def children(self, training: TrainingEntity) -> Sequence[Children]:
        contents = [TrainingContentRow.persist(training, each) for each in training.content]
        coaches = [
            TrainingCoachRow.persist(training, each, n) for n, each in enumerate(training.coaches)
        ]
        teams = [
            TrainingTeamRow.persist(training, each, n) for n, each in enumerate(training.teams)
        ]
        owner = "training_id"
        return (
            Children(table=TrainingContentsTable, owner=owner, key=("locale",), rows=contents),
            Children(table=TrainingCoachesTable, owner=owner, key=("coach_id",), rows=coaches),
            Children(table=TrainingTeamsTable, owner=owner, key=("team_id",), rows=teams),
        )

    async def get_one(  # type: ignore[override]  # as above
        self, query: TrainingDbQuery, id_: TrainingIdentifier
    ) -> TrainingEntity:
        return await self._get_one(query.filter_by_id(id_), f"Training {id_} does not exist.")

    async def get_stamp(  # type: ignore[override]  # as above
        self, query: TrainingDbQuery
    ) -> str:
        return await query.fetch_stamp()

    async def get_marks(  # type: ignore[override]  # as above
        self, query: TrainingDbQuery, limit: int, offset: int, parts: Collection[str]
    ) -> TrainingMarks:
        return await query.fetch_marks(limit, offset, parts)

    async def get_occurrences(  # type: ignore[override]  # as above
        self, query: TrainingDbQuery
    ) -> Collection[tuple[int, object]]:
        found = await query.fetch_all()
        rows = [TrainingsTable(record) for record in found]
        return {(row.definition_id or 0, row.occurrence_date) for row in rows}

    async def _texts(self, ids: Sequence[int], query: TrainingDbQuery) -> dict[int, Text]:
        is_shown = query.wishes is not None
        return await load_texts(
            self._database, TrainingContentsTable, "training_id", ids, with_writers=not is_shown
        )

    async def _definitions(
        self, rows: Sequence[TrainingRow], query: TrainingDbQuery
    ) -> Definitions:
        ids = sorted({row.definition_id for row in rows if row.definition_id is not None})
        repository = TrainingDefinitionDbRepository(self._database)
        found: dict[int, TrainingDefinitionEntity] = {}
        for start in range(0, len(ids), MAX_IN_LIST):
            chunk = map(TrainingDefinitionIdentifier, ids[start : start + MAX_IN_LIST])
            definitions = repository.create_query().filter_by_ids(*chunk)
            if query.wishes is not None:
                definitions.show(query.wishes.below("definition"))
            records = await definitions.fetch_all()
            for entity in await repository.load(records, definitions):
                found[entity.id.value] = entity
        return found


def _seasons(rows: Sequence[TrainingRow], records: Sequence[Record] | None) -> dict[int, Season]:
    """Make the season that many trainings share once; without records it has no name."""
    if records is None:
        ids = {row.season_id for row in rows}
        return {id_: Season(id=IntIdentifier(id_), name="") for id_ in ids if id_}
    firsts = {row.season_id: record for row, record in zip(rows, records, strict=True)}
    return {id_: SeasonNamesTable(record).create_season() for id_, record in firsts.items() if id_}
