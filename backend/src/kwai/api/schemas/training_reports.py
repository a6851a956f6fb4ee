"""What the meta of answers about trainings holds, for OpenAPI."""

from typing import Literal

from pydantic import BaseModel

from kwai.core.json_api.envelopes import MetaEnvelope


class Reference(BaseModel):
    """Which resource it is."""

    type: str
    id: str


class Clash(BaseModel):
    """A place that is taken already; a location has a name, and no id."""

    kind: Literal["coach", "team", "location"]
    id: str | None
    name: str
    training: Reference | None
    start_date: str
    end_date: str


class GeneratedDay(BaseModel):
    """What happens to one day of a definition."""

    definition: Reference
    name: str
    date: str
    start_date: str
    end_date: str
    outcome: Literal["created", "exists", "excluded", "closed", "conflict"]
    closure: str | None
    clashes: list[Clash]


class GenerationSummary(BaseModel):
    """How often each thing happens."""

    created: int
    exists: int
    excluded: int
    closed: int
    conflict: int


class Generation(BaseModel):
    """What generating does, or would do."""

    dry_run: bool
    summary: GenerationSummary
    dates: list[GeneratedDay]


class GenerationDocument(MetaEnvelope):
    """The answer to generating."""

    meta: Generation


class Tally(BaseModel):
    """What was held and cancelled; hours are of those held."""

    held: int
    cancelled: int
    hours: float


class NamedTally(Tally):
    """The same, of one location."""

    name: str


class OwnTally(NamedTally):
    """The same, of one team or definition."""

    id: str


class CoachTally(OwnTally):
    """The same, of one coach."""

    present: int
    payed: int


class Statistics(BaseModel):
    """What was counted."""

    total: Tally
    coaches: list[CoachTally]
    teams: list[OwnTally]
    definitions: list[OwnTally]
    locations: list[NamedTally]


class StatisticsDocument(MetaEnvelope):
    """The answer with what was counted."""

    meta: Statistics
