"""Module that gathers the endpoints of atomic operations."""

from kwai.api.routers import gather
from kwai.api.v1.operations.endpoints import operations

router = gather(operations.router)
