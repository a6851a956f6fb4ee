"""Schemas for a login session resource."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Self

from kwai.core import json_api
from kwai.core.json_api import Attribute
from kwai.modules.identity.sessions.login_session import LoginSession
from kwai.modules.identity.sessions.user_session import SessionClient, UserSessionEntity


@json_api.resource("sessions", path="/auth/sessions", ids="uuid")
@dataclass(frozen=True, slots=True, kw_only=True)
class UserSessionResource:
    """A login that is still open; it shows no token."""

    id: str = ""
    client: Annotated[SessionClient, Attribute(read_only=True)] = SessionClient.API
    ip: Annotated[
        str, Attribute(read_only=True, description="The network of the login (/24 or /48).")
    ] = ""
    user_agent: Annotated[
        str, Attribute(read_only=True, description="What the program at the login called itself.")
    ] = ""
    current: Annotated[
        bool, Attribute(read_only=True, description="This request came through it.")
    ] = False
    last_used_at: Annotated[
        datetime | None, Attribute(read_only=True, description="The login, or the last refresh.")
    ] = None
    created_at: Annotated[datetime | None, Attribute(meta=True)] = None
    updated_at: Annotated[datetime | None, Attribute(meta=True)] = None
    version: Annotated[int, Attribute(meta=True)] = 0

    @classmethod
    def create(cls, session: UserSessionEntity, login: LoginSession) -> Self:
        """Make the resource of a session for who is logged in."""
        return cls(
            id=str(session.uuid),
            client=session.client,
            ip=session.ip_prefix,
            user_agent=session.user_agent,
            current=session.uuid == login.session.uuid,
            last_used_at=session.last_used_at,
            created_at=session.created_at,
            updated_at=session.last_used_at,
            version=session.counter,
        )
