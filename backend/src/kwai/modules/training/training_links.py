"""Finds what trainings and definitions are linked with."""

from collections.abc import Sequence

from kwai.core.domain.exceptions import NotFoundException
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.modules.training.coaches.coach import CoachEntity, CoachIdentifier
from kwai.modules.training.coaches.coach_repository import (
    CoachNotFoundException,
    CoachRepository,
)
from kwai.modules.training.seasons.season import SeasonIdentifier
from kwai.modules.training.seasons.season_repository import (
    SeasonNotFoundException,
    SeasonRepository,
)
from kwai.modules.training.teams.team import TeamEntity, TeamIdentifier
from kwai.modules.training.teams.team_repository import TeamNotFoundException, TeamRepository
from kwai.modules.training.training_command import Coach
from kwai.modules.training.trainings.training_definition import (
    TrainingDefinitionEntity,
    TrainingDefinitionIdentifier,
)
from kwai.modules.training.trainings.training_definition_repository import (
    TrainingDefinitionNotFoundException,
    TrainingDefinitionRepository,
)
from kwai.modules.training.trainings.value_objects import Season, TrainingCoach


class TrainingLinks:
    """Reads all links of one relation together; one that does not exist is named."""

    def __init__(
        self,
        definition_repo: TrainingDefinitionRepository,
        coach_repo: CoachRepository,
        team_repo: TeamRepository,
        season_repo: SeasonRepository,
    ) -> None:
        self._definition_repo = definition_repo
        self._coach_repo = coach_repo
        self._team_repo = team_repo
        self._season_repo = season_repo

    async def find_definition(self, id_: int | None) -> TrainingDefinitionEntity | None:
        """Find the definition, if there is to be one."""
        if id_ is None:
            return None
        try:
            return await self._definition_repo.get_by_id(TrainingDefinitionIdentifier(id_))
        except TrainingDefinitionNotFoundException as error:
            raise _missing(TrainingDefinitionNotFoundException, str(error), "definition") from None

    async def find_season(self, id_: int | None) -> Season | None:
        """Find the season, if there is to be one."""
        if id_ is None:
            return None
        try:
            season = await self._season_repo.get_by_id(SeasonIdentifier(id_))
        except SeasonNotFoundException as error:
            raise _missing(SeasonNotFoundException, str(error), "season") from None
        return Season(id=IntIdentifier(season.id.value), name=season.name)

    async def find_training_coaches(self, coaches: Sequence[Coach]) -> tuple[TrainingCoach, ...]:
        """Find the coaches of a training, in the order in which they are named."""
        facts = {coach.id: coach for coach in coaches}
        return tuple(
            TrainingCoach(
                coach=coach,
                head=facts[coach.id.value].head,
                present=facts[coach.id.value].present,
                payed=facts[coach.id.value].payed,
            )
            for coach in await self.find_coaches(list(facts))
        )

    async def find_coaches(self, ids: Sequence[int]) -> tuple[CoachEntity, ...]:
        """Find coaches, in the order in which they are named."""
        found = await self._coach_repo.get_by_ids(*map(CoachIdentifier, ids))
        _check("Coach", "coaches", CoachNotFoundException, ids, [each.id.value for each in found])
        return tuple(sorted(found, key=lambda coach: ids.index(coach.id.value)))

    async def find_teams(self, ids: Sequence[int], member: str = "teams") -> tuple[TeamEntity, ...]:
        """Find teams, in the order in which they are named."""
        found = await self._team_repo.get_by_ids(*map(TeamIdentifier, ids))
        _check("Team", member, TeamNotFoundException, ids, [each.id.value for each in found])
        return tuple(sorted(found, key=lambda team: ids.index(team.id.value)))


def _check(
    noun: str,
    member: str,
    exception: type[NotFoundException],
    wanted: Sequence[int],
    found: Sequence[int],
) -> None:
    if missing := sorted(set(wanted) - set(found)):
        names = ", ".join(map(str, missing))
        raise _missing(exception, f"{noun} {names} does not exist.", member)


def _missing(exception: type[NotFoundException], message: str, member: str) -> NotFoundException:
    return exception(message, member=member, code="related_not_found")
