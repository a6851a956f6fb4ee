"""Module that defines the APIs of the bus."""

from kwai.api.routers import gather
from kwai.api.v1.bus.endpoints import deliveries

router = gather(deliveries.router)
