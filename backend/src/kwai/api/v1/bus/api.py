"""Module that defines the APIs of the bus."""

from fastapi import APIRouter

from kwai.api.v1.bus.endpoints import deliveries

router = APIRouter()
router.include_router(deliveries.router)
