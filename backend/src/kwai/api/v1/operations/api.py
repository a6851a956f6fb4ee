"""Module that gathers the endpoints of atomic operations."""

from fastapi import APIRouter

from kwai.api.v1.operations.endpoints import operations

router = APIRouter()
router.include_router(operations.router)
