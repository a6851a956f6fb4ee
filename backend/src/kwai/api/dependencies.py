"""What endpoints ask for by type; only here and in `core.dependencies` parts are put together."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Annotated, Any, Final, TypeVar

from fastapi import Depends
from starlette.requests import Request

from kwai.api.call import get_call
from kwai.api.client import RequestClient, TrustedProxies
from kwai.api.conditional import KnownTags, Precondition
from kwai.api.rules import Scope
from kwai.core.db.database import Database
from kwai.core.dependencies import create_database, create_event_bus
from kwai.core.domain.actor import Actor
from kwai.core.domain.exceptions import AuthenticationException, NotFoundException
from kwai.core.domain.resource_query import ResourceQuery
from kwai.core.events.bus import Bus
from kwai.core.json_api.resource import is_canonical_uuid, is_possible_number
from kwai.core.security.token_codec import TokenCodec
from kwai.core.settings import Settings
from kwai.modules.identity.sessions.login_session import LoginSession
from kwai.modules.identity.sessions.user_session_db_repository import UserSessionDbRepository
from kwai.modules.identity.verify_access_token import (
    VerifyAccessToken,
    VerifyAccessTokenCommand,
)

T = TypeVar("T")

_BEARER: Final = re.compile(r"[Bb]earer +([A-Za-z0-9._~+/=-]+)", re.ASCII)


# FastAPI resolves the dependencies of a dependency anew wherever it stands, cached or not: what
# every request needs therefore asks for the request only.


def settings_of(request: Request) -> Settings:
    """Give the settings this application was created with."""
    settings: Settings = request.app.state.settings
    return settings


async def get_request_settings(request: Request) -> Settings:
    """Give the settings this application was created with."""
    return settings_of(request)


SettingsDep = Annotated[Settings, Depends(get_request_settings)]


async def get_database(request: Request) -> AsyncIterator[Database]:
    """Open the unit of this request; its end is the commit, and comes before the answer."""
    if (shared := get_call(request).unit) is not None:
        yield shared
        return
    database = create_database(settings_of(request).db)
    database.actor = Actor(kind="user", request_id=get_call(request).request_id)
    async with database.unit(read_only=request.method == "GET"):
        yield database


# With the default scope the client would see 201 before, or without, the commit.
DatabaseDep = Annotated[Database, Depends(get_database, scope="function")]


async def get_bus(request: Request, database: DatabaseDep) -> Bus:
    """Give the bus that publishes within the unit of this request."""
    return create_event_bus(database, settings_of(request))


BusDep = Annotated[Bus, Depends(get_bus)]


async def get_optional_login(request: Request, database: DatabaseDep) -> LoginSession | None:
    """Find out who is asking, with one statement; None for an anonymous visitor.

    Raises:
        AuthenticationException: there is a token, but it is not, or no longer, good.
    """
    if (call := get_call(request)).unit is not None:
        return call.login
    header = request.headers.get("authorization")
    if header is None:
        return None
    bearer = _BEARER.fullmatch(header)
    if bearer is None:
        raise AuthenticationException("Log in to do this.")
    codec: TokenCodec = request.app.state.access_codec
    identifier: str = codec.decode(bearer[1], "access")["jti"]
    login = await _verify(identifier, database)
    call.login = login
    database.actor = Actor(
        kind="user", user_id=login.user.user_id.value, request_id=call.request_id
    )
    return login


async def _verify(identifier: str, database: Database) -> LoginSession:
    command = VerifyAccessTokenCommand(identifier=identifier)
    if database.read_only:
        return await VerifyAccessToken(UserSessionDbRepository(database)).execute(command)
    # A session of its own: the first statement of a writing unit takes its lock, and then the
    # body would be awaited with it.
    async with create_database(database.settings).unit(read_only=True) as reader:
        return await VerifyAccessToken(UserSessionDbRepository(reader)).execute(command)


OptionalLogin = Annotated[LoginSession | None, Depends(get_optional_login)]


async def get_current_login(request: Request) -> LoginSession:
    """Give the login session of who is asking, which the rule of the route has looked for.

    Raises:
        AuthenticationException: nobody is logged in.
    """
    login = get_call(request).login
    if login is None:
        raise AuthenticationException("Log in to do this.")
    return login


CurrentLogin = Annotated[LoginSession, Depends(get_current_login)]


async def get_query(request: Request) -> ResourceQuery:
    """Give the parsed query of a JSON:API route."""
    query = get_call(request).query
    return ResourceQuery() if query is None else query


async def get_input(request: Request) -> Any:
    """Give the parsed body: what to create or to change, or the meta of an action."""
    return get_call(request).input


async def get_precondition(request: Request) -> Precondition:
    """Give the `If-Match` of the request."""
    return Precondition(request.headers.get("if-match"))


async def get_known_tags(request: Request) -> KnownTags:
    """Give the `If-None-Match` of the request."""
    call = get_call(request)
    agreed = call.negotiated.content_type if call.negotiated else ""
    return KnownTags(request, (agreed, *sorted(call.roles)))


async def get_scope(request: Request) -> Scope:
    """Give the scope that the rule allows who is asking."""
    return get_call(request).scope


async def get_client(request: Request) -> RequestClient:
    """Give the address the request really comes from."""
    proxies: TrustedProxies = request.app.state.proxies
    return proxies.client_of(request.scope)


QueryDep = Annotated[ResourceQuery, Depends(get_query)]
InputDep = Depends(get_input)
MetaDep = InputDep
PreconditionDep = Annotated[Precondition, Depends(get_precondition)]
KnownTagsDep = Annotated[KnownTags, Depends(get_known_tags)]
ScopeDep = Annotated[Scope, Depends(get_scope)]
ClientDep = Annotated[RequestClient, Depends(get_client)]


def path_id(name: str, create: Callable[[int], T] = int) -> Callable[..., Any]:  # type: ignore[assignment]  # int is a Callable[[int], int]
    """Read a numeric id from the path; one that cannot exist is not found."""

    async def read(request: Request) -> T:
        text: str = request.path_params[name]
        if not is_possible_number(text):
            raise NotFoundException("This does not exist.")
        return create(int(text))

    return read


def path_text(name: str) -> Callable[[Request], Awaitable[str]]:
    """Read a text from the path as it is."""

    async def read(request: Request) -> str:
        text: str = request.path_params[name]
        return text

    return read


def path_uuid(name: str, create: Callable[[str], T] = str) -> Callable[..., Any]:  # type: ignore[assignment]  # str is a Callable[[str], str]
    """Read a UUID from the path; one that cannot exist is not found."""

    async def read(request: Request) -> T:
        text: str = request.path_params[name]
        if not is_canonical_uuid(text):
            raise NotFoundException("This does not exist.")
        return create(text)

    return read
