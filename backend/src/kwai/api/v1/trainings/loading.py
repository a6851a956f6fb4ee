"""Reads what trainings and definitions are linked with: one statement per relationship."""

from collections.abc import Iterable, Sequence

from kwai.api.languages import TextOrder
from kwai.api.schemas.coach import CoachResource
from kwai.api.schemas.season import SeasonResource
from kwai.api.schemas.team import TeamResource
from kwai.api.schemas.training import TrainingCoach, TrainingResource
from kwai.api.schemas.training_definition import TrainingDefinitionResource
from kwai.api.v1.auth.loading import IdentityLoader
from kwai.core.db.database import Database
from kwai.core.domain.resource_query import ResourceQuery
from kwai.core.json_api import NOT_LOADED, Linked
from kwai.modules.training.coaches.coach import CoachEntity
from kwai.modules.training.seasons.season import SeasonIdentifier
from kwai.modules.training.seasons.season_db_repository import SeasonDbRepository
from kwai.modules.training.trainings.training import TrainingEntity
from kwai.modules.training.trainings.training_definition import (
    TrainingDefinitionEntity,
)
from kwai.modules.training.trainings.value_objects import Season

SeasonLinks = dict[int, Linked[SeasonResource]]
CoachResources = dict[int, CoachResource]
DefinitionLinks = dict[int, Linked[TrainingDefinitionResource]]
# All that a row and its children hold; nothing of what lies behind the links.
_EVERY_LINKAGE = ResourceQuery(wanted=frozenset({"contents", "coaches", "teams"}))


class TrainingLoader:
    """Makes resources of entities, with what the query wants to see of their relationships.

    `path` is where in the include tree they stand, with a dot at its end.
    """

    def __init__(self, database: Database, query: ResourceQuery) -> None:
        self._database = database
        self._query = query

    def whole(self) -> "TrainingLoader":
        """Give a loader that leaves nothing out: a change is laid over all of a resource."""
        return TrainingLoader(self._database, _EVERY_LINKAGE)

    async def training(self, entity: TrainingEntity, order: TextOrder) -> TrainingResource:
        """Make the resource of one training."""
        return (await self.trainings([entity], order))[0]

    async def trainings(
        self, entities: Sequence[TrainingEntity], order: TextOrder
    ) -> list[TrainingResource]:
        """Make the resources of trainings."""
        shows_coaches, shows_teams = self._query.needs("coaches"), self._query.needs("teams")
        people = {each.coach.id.value: each.coach for one in entities for each in one.coaches}
        coaches = await self._coaches_by_id(list(people.values()), "coaches.")
        groups = {each.id.value: each for one in entities for each in one.teams}
        teams = {id_: Linked(TeamResource.create(each)) for id_, each in groups.items()}
        definitions = await self._definitions(entities) if self._query.links("definition") else {}
        known = [each.season for each in entities] if self._query.links("season") else ()
        seasons = await self._seasons(known, "season")
        return [
            TrainingResource.create(
                each,
                order.arrange(each.content) if each.content else (),
                coaches=_link_coaches(each, coaches) if shows_coaches else NOT_LOADED,
                teams=[teams[team.id.value] for team in each.teams] if shows_teams else NOT_LOADED,
                definition=definitions[each.definition_id.value]
                if definitions and each.definition_id
                else None,
                season=seasons[each.season.id.value] if seasons and each.season else None,
            )
            for each in entities
        ]

    async def definition(self, entity: TrainingDefinitionEntity) -> TrainingDefinitionResource:
        """Make the resource of one definition."""
        return (await self.definitions([entity]))[0]

    async def definitions(
        self, entities: Sequence[TrainingDefinitionEntity], path: str = ""
    ) -> list[TrainingDefinitionResource]:
        """Make the resources of definitions."""
        people = {each.id: each for entity in entities for each in entity.coaches}
        coaches = await self._coaches_by_id(list(people.values()), f"{path}coaches.")
        seasons = await self._seasons([each.season for each in entities], f"{path}season")
        identity = IdentityLoader(self._database, self._query)
        owners = await identity.users((str(each.owner.uuid) for each in entities), f"{path}owner")
        return [
            TrainingDefinitionResource.create(
                each,
                team=None if each.team is None else Linked(TeamResource.create(each.team)),
                season=None if each.season is None else seasons[each.season.id.value],
                coaches=[Linked(coaches[coach.id.value]) for coach in each.coaches]
                if self._query.needs(f"{path}coaches")
                else NOT_LOADED,
                owner=owners[str(each.owner.uuid)],
            )
            for each in entities
        ]

    async def coaches(self, entities: Sequence[CoachEntity], path: str = "") -> list[CoachResource]:
        """Make the resources of coaches."""
        identity = IdentityLoader(self._database, self._query)
        uuids = [str(each.user.uuid) for each in entities if each.user is not None]
        users = await identity.users(uuids, f"{path}user")
        return [
            CoachResource.create(each, None if each.user is None else users[str(each.user.uuid)])
            for each in entities
        ]

    async def _coaches_by_id(self, entities: Sequence[CoachEntity], path: str) -> CoachResources:
        made = await self.coaches(entities, path) if entities else ()
        return {entity.id.value: each for entity, each in zip(entities, made, strict=True)}

    async def _definitions(self, trainings: Sequence[TrainingEntity]) -> DefinitionLinks:
        """Make one link for all trainings of a definition; its resource where it was read."""
        entities = {
            each.definition.id.value: each.definition for each in trainings if each.definition
        }
        made = await self.definitions(list(entities.values()), "definition.") if entities else ()
        ids = {each.definition_id.value for each in trainings if each.definition_id}
        links: DefinitionLinks = {id_: Linked.ref(id_) for id_ in ids}
        links |= {id_: Linked(each) for id_, each in zip(entities, made, strict=True)}
        return links

    async def _seasons(self, known: Iterable[Season | None], path: str) -> SeasonLinks:
        ids = {each.id.value for each in known if each is not None}
        links: SeasonLinks = {id_: Linked.ref(id_) for id_ in ids}
        if links and self._query.needs(path):
            repository = SeasonDbRepository(self._database)
            shown = repository.create_query().show(self._query.below(path))
            selected = shown.filter_by_ids(*map(SeasonIdentifier, links))
            async for entity in repository.get_all(selected):
                links[entity.id.value] = Linked(SeasonResource.create(entity))
        return links


def _link_coaches(
    training: TrainingEntity, coaches: CoachResources
) -> list[Linked[CoachResource, TrainingCoach]]:
    return [
        Linked(
            coaches[each.coach.id.value],
            TrainingCoach(head=each.head, present=each.present, payed=each.payed),
        )
        for each in training.coaches
    ]
