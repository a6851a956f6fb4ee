"""Module that implements the endpoints for login sessions."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from kwai.api.dependencies import CurrentLogin, DatabaseDep, PreconditionDep, QueryDep, path_uuid
from kwai.api.operation import operation
from kwai.api.response import respond, respond_nothing
from kwai.api.route import KwaiRoute
from kwai.api.schemas.user_session import UserSessionResource
from kwai.api.v1.paging import read_page, respond_page
from kwai.core.db.database import Database
from kwai.core.domain.resource_query import ResourceQuery
from kwai.modules.identity.end_session import EndSession, EndSessionCommand
from kwai.modules.identity.end_sessions import EndSessions, EndSessionsCommand
from kwai.modules.identity.get_session import GetSession, GetSessionCommand
from kwai.modules.identity.get_sessions import GetSessions, GetSessionsCommand
from kwai.modules.identity.sessions.login_session import LoginSession
from kwai.modules.identity.sessions.user_session_db_repository import UserSessionDbRepository
from kwai.modules.identity.users.user_db_repository import UserDbRepository

router = APIRouter(prefix="/auth", tags=["auth"], route_class=KwaiRoute)

Uuid = Annotated[str, Depends(path_uuid("uuid"))]


@router.get("/sessions", **operation(UserSessionResource, "list", id="get_sessions"))
async def get_sessions(query: QueryDep, db: DatabaseDep, login: CurrentLogin) -> Response:
    """Get the own sessions that are still open, the one used last first."""
    return await _respond_sessions(query, db, login, str(login.user.user.uuid))


@router.get("/sessions/{uuid}", **operation(UserSessionResource, "get", id="get_session"))
async def get_session(
    uuid: Uuid, query: QueryDep, db: DatabaseDep, login: CurrentLogin
) -> Response:
    """Get an open session: an own one, or any for an administrator."""
    command = GetSessionCommand(uuid=uuid)
    session = await GetSession(login, UserSessionDbRepository(db)).execute(command)
    return respond(query, UserSessionResource.create(session, login))


@router.delete("/sessions", **operation(UserSessionResource, "delete", id="end_sessions"))
async def end_sessions(db: DatabaseDep, login: CurrentLogin) -> Response:
    """End all own sessions but the current one."""
    await EndSessions(UserDbRepository(db), UserSessionDbRepository(db)).execute(
        EndSessionsCommand(user_uuid=str(login.user.user.uuid), keep=str(login.session.uuid))
    )
    return respond_nothing()


@router.delete("/sessions/{uuid}", **operation(UserSessionResource, "delete", id="end_session"))
async def end_session(
    uuid: Uuid, precondition: PreconditionDep, db: DatabaseDep, login: CurrentLogin
) -> Response:
    """End one of the own sessions."""
    sessions = UserSessionDbRepository(db)
    if precondition.is_given:
        current = await GetSession(login, sessions).execute(GetSessionCommand(uuid=uuid))
        precondition.check(UserSessionResource.create(current, login))
    await EndSession(login, sessions).execute(EndSessionCommand(uuid=uuid))
    return respond_nothing()


@router.get(
    "/users/{uuid}/sessions", **operation(UserSessionResource, "list", id="get_user_sessions")
)
async def get_user_sessions(
    uuid: Uuid, query: QueryDep, db: DatabaseDep, login: CurrentLogin
) -> Response:
    """Get the open sessions of a user."""
    return await _respond_sessions(query, db, login, uuid)


@router.delete(
    "/users/{uuid}/sessions", **operation(UserSessionResource, "delete", id="end_user_sessions")
)
async def end_user_sessions(uuid: Uuid, db: DatabaseDep) -> Response:
    """End all sessions of a user."""
    await EndSessions(UserDbRepository(db), UserSessionDbRepository(db)).execute(
        EndSessionsCommand(user_uuid=uuid)
    )
    return respond_nothing()


async def _respond_sessions(
    query: ResourceQuery, db: Database, login: LoginSession, user_uuid: str
) -> Response:
    use_case = GetSessions(UserDbRepository(db), UserSessionDbRepository(db))
    command = query.to_command(GetSessionsCommand, user_uuid=user_uuid)
    page = await read_page(use_case.execute(command))
    resources = [UserSessionResource.create(session, login) for session in page.entities]
    return respond_page(query, page, resources)
