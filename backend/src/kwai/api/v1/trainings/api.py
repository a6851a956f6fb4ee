"""Module that defines the trainings API."""

from fastapi import APIRouter

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

router = APIRouter()
# Fixed paths come before those with an id.
router.include_router(calendar.router)
router.include_router(statistics.router)
router.include_router(trainings.router)
router.include_router(definitions.router)
router.include_router(coaches.router)
router.include_router(teams.router)
router.include_router(seasons.router)
router.include_router(closures.router)
router.include_router(calendar_feeds.router)
