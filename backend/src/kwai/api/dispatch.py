"""Finds the route of a request: one table for all methods of an address."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from fastapi.routing import RouteContext, iter_route_contexts
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kwai.api.call import CALL_KEY, Call
from kwai.api.injection import Overrides, create_endpoint_app
from kwai.api.route import APP_KEY, KwaiRoute
from kwai.api.rules import MissingRuleException
from kwai.core.json_api import JsonApiException, error
from kwai.core.json_api.openapi import Action

# A create or update that a resource does not offer is refused (403), as JSON:API demands; any
# other method that an address does not know is unknown (405).
_REFUSED: Final[Mapping[Action, frozenset[str]]] = {
    "list": frozenset({"POST"}),
    "create": frozenset({"POST"}),
    "get": frozenset({"PATCH"}),
    "update": frozenset({"PATCH"}),
    "delete": frozenset({"PATCH"}),
    "get_linkage": frozenset({"POST", "PATCH", "DELETE"}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One method of an address: the route and the ASGI application of its endpoint."""

    route: KwaiRoute
    app: ASGIApp
    endpoint: object


@dataclass(slots=True, kw_only=True)
class Address:
    """All methods of one path template."""

    template: str
    pattern: re.Pattern[str]
    targets: dict[str, Target] = field(default_factory=dict)

    @property
    def allow(self) -> str:
        """The value of the Allow header."""
        methods = set(self.targets) | ({"HEAD"} if "GET" in self.targets else set())
        return ", ".join(sorted(methods))

    def refuse(self, method: str) -> Exception:
        """Make the error for a method that this address does not offer."""
        actions = {t.route.operation.action for t in self.targets.values() if t.route.operation}
        if any(method in _REFUSED.get(action, ()) for action in actions):
            return JsonApiException(
                error("operation_not_supported", "This resource cannot be changed in this way.")
            )
        return HTTPException(405, headers={"Allow": self.allow})


class RouteTable:
    """The addresses of the application; a fixed path wins over a pattern, in any order."""

    def __init__(
        self, routes: Iterable[BaseRoute], overrides: Overrides = MappingProxyType({})
    ) -> None:
        self._overrides = overrides
        self._fixed: dict[str, Address] = {}
        self._patterns: dict[str, Address] = {}
        for context in iter_route_contexts(list(routes)):
            self._add(context)
        ordered = sorted(self._patterns.items(), key=lambda each: _openness(each[0]))
        self._patterns = dict(ordered)
        self._by_collection: dict[str, list[Address]] = defaultdict(list)
        for template, address in ordered:
            self._by_collection[_collection(template)].append(address)

    def find(self, path: str) -> tuple[Address, dict[str, str]] | None:
        """Find the address of a path, and the values of its parameters."""
        if (fixed := self._fixed.get(path)) is not None:
            return fixed, {}
        for collection in (_collection(path), ""):
            for address in self._by_collection.get(collection, ()):
                if (match := address.pattern.match(path)) is not None:
                    return address, match.groupdict()
        return None

    def __iter__(self) -> Iterator[Address]:
        yield from (*self._fixed.values(), *self._patterns.values())

    def _add(self, context: RouteContext) -> None:
        route, template = context.original_route, context.path_format or ""
        if not isinstance(route, KwaiRoute):
            raise MissingRuleException(f"{template} is not a KwaiRoute, so it has no rule.")
        addresses = self._patterns if "{" in template else self._fixed
        address = addresses.setdefault(
            template, Address(template=template, pattern=context.path_regex)
        )
        app = create_endpoint_app(context.dependant, self._overrides, context.app)
        target = Target(route=route, app=app, endpoint=context.endpoint)
        for method in context.methods or ():
            if method in address.targets:
                raise MissingRuleException(f"{method} {template} has two routes.")
            address.targets[method] = target


class Dispatcher:
    """Hands a request to its route; everything outside /api goes to the web application.

    FastAPI's own router tries one route after the other, several times for an included router,
    and knows the methods of the first match only.
    """

    def __init__(self, table: RouteTable, other: ASGIApp, lifespan: ASGIApp) -> None:
        self._table = table
        self._other = other
        self._lifespan = lifespan

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._lifespan(scope, receive, send)
            return
        path: str = scope["path"]
        found = self._table.find(path)
        if found is not None:
            await self._handle(*found, scope, receive, send)
        elif path == "/api" or path.startswith("/api/"):
            raise HTTPException(404)
        else:
            await self._other(scope, receive, send)

    async def _handle(
        self,
        address: Address,
        values: dict[str, str],
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        call: Call = scope[CALL_KEY]
        call.template = address.template
        method: str = scope["method"]
        if method == "HEAD":
            # A copy: the server has to go on knowing that this is a HEAD.
            scope, send, method = dict(scope, method="GET"), _without_body(send), "GET"
        target = address.targets.get(method)
        if target is None:
            raise address.refuse(method)
        route = target.route
        scope.update(path_params=values, endpoint=target.endpoint, route=route)
        scope[APP_KEY] = target.app
        await route.handle(scope, receive, send)


def _collection(path: str) -> str:
    """Give `trainings` of `/api/v1/trainings/1`: only few patterns are of one collection."""
    name = "".join(path.split("/", 4)[3:4])
    return "" if "{" in name else name


def _openness(template: str) -> list[bool]:
    """Sort `/users/invitations/{id}` before `/users/{id}/sessions`."""
    return ["{" in segment for segment in template.split("/")]


def _without_body(send: Send) -> Send:
    async def send_headers(message: Message) -> None:
        if message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return send_headers
