"""Module that defines the auth apis."""

from kwai.api.routers import gather
from kwai.api.v1.auth.endpoints import (
    login,
    security_events,
    sessions,
    user,
    user_invitations,
    users,
)

router = gather(
    login.router,
    user.router,
    users.router,
    sessions.router,
    user_invitations.router,
    security_events.router,
)
