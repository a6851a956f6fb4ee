"""Module that defines the trainings API."""

from kwai.api.routers import gather
from kwai.api.v1.trainings.endpoints import (
    calendar,
    calendar_feeds,
    closures,
    coaches,
    definitions,
    seasons,
    statistics,
    teams,
    trainings,
)

router = gather(
    # Fixed paths come before those with an id.
    calendar.router,
    statistics.router,
    trainings.router,
    definitions.router,
    coaches.router,
    teams.router,
    seasons.router,
    closures.router,
    calendar_feeds.router,
)
