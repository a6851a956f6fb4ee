"""Module that defines the auth apis."""

from fastapi import APIRouter

from kwai.api.v1.auth.endpoints import (
    login,
    security_events,
    sessions,
    user,
    user_invitations,
    users,
)

router = APIRouter()
router.include_router(login.router)
router.include_router(user.router)
router.include_router(users.router)
router.include_router(sessions.router)
router.include_router(user_invitations.router)
router.include_router(security_events.router)
