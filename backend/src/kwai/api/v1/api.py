"""Gathers the APIs of all contexts."""

from importlib import import_module
from typing import Final

from fastapi import APIRouter

from kwai.api.routers import gather

# Each of these modules has a `router`; a new context adds its line.
ROUTERS: Final[tuple[str, ...]] = (
    "kwai.api.v1.auth.api",
    "kwai.api.v1.bus.api",
    "kwai.api.v1.changes.api",
    "kwai.api.v1.operations.api",
    "kwai.api.v1.portal.api",
    "kwai.api.v1.news.api",
    "kwai.api.v1.trainings.api",
)


def create_router() -> APIRouter:
    """Put the routers of all contexts together."""
    return gather(*(import_module(name).router for name in ROUTERS))
