"""What is known about a request while its checks are passed one after the other."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from starlette.datastructures import QueryParams
from starlette.requests import HTTPConnection

from kwai.api.rules import Scope

if TYPE_CHECKING:
    from kwai.api.response import DocumentResponse
    from kwai.core.db.database import Database
    from kwai.core.domain.resource_query import ResourceQuery
    from kwai.core.json_api.negotiation import Negotiated
    from kwai.modules.identity.sessions.login_session import LoginSession

CALL_KEY = "kwai.call"
_LONGEST_KEPT = 1_000
# An administrator may do all that the others may.
ALL_ROLES = frozenset({"own", "user", "author", "coach", "admin"})


@dataclass(slots=True, kw_only=True)
class Call:
    """Filled by the route and its checks, read by the dependencies and by the response.

    Attributes:
        reason: Why it could not be served now, for the log.
        unit: The unit of the request that this call is a part of (an atomic operation).
        answer: What such a part answers; nobody sends it.
    """

    request_id: str
    template: str = ""
    status: int = 0
    reason: str | None = None
    negotiated: "Negotiated | None" = None
    login: "LoginSession | None" = None
    scope: Scope = "all"
    query: "ResourceQuery | None" = None
    related_query: "ResourceQuery | None" = None
    input: object = None
    unit: "Database | None" = None
    answer: "DocumentResponse | None" = None

    @property
    def roles(self) -> frozenset[str]:
        """The roles by which fields are shown; `own` stands for who asks about themselves."""
        if self.login is None:
            return frozenset()
        if "admin" in self.login.roles:
            return ALL_ROLES
        return self.login.roles | {"own"} if self.scope == "own" else self.login.roles


def get_call(connection: HTTPConnection) -> Call:
    """Give the call that belongs to a request."""
    call: Call = connection.scope[CALL_KEY]
    return call


def read_parameters(connection: HTTPConnection) -> tuple[tuple[str, str], ...]:
    """Give the decoded query parameters of a request, in their order."""
    raw: bytes = connection.scope["query_string"]
    return _split(raw) if len(raw) <= _LONGEST_KEPT else _split.__wrapped__(raw)


@lru_cache(maxsize=512)
def _split(raw: bytes) -> tuple[tuple[str, str], ...]:
    return tuple(QueryParams(raw).multi_items())
